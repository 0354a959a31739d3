#pragma once

#include "geo/region.h"

namespace cairn::geo {

/// Makes borders that lie on each other the same point by point. Points that are at most
/// `tolerance` apart become one, the first in the order of the rings; a point that lies within
/// `tolerance` of a side becomes a point of that side. A ring that is left with fewer than three
/// points goes. The tolerance is for rounding: far below the distance between neighbouring points.
void share_vertices(Regions& regions, double tolerance);

} // namespace cairn::geo
