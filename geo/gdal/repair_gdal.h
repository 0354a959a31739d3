#pragma once

#include "geo/geometry.h"

#include <span>

class OGRGeometry;

namespace cairn::geo {

/// An area that is valid.
struct Repaired {
    MultiPolygon polygon;
    bool was_valid = true; ///< and each of its parts for itself
};

/// The area of all `parts` together, in their own coordinates: valid, only what is polygon, outer
/// rings anticlockwise and holes clockwise; no ring where there is no area. No point that stays
/// moves. A ring that crosses itself is read by the even-odd rule, so that two regions that share
/// such a border still share it afterwards (GEOS MakeValid, method "linework"); parts that overlap
/// or touch are united.
Repaired repair(std::span<const OGRGeometry* const> parts);

} // namespace cairn::geo
