#pragma once

#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cairn::facts {

/// Divides values into classes, lowest first, with how many values each has. Zero is left out where
/// it is a class of its own. Where all values are whole, so are the ends of the classes, and every
/// class holds at least one whole number. Fixed breaks: a class holds the break that it begins at,
/// and the last one the break at its end too. The computed methods (class_starts) give at most
/// `spec.count` classes. Throws Error at the spec's place when fixed breaks do not rise, or a value
/// lies outside them. `names` say in such a message whose value it is: one a value, or none.
std::vector<Class> classify(std::span<const double> values, int decimals,
                            const input::ClassSpec& spec, std::span<const std::string> names = {});

/// The classes that begin at all `breaks` but the last, where the last of them ends; their counts
/// are 0. Breaks of whole values (no `decimals`) are whole.
std::vector<Class> classes_between(std::span<const double> breaks, int decimals);

/// Counts the values in each class. Every value lies in one.
void count_values(std::vector<Class>& classes, std::span<const double> values);

/// The class that holds `value`; nothing when none does.
std::optional<std::size_t> class_of(std::span<const Class> classes, double value);

} // namespace cairn::facts
