#pragma once

#include "geo/error.h"
#include "render/input/figure_spec.h"

#include <optional>
#include <string_view>
#include <vector>

/// Values as circles and dots show them.
namespace cairn::facts {

/// Why a map of this kind cannot show the value, without its place; nothing where it can. `label`
/// says whose it is.
std::optional<Problem> unfit_for_marks(input::Kind kind, double value, std::string_view label);

/// One to three round values, highest first, for a legend of sizes up to `highest`: the first
/// nearly that, the second at most half and the third at most an eighth of the first. None where
/// nothing is above zero.
std::vector<double> legend_sizes(double highest, bool whole);

} // namespace cairn::facts
