#pragma once

#include "geo/geometry.h"
#include "render/figure/map_frame.h"

#include <cstddef>
#include <optional>
#include <vector>

/// Dots spread evenly over an area.
namespace cairn::figure {

/// How dots stand: each this far from the border, measured from its middle, and from each other.
struct DotSpacing {
    scene::Length border;
    scene::Length between; ///< from middle to middle
};

/// The middles of `count` dots in the polygon (metres), as evenly as they go: the same on every
/// run. Each moves to the middle of what lies nearest to it (Lloyd 1982); where that leaves two too
/// close, each is placed as far as can be from those before it (Gonzalez 1985). Nothing where there
/// is no room for as many.
std::optional<std::vector<scene::Position>> spread_dots(const geo::MultiPolygon& polygon,
                                                        const MapFrame& frame, std::size_t count,
                                                        const DotSpacing& spacing);

} // namespace cairn::figure
