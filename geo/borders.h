#pragma once

#include "geo/region.h"

#include <vector>

namespace cairn::geo {

/// An open line, or a closed one where it ends at its beginning.
using Line = std::vector<Point>;

/// The lines that part regions, each once.
struct Borders {
    std::vector<Line> inner; ///< between two regions
    std::vector<Line> coast; ///< between a region and what is outside of all
};

/// The borders of regions whose shared borders are the same point by point on both sides, as
/// every reader and simplify() leave them.
Borders borders(const Regions& regions);

} // namespace cairn::geo
