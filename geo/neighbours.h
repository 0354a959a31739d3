#pragma once

#include "geo/region.h"

#include <cstddef>
#include <vector>

namespace cairn::geo {

/// By region, the indices of the regions that share a border with it, rising. A border is shared
/// where a side of both rings has exactly the same two ends, as every reader and simplify() leave
/// it; a corner alone is no border.
using Neighbours = std::vector<std::vector<std::size_t>>;

Neighbours neighbours(const Regions& regions);

/// Where the regions of a set lie, in its metres: what words need to say where. One entry a region.
struct Whereabouts {
    Neighbours neighbours;
    std::vector<Box> boxes;    ///< empty for a region without rings
    std::vector<double> areas; ///< square metres
};

Whereabouts whereabouts(const Regions& regions);

} // namespace cairn::geo
