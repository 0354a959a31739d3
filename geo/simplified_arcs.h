#pragma once

#include "geo/segment.h"
#include "geo/topology.h"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace cairn::geo {

/// A segment of a simplified arc, and the points of the arc that it stands for.
struct Shortcut {
    std::size_t first = 0; ///< in the points of the topology
    std::size_t last = 0;
    bool fresh = true; ///< came with the last change

    /// Whether points between its ends are left out.
    [[nodiscard]] bool refinable() const { return last - first > 1; }
};

/// The arcs of a topology with fewer points: every point left out lies within a tolerance of the
/// segment that stands for it, at all times: the fewest points that hold this, and more by Douglas
/// and Peucker 1973 where those would cross another line.
class SimplifiedArcs {
  public:
    /// Simplifies the arcs that the rings marked in `rings` use. The topology must outlive this.
    SimplifiedArcs(const Topology& topology, std::span<const char> rings, double tolerance);

    /// The segments of all arcs in use, in order.
    [[nodiscard]] std::vector<Shortcut> shortcuts() const;

    [[nodiscard]] Segment segment(const Shortcut& shortcut) const {
        return {m_topology.points[shortcut.first], m_topology.points[shortcut.last]};
    }

    /// The points of the arc that a shortcut stands for, its ends held.
    [[nodiscard]] std::span<const Point> chain(const Shortcut& shortcut) const {
        return std::span(m_topology.points)
            .subspan(shortcut.first, shortcut.last - shortcut.first + 1);
    }

    /// Brings back the point furthest from each of these refinable shortcuts, and what the
    /// tolerance then asks for; only what is new is fresh afterwards.
    void refine(std::span<const Shortcut> shortcuts);

    /// The segment of a ring furthest from its chain; one that is not refinable when all points are
    /// kept.
    [[nodiscard]] Shortcut coarsest(std::size_t ring) const;

    /// The points of a simplified ring.
    void write_ring(std::size_t number, Ring& ring) const;

  private:
    void keep_ends(std::size_t arc);
    void keep_fewest(std::size_t first, std::size_t last);
    void keep_within_tolerance(std::size_t first, std::size_t last);

    const Topology& m_topology;
    double m_squared_tolerance;
    std::vector<char> m_used;  ///< by arc
    std::vector<char> m_kept;  ///< by point
    std::vector<char> m_fresh; ///< by point: the segment that begins there
    std::vector<std::pair<std::size_t, std::size_t>> m_open; ///< ranges still to look at
};

} // namespace cairn::geo
