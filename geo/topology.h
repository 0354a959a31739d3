#pragma once

#include "geo/region.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cairn::geo {

/// An arc as a part of a ring.
struct ArcUse {
    std::uint32_t arc = 0;
    bool reversed = false; ///< run from its last point to its first
};

/// The borders of a coverage, each held once. An arc runs from junction to junction, with the same
/// rings on it all along; a ring that meets no junction is one closed arc, from its westernmost
/// (then southernmost) point. Rings are numbered through all regions, in order.
struct Topology {
    std::vector<Point> points;              ///< of all arcs, one after another, both ends held
    std::vector<std::size_t> arc_starts;    ///< in points, and the end
    std::vector<ArcUse> uses;               ///< of all rings, one after another
    std::vector<std::size_t> ring_starts;   ///< in uses, and the end
    std::vector<std::size_t> region_starts; ///< the first ring of each region, and the end

    [[nodiscard]] std::size_t arc_count() const { return arc_starts.size() - 1; }
    [[nodiscard]] std::size_t ring_count() const { return ring_starts.size() - 1; }

    /// The arcs of a ring, in order.
    [[nodiscard]] std::span<const ArcUse> ring(std::size_t number) const {
        return std::span(uses).subspan(ring_starts[number],
                                       ring_starts[number + 1] - ring_starts[number]);
    }
};

/// Cuts the rings of all regions into arcs. Points are the same where their coordinates are exactly
/// the same. A junction is a point that two rings, or one ring twice, pass with other neighbours
/// (Bostock 2013, TopoJSON's "join").
Topology topology_of(const Regions& regions);

} // namespace cairn::geo
