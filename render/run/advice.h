#pragma once

#include "render/run/prepare.h"

#include <span>
#include <vector>

namespace cairn {

/// What would be more honest than maps of this run, each stated once for all of them, at the first:
/// areas or tiles shaded by a count; circles or dots for a measure such as "%" or "stories per
/// 1,000 people", which the unit says. Nothing where there is none.
std::vector<Problem> advice_on_maps(std::span<const PreparedFile> files);

} // namespace cairn
