#include "geo/simplified_arcs.h"

#include "geo/fewest_points.h"
#include "geo/segment.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cairn::geo {

SimplifiedArcs::SimplifiedArcs(const Topology& topology, std::span<const char> rings,
                               double tolerance)
    : m_topology(topology), m_squared_tolerance(tolerance * tolerance),
      m_used(topology.arc_count(), 0), m_kept(topology.points.size(), 0),
      m_fresh(topology.points.size(), 1) {
    for (std::size_t ring = 0; ring < topology.ring_count(); ++ring) {
        for (const ArcUse use : topology.ring(ring)) {
            m_used[use.arc] = m_used[use.arc] != 0 || rings[ring] != 0 ? 1 : 0;
        }
    }
    for (std::size_t arc = 0; arc < topology.arc_count(); ++arc) {
        if (m_used[arc] != 0) {
            keep_ends(arc);
        }
    }
}

void SimplifiedArcs::keep_ends(std::size_t arc) {
    const std::size_t first = m_topology.arc_starts[arc];
    const std::size_t last = m_topology.arc_starts[arc + 1] - 1;
    m_kept[first] = 1;
    m_kept[last] = 1;
    if (m_topology.points[first] == m_topology.points[last] && last - first > 1) {
        // A closed arc needs two ends to be told from a point.
        const std::size_t far = furthest(m_topology.points, first, last).index;
        keep_fewest(first, far);
        keep_fewest(far, last);
    } else {
        keep_fewest(first, last);
    }
}

void SimplifiedArcs::keep_fewest(std::size_t first, std::size_t last) {
    const std::span<const Point> line =
        std::span(m_topology.points).subspan(first, last - first + 1);
    for (const std::size_t i : fewest_points(line, std::sqrt(m_squared_tolerance))) {
        m_kept[first + i] = 1;
    }
}

void SimplifiedArcs::keep_within_tolerance(std::size_t first, std::size_t last) {
    m_open.assign(1, {first, last});
    while (!m_open.empty()) {
        const auto [from, to] = m_open.back();
        m_open.pop_back();
        const Furthest far = furthest(m_topology.points, from, to);
        if (far.squared_distance > m_squared_tolerance) {
            m_kept[far.index] = 1;
            m_open.emplace_back(from, far.index);
            m_open.emplace_back(far.index, to);
        }
    }
}

std::vector<Shortcut> SimplifiedArcs::shortcuts() const {
    std::vector<Shortcut> found;
    for (std::size_t arc = 0; arc < m_topology.arc_count(); ++arc) {
        std::size_t first = m_topology.arc_starts[arc];
        const std::size_t end = m_used[arc] != 0 ? m_topology.arc_starts[arc + 1] : first;
        for (std::size_t i = first + 1; i < end; ++i) {
            if (m_kept[i] != 0) {
                found.push_back({first, i, m_fresh[first] != 0});
                first = i;
            }
        }
    }
    return found;
}

void SimplifiedArcs::refine(std::span<const Shortcut> shortcuts) {
    std::ranges::fill(m_fresh, 0);
    for (const Shortcut& shortcut : shortcuts) {
        const std::size_t far = furthest(m_topology.points, shortcut.first, shortcut.last).index;
        m_kept[far] = 1;
        keep_within_tolerance(shortcut.first, far);
        keep_within_tolerance(far, shortcut.last);
        std::fill(m_fresh.begin() + static_cast<std::ptrdiff_t>(shortcut.first),
                  m_fresh.begin() + static_cast<std::ptrdiff_t>(shortcut.last), 1);
    }
}

Shortcut SimplifiedArcs::coarsest(std::size_t ring) const {
    Shortcut found;
    double most = -1;
    for (const ArcUse use : m_topology.ring(ring)) {
        std::size_t first = m_topology.arc_starts[use.arc];
        for (std::size_t i = first + 1; i < m_topology.arc_starts[use.arc + 1]; ++i) {
            if (m_kept[i] == 0) {
                continue;
            }
            const double distance = furthest(m_topology.points, first, i).squared_distance;
            if (distance > most) {
                most = distance;
                found = {first, i};
            }
            first = i;
        }
    }
    return found;
}

void SimplifiedArcs::write_ring(std::size_t number, Ring& ring) const {
    ring.clear();
    for (const ArcUse use : m_topology.ring(number)) {
        const std::size_t first = m_topology.arc_starts[use.arc];
        const std::size_t last = m_topology.arc_starts[use.arc + 1] - 1;
        // Without the last point, which begins the next arc.
        for (std::size_t i = 0; i < last - first; ++i) {
            const std::size_t at = use.reversed ? last - i : first + i;
            if (m_kept[at] != 0) {
                ring.push_back(m_topology.points[at]);
            }
        }
    }
}

} // namespace cairn::geo
