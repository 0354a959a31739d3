#pragma once

#include "base/error.h"
#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"

#include <span>
#include <string>
#include <vector>

namespace cairn::facts {

/// Classes on both sides of a midpoint.
struct PartedClasses {
    std::vector<Class> classes; ///< lowest first, counts included
    Midpoint midpoint;
};

/// Divides values into classes below and above `spec.midpoint`, which must be given: it is an edge
/// between two classes, or, where values lie on it, a class of its own. The methods `equal`,
/// `pretty` and `standard-deviation` make classes of one width on both sides, measured from the
/// midpoint; the others divide each side by itself, `jenks` so that the sum of both sides' spreads
/// is least. There are at most `spec.count` classes, but never fewer than one for each side that
/// has values and one for the midpoint. Of fixed breaks, the class that the midpoint lies within is
/// the middle one. Throws Error as classify does, where the midpoint lies outside the breaks, and,
/// of other methods, far from all values.
PartedClasses classify_around(std::span<const double> values, int decimals,
                              const input::ClassSpec& spec,
                              std::span<const std::string> names = {});

/// What is wrong with a midpoint that lies far outside the values.
Problem far_midpoint(double midpoint, double lowest, double highest, const Location& where);

/// The scale of values for a continuous ramp; `values` are not empty. The midpoint, where there is
/// one among them, is a tick.
Scale scale_of(std::span<const double> values, const std::optional<double>& midpoint);

/// The classes of the values of these facts, or their scale without classes. `names` say whose each
/// value is. Throws Error as classify does.
Shades shades_for(const input::ClassSpec& spec, std::span<const double> values,
                  std::span<const std::string> names, const Facts& facts);

} // namespace cairn::facts
