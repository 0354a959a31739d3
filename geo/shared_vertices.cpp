#include "geo/shared_vertices.h"

#include "geo/point_index.h"
#include "geo/segment_grid.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <utility>

namespace cairn::geo {
namespace {

using Vertex = std::uint32_t;

/// A point on a side of a ring.
struct Insertion {
    std::size_t side = 0; ///< counted through all rings
    double distance = 0;  ///< squared, from the start of the side
    Vertex vertex = 0;

    [[nodiscard]] auto order() const { return std::tie(side, distance, vertex); }
};

double squared_length(Point a, Point b) {
    return (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
}

/// The sides of all rings, and the points that lie on them or all but on each other.
class Contacts {
  public:
    Contacts(const Regions& regions, double tolerance)
        : m_squared_tolerance(tolerance * tolerance), m_index(count_points(regions)) {
        for (const Region& region : regions.regions) {
            for (const Ring& ring : region.geometry) {
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    m_sides.push_back({ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]});
                    m_index.number(ring[i]);
                }
            }
        }
        m_first_same.resize(m_index.points().size());
        std::iota(m_first_same.begin(), m_first_same.end(), Vertex{0});
        find(SegmentGrid(m_sides, tolerance, tolerance));
        std::ranges::sort(m_insertions, {}, &Insertion::order);
    }

    [[nodiscard]] bool none() const { return m_insertions.empty() && !m_joined; }

    /// Writes a ring anew; its first side has the number `side`.
    [[nodiscard]] Ring rewrite(const Ring& ring, std::size_t side) {
        Ring written;
        const auto add = [&](Vertex vertex) {
            const Point point = m_index.points()[first_same(vertex)];
            if (written.size() > 1 && written[written.size() - 2] == point) {
                written.pop_back(); // there and back: no area
            } else if (written.empty() || written.back() != point) {
                written.push_back(point);
            }
        };
        auto next = std::ranges::lower_bound(m_insertions, side, {}, &Insertion::side);
        for (const Point point : ring) {
            add(m_index.number(point));
            for (; next != m_insertions.end() && next->side == side; ++next) {
                add(next->vertex);
            }
            ++side;
        }
        close(written);
        return written;
    }

  private:
    /// Takes off what is doubled where the end of a ring meets its start.
    static void close(Ring& ring) {
        while (ring.size() > 2 && (ring.back() == ring.front() || ring.back() == ring[1] ||
                                   ring[ring.size() - 2] == ring.front())) {
            if (ring.back() == ring[1]) {
                ring.erase(ring.begin());
            } else {
                ring.pop_back();
            }
        }
    }

    static std::size_t count_points(const Regions& regions) {
        std::size_t count = 0;
        for (const Region& region : regions.regions) {
            for (const Ring& ring : region.geometry) {
                count += ring.size();
            }
        }
        return count;
    }

    void find(const SegmentGrid& grid) {
        for (Vertex vertex = 0; vertex < m_first_same.size(); ++vertex) {
            const Point point = m_index.points()[vertex];
            for (const std::uint32_t side : grid.in_cell(grid.cell_at(point))) {
                const Segment& segment = m_sides[side];
                if (point != segment.a && point != segment.b &&
                    squared_distance(point, segment) <= m_squared_tolerance) {
                    touch(vertex, point, side);
                }
            }
        }
    }

    /// Notes that `point` lies on `side`.
    void touch(Vertex vertex, Point point, std::uint32_t side) {
        const Segment& segment = m_sides[side];
        const double from_start = squared_length(segment.a, point);
        if (from_start <= m_squared_tolerance) {
            join(vertex, m_index.number(segment.a));
        } else if (squared_length(segment.b, point) <= m_squared_tolerance) {
            join(vertex, m_index.number(segment.b));
        } else {
            m_insertions.push_back({side, from_start, vertex});
        }
    }

    void join(Vertex left, Vertex right) {
        const auto [first, second] = std::minmax({first_same(left), first_same(right)});
        m_first_same[second] = first;
        m_joined = true;
    }

    Vertex first_same(Vertex vertex) {
        while (m_first_same[vertex] != vertex) {
            m_first_same[vertex] = m_first_same[m_first_same[vertex]];
            vertex = m_first_same[vertex];
        }
        return vertex;
    }

    double m_squared_tolerance;
    PointIndex m_index;
    std::vector<Segment> m_sides;
    std::vector<Insertion> m_insertions;
    std::vector<Vertex> m_first_same; ///< leads each point to the first one that it is one with
    bool m_joined = false;
};

} // namespace

void share_vertices(Regions& regions, double tolerance) {
    Contacts contacts(regions, tolerance);
    if (contacts.none()) {
        return;
    }
    std::size_t side = 0;
    for (Region& region : regions.regions) {
        for (Ring& ring : region.geometry) {
            const std::size_t sides = ring.size();
            ring = contacts.rewrite(ring, side);
            side += sides;
        }
        std::erase_if(region.geometry, [](const Ring& ring) { return ring.size() < 3; });
    }
}

} // namespace cairn::geo
