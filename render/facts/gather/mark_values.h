#pragma once

#include "base/error.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// Values as circles and dots show them.
namespace cairn::facts {

/// Which of the values circles cannot show, and why, without a place; nothing where they can show
/// all. `names` say whose each value is.
std::optional<Problem> unfit_for_circles(std::span<const double> values,
                                         std::span<const std::string> names);

/// The same of dots.
std::optional<Problem> unfit_for_dots(std::span<const double> values,
                                      std::span<const std::string> names);

/// One to three round values, highest first, for a legend of sizes up to `highest`: the first
/// nearly that, the second at most half and the third at most an eighth of the first. None where
/// nothing is above zero.
std::vector<double> legend_sizes(double highest, bool whole);

} // namespace cairn::facts
