#pragma once

#include "geo/region.h"
#include "geo/topology.h"

namespace cairn::geo {

/// The same regions with fewer points: no point of a border moves further than `tolerance` (metres)
/// from the simplified line, each border that two regions share is simplified once and stays shared
/// point by point, no ring crosses itself or another or changes sides with it, and no region loses
/// its last ring. Rings of less than `smallest_area` (square metres) are left out, but for the
/// largest of each region, those that share a border with a ring that stays, and those around one.
/// The error of the result is that of the regions and the tolerance. The fewest points of each arc
/// of the topology that hold this, with crossings refined away.
Regions simplify(const Regions& regions, double tolerance, double smallest_area);

/// The same with the regions' topology at hand, for more than one scale.
Regions simplify(const Regions& regions, const Topology& topology, double tolerance,
                 double smallest_area);

} // namespace cairn::geo
