#pragma once

#include "geo/geometry.h"

#include <cstddef>
#include <span>
#include <vector>

namespace cairn::geo {

/// The points of an open line that make the shortest one whose segments have all points that they
/// leave out within `tolerance`: a path of the fewest shortcuts (Imai and Iri 1988), of which those
/// with the least error. Shortcuts are looked for in the cone that sees the tolerance around every
/// point between (Chan and Chin 1996) and then measured. Gives the numbers of the points, both ends
/// held; of a line of less than two points, all.
std::vector<std::size_t> fewest_points(std::span<const Point> line, double tolerance);

} // namespace cairn::geo
