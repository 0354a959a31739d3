#pragma once

#include "geo/geometry.h"

#include <span>

class OGRGeometry;

namespace cairn::geo {

/// The area of all `parts` together, in their own coordinates: valid, only what is polygon, outer
/// rings anticlockwise and holes clockwise; no ring where there is no area. No point that stays
/// moves. A ring that crosses itself is read by the even-odd rule, so that two regions that share
/// such a border still share it afterwards (GEOS MakeValid, method "linework"); parts that overlap
/// or touch are united.
MultiPolygon repair(std::span<const OGRGeometry* const> parts);

} // namespace cairn::geo
