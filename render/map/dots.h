#pragma once

#include "geo/geometry.h"
#include "render/map/page/map_frame.h"

#include <cstddef>
#include <optional>
#include <vector>

/// Dots spread evenly over an area.
namespace cairn::map {

/// How dots stand: each this far from the border, measured from its middle, and from each other.
struct DotSpacing {
    Length border;
    Length between; ///< from middle to middle
};

/// Whether an area of this size could hold dots this far apart, whatever its shape: in the densest
/// rows each takes a hexagon.
bool may_hold(double square_pixels, std::size_t count, Length between);

/// The middles of `count` dots in the polygon (metres), as evenly as they go: the same on every
/// run. Each moves to the middle of what lies nearest to it (Lloyd 1982); where that leaves two too
/// close, each is placed as far as can be from those before it (Gonzalez 1985), and where that too
/// leaves no room, or there are very many, they stand in rows. Nothing where there is no room for
/// as many.
std::optional<std::vector<scene::Position>> spread_dots(const geo::MultiPolygon& polygon,
                                                        const MapFrame& frame, std::size_t count,
                                                        const DotSpacing& spacing);

} // namespace cairn::map
