#pragma once

#include "geo/geometry.h"

namespace cairn::geo {

/// Turns outer rings anticlockwise and holes clockwise. A ring is a hole where an odd number of the
/// others hold it. Rings must not cross; they may touch.
void turn_rings(MultiPolygon& polygon);

} // namespace cairn::geo
