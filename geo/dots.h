#pragma once

#include "geo/region.h"
#include "geo/topology.h"

#include <cstddef>
#include <vector>

namespace cairn::geo {

/// An island too small for its scale, as a regular octagon around the island's centroid.
struct Dot {
    std::size_t region = 0;
    Ring ring;
    bool replaces = false; ///< stands in for all that the region has
};

/// How small islands are shown, so that none far out vanishes and no skerries crowd a coast. An
/// island is a ring that shares no border and lies in no lake.
struct DotRule {
    double area = 0; ///< of a dot, and of the smallest island drawn in its own shape; square metres
    double apart = 0; ///< metres from a dot's centre to other land
};

/// The dots that `drawn` lacks: `regions` simplified with `rule.area` as smallest area. Each island
/// below that area becomes a dot, the largest first, but for those closer than `rule.apart` to land
/// that is drawn or to a dot: they count as a part of what they lie at. A region that is nothing
/// but such an island is always shown by a dot, unless that dot would touch other land.
std::vector<Dot> dots(const Regions& regions, const Topology& topology, const Regions& drawn,
                      const DotRule& rule);

/// Adds dots to regions simplified with the same smallest area, to whatever tolerance.
void add_dots(const std::vector<Dot>& dots, Regions& drawn);

} // namespace cairn::geo
