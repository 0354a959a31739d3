#include "geo/simplify.h"

#include "geo/segment_grid.h"
#include "geo/simplified_arcs.h"
#include "geo/topology.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace cairn::geo {
namespace {

/// A ring of the regions, and what decides whether it stays.
struct RingFacts {
    const Ring* ring = nullptr;
    double area = 0; ///< signed
    Box box;
    bool largest = false; ///< of its region
};

std::vector<RingFacts> ring_facts(const Regions& regions) {
    std::vector<RingFacts> facts;
    for (const Region& region : regions.regions) {
        const std::size_t first = facts.size();
        std::size_t largest = first;
        for (const Ring& ring : region.geometry) {
            facts.push_back({&ring, ring.empty() ? 0 : signed_area(ring), {}});
            std::ranges::for_each(ring, [&](Point point) { facts.back().box.add(point); });
            if (facts.back().area > facts[largest].area) {
                largest = facts.size() - 1;
            }
        }
        if (facts.size() > first) {
            facts[largest].largest = true;
        }
    }
    return facts;
}

/// Gathers rings that share an arc: they stay or go together, so that no border loses one of its
/// sides.
class RingGroups {
  public:
    explicit RingGroups(const Topology& topology) : m_parents(topology.ring_count()) {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
        std::vector<std::size_t> first_user(topology.arc_count(), topology.ring_count());
        for (std::size_t ring = 0; ring < topology.ring_count(); ++ring) {
            for (const ArcUse use : topology.ring(ring)) {
                if (first_user[use.arc] == topology.ring_count()) {
                    first_user[use.arc] = ring;
                }
                m_parents[of(ring)] = of(first_user[use.arc]);
            }
        }
    }

    /// The number of a ring's group.
    std::size_t of(std::size_t ring) {
        while (m_parents[ring] != ring) {
            m_parents[ring] = m_parents[m_parents[ring]];
            ring = m_parents[ring];
        }
        return ring;
    }

  private:
    std::vector<std::size_t> m_parents;
};

bool surrounds(const RingFacts& outer, const RingFacts& inner) {
    return std::abs(outer.area) >= std::abs(inner.area) && outer.box.min_x <= inner.box.min_x &&
           outer.box.min_y <= inner.box.min_y && outer.box.max_x >= inner.box.max_x &&
           outer.box.max_y >= inner.box.max_y &&
           contains(MultiPolygon{*outer.ring}, inner.ring->front());
}

/// Which rings stay, by number.
std::vector<char> staying_rings(const std::vector<RingFacts>& facts, const Topology& topology,
                                double smallest_area) {
    RingGroups groups(topology);
    std::vector<char> stays(facts.size(), 0);
    const auto small = [&](std::size_t i) { return std::abs(facts[i].area) < smallest_area; };
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts[i].largest || !small(i)) {
            stays[groups.of(i)] = 1;
        }
    }
    // A small ring that stays needs the lake or the island that it lies in.
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t inner = 0; inner < facts.size(); ++inner) {
            if (!small(inner) || stays[groups.of(inner)] == 0 || facts[inner].ring->empty()) {
                continue;
            }
            for (std::size_t outer = 0; outer < facts.size(); ++outer) {
                if (stays[groups.of(outer)] == 0 && surrounds(facts[outer], facts[inner])) {
                    stays[groups.of(outer)] = 1;
                    changed = true;
                }
            }
        }
    }
    for (std::size_t i = 0; i < facts.size(); ++i) {
        stays[i] = stays[groups.of(i)];
    }
    return stays;
}

/// Whether `point` lies between a chain of points and the segment that closes it.
bool inside_chain(std::span<const Point> chain, Point point) {
    bool inside = false;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const Point a = chain[i];
        const Point b = chain[i + 1 < chain.size() ? i + 1 : 0];
        if ((a.y > point.y) != (b.y > point.y) &&
            point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

/// Finds the shortcuts that changed the topology: that collide with another one, or that have a
/// point of another one on the wrong side. Only where something is fresh.
class ConflictSearch {
  public:
    ConflictSearch(const SimplifiedArcs& arcs, double tolerance)
        : m_arcs(arcs), m_tolerance(tolerance), m_shortcuts(arcs.shortcuts()),
          m_conflicting(m_shortcuts.size(), 0) {
        m_segments.reserve(m_shortcuts.size());
        for (const Shortcut& shortcut : m_shortcuts) {
            m_segments.push_back(arcs.segment(shortcut));
        }
    }

    std::vector<Shortcut> conflicting() && {
        const SegmentGrid grid(m_segments, m_tolerance);
        for (std::size_t cell = 0; cell < grid.cell_count(); ++cell) {
            find_collisions(grid.in_cell(cell));
        }
        for (std::size_t i = 0; i < m_shortcuts.size(); ++i) {
            if (m_shortcuts[i].refinable() && m_conflicting[i] == 0) {
                find_passed_points(grid, i);
            }
        }
        std::vector<Shortcut> found;
        for (std::size_t i = 0; i < m_shortcuts.size(); ++i) {
            if (m_conflicting[i] != 0) {
                found.push_back(m_shortcuts[i]);
            }
        }
        return found;
    }

  private:
    void find_collisions(std::span<const std::uint32_t> numbers) {
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const Shortcut& first = m_shortcuts[numbers[i]];
            for (std::size_t j = i + 1; j < numbers.size(); ++j) {
                const Shortcut& second = m_shortcuts[numbers[j]];
                if ((first.fresh || second.fresh) && (first.refinable() || second.refinable()) &&
                    collide(m_segments[numbers[i]], m_segments[numbers[j]])) {
                    // One of them is enough: the one with more points to bring back.
                    const bool longer = second.last - second.first > first.last - first.first;
                    m_conflicting[numbers[longer ? j : i]] = 1;
                }
            }
        }
    }

    void find_passed_points(const SegmentGrid& grid, std::size_t i) {
        grid.for_each_cell(m_segments[i], m_tolerance, [&](std::size_t cell) {
            for (const std::uint32_t j : grid.in_cell(cell)) {
                const bool fresh = m_shortcuts[i].fresh || m_shortcuts[j].fresh;
                if (fresh && (passed(i, m_segments[j].a) || passed(i, m_segments[j].b))) {
                    m_conflicting[i] = 1;
                }
            }
        });
    }

    /// Whether shortcut `i` has another side towards `point` than the chain it stands for.
    [[nodiscard]] bool passed(std::size_t i, Point point) const {
        const Segment& segment = m_segments[i];
        return point != segment.a && point != segment.b &&
               squared_distance(point, segment) <= m_tolerance * m_tolerance &&
               inside_chain(m_arcs.chain(m_shortcuts[i]), point);
    }

    const SimplifiedArcs& m_arcs;
    double m_tolerance;
    std::vector<Shortcut> m_shortcuts;
    std::vector<Segment> m_segments;
    std::vector<char> m_conflicting;
};

/// Adds to `shortcuts` where rings that stay have fewer than three points, no area, or turned over.
void find_collapsed(const SimplifiedArcs& arcs, const std::vector<RingFacts>& facts,
                    std::span<const char> stays, std::vector<Shortcut>& shortcuts) {
    Ring ring;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (stays[i] == 0) {
            continue;
        }
        arcs.write_ring(i, ring);
        if (ring.size() < 3 || signed_area(ring) * facts[i].area <= 0) {
            if (const Shortcut coarsest = arcs.coarsest(i); coarsest.refinable()) {
                shortcuts.push_back(coarsest);
            }
        }
    }
    std::ranges::sort(shortcuts, {}, &Shortcut::first);
    shortcuts.erase(std::unique(shortcuts.begin(), shortcuts.end(),
                                [](const Shortcut& left, const Shortcut& right) {
                                    return left.first == right.first;
                                }),
                    shortcuts.end());
}

Regions write_regions(const Regions& regions, const Topology& topology, const SimplifiedArcs& arcs,
                      std::span<const char> stays, double tolerance) {
    Regions simplified{regions.file, {}, regions.attribution, regions.error + tolerance};
    simplified.regions.reserve(regions.regions.size());
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        const Region& region = regions.regions[i];
        Region& written =
            simplified.regions.emplace_back(Region{region.code, region.name, region.name_gd, {}});
        for (std::size_t ring = topology.region_starts[i]; ring < topology.region_starts[i + 1];
             ++ring) {
            if (stays[ring] != 0) {
                arcs.write_ring(ring, written.geometry.emplace_back());
            }
        }
    }
    return simplified;
}

} // namespace

Regions simplify(const Regions& regions, double tolerance, double smallest_area) {
    return simplify(regions, topology_of(regions), tolerance, smallest_area);
}

Regions simplify(const Regions& regions, const Topology& topology, double tolerance,
                 double smallest_area) {
    const std::vector<RingFacts> facts = ring_facts(regions);
    const std::vector<char> stays = staying_rings(facts, topology, smallest_area);
    SimplifiedArcs arcs(topology, stays, tolerance);
    while (true) {
        std::vector<Shortcut> conflicts = ConflictSearch(arcs, tolerance).conflicting();
        find_collapsed(arcs, facts, stays, conflicts);
        if (conflicts.empty()) {
            return write_regions(regions, topology, arcs, stays, tolerance);
        }
        arcs.refine(conflicts);
    }
}

} // namespace cairn::geo
