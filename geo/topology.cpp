#include "geo/topology.h"

#include "geo/point_index.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace cairn::geo {
namespace {

using Vertex = std::uint32_t;

/// All rings as numbers of points, none twice in succession.
struct NumberedRings {
    std::vector<Point> points;
    std::vector<Vertex> vertices;
    std::vector<std::size_t> starts{0}; ///< of each ring in vertices, and the end

    [[nodiscard]] std::size_t count() const { return starts.size() - 1; }
    [[nodiscard]] std::span<const Vertex> ring(std::size_t number) const {
        return std::span(vertices).subspan(starts[number], starts[number + 1] - starts[number]);
    }
};

std::uint64_t pair_key(Vertex first, Vertex second) {
    return std::uint64_t{first} << 32U | second;
}

NumberedRings number_rings(const Regions& regions) {
    std::size_t count = 0;
    for (const Region& region : regions.regions) {
        for (const Ring& ring : region.geometry) {
            count += ring.size();
        }
    }
    PointIndex index(count);
    NumberedRings rings;
    rings.vertices.reserve(count);
    for (const Region& region : regions.regions) {
        for (const Ring& ring : region.geometry) {
            const std::size_t start = rings.vertices.size();
            for (const Point point : ring) {
                const Vertex vertex = index.number(point);
                if (rings.vertices.size() == start || rings.vertices.back() != vertex) {
                    rings.vertices.push_back(vertex);
                }
            }
            while (rings.vertices.size() > start + 1 &&
                   rings.vertices.back() == rings.vertices[start]) {
                rings.vertices.pop_back();
            }
            rings.starts.push_back(rings.vertices.size());
        }
    }
    rings.points = index.points();
    return rings;
}

std::vector<char> find_junctions(const NumberedRings& rings) {
    constexpr std::uint64_t unseen = ~std::uint64_t{0};
    std::vector<std::uint64_t> neighbours(rings.points.size(), unseen);
    std::vector<char> junction(rings.points.size(), 0);
    for (std::size_t i = 0; i < rings.count(); ++i) {
        const std::span<const Vertex> ring = rings.ring(i);
        for (std::size_t j = 0; j < ring.size(); ++j) {
            const Vertex before = ring[j > 0 ? j - 1 : ring.size() - 1];
            const Vertex after = ring[j + 1 < ring.size() ? j + 1 : 0];
            const std::uint64_t key = pair_key(std::min(before, after), std::max(before, after));
            if (neighbours[ring[j]] == unseen) {
                neighbours[ring[j]] = key;
            } else if (neighbours[ring[j]] != key) {
                junction[ring[j]] = 1;
            }
        }
    }
    return junction;
}

class ArcCutter {
  public:
    explicit ArcCutter(const NumberedRings& rings)
        : m_rings(rings), m_junction(find_junctions(rings)) {
        m_topology.points.reserve(rings.vertices.size());
        m_topology.arc_starts.push_back(0);
        m_topology.ring_starts.push_back(0);
    }

    /// Adds the next ring.
    void add(std::span<const Vertex> ring) {
        if (!ring.empty()) {
            cut(ring, first_cut(ring));
        }
        m_topology.ring_starts.push_back(m_topology.uses.size());
    }

    Topology take() && { return std::move(m_topology); }

  private:
    /// Where in the ring its first arc begins.
    [[nodiscard]] std::size_t first_cut(std::span<const Vertex> ring) const {
        const auto junction =
            std::ranges::find_if(ring, [&](Vertex vertex) { return m_junction[vertex] != 0; });
        if (junction != ring.end()) {
            return static_cast<std::size_t>(junction - ring.begin());
        }
        const auto west = std::ranges::min_element(ring, {}, [&](Vertex vertex) {
            const Point point = m_rings.points[vertex];
            return std::tuple(point.x, point.y);
        });
        return static_cast<std::size_t>(west - ring.begin());
    }

    void cut(std::span<const Vertex> ring, std::size_t first) {
        m_path.assign(1, ring[first]);
        for (std::size_t step = 1; step <= ring.size(); ++step) {
            const Vertex vertex = ring[(first + step) % ring.size()];
            m_path.push_back(vertex);
            if (m_junction[vertex] != 0 || step == ring.size()) {
                m_topology.uses.push_back(use(m_path));
                m_path.assign(1, vertex);
            }
        }
    }

    /// The arc along `path`. An arc is known by the first step from either end: from there
    /// on, every ring that takes this step goes the same way up to the next junction.
    ArcUse use(std::span<const Vertex> path) {
        const std::uint64_t start = pair_key(path[0], path[1]);
        if (const auto known = m_by_first_step.find(start); known != m_by_first_step.end()) {
            return known->second;
        }
        const ArcUse arc{static_cast<std::uint32_t>(m_topology.arc_count()), false};
        for (const Vertex vertex : path) {
            m_topology.points.push_back(m_rings.points[vertex]);
        }
        m_topology.arc_starts.push_back(m_topology.points.size());
        m_by_first_step.emplace(start, arc);
        m_by_first_step.try_emplace(pair_key(path.back(), path[path.size() - 2]),
                                    ArcUse{arc.arc, true});
        return arc;
    }

    const NumberedRings& m_rings;
    std::vector<char> m_junction;
    Topology m_topology;
    std::vector<Vertex> m_path;
    std::unordered_map<std::uint64_t, ArcUse> m_by_first_step;
};

} // namespace

Topology topology_of(const Regions& regions) {
    const NumberedRings rings = number_rings(regions);
    ArcCutter cutter(rings);
    for (std::size_t i = 0; i < rings.count(); ++i) {
        cutter.add(rings.ring(i));
    }
    Topology topology = std::move(cutter).take();
    topology.region_starts.push_back(0);
    for (const Region& region : regions.regions) {
        topology.region_starts.push_back(topology.region_starts.back() + region.geometry.size());
    }
    return topology;
}

} // namespace cairn::geo
