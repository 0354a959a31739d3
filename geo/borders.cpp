#include "geo/borders.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

namespace cairn::geo {

namespace {

/// A ring's side, directed from its lesser end, so that both regions see the same one.
struct Edge {
    Point a;
    Point b;
    std::uint32_t region = 0;

    Edge(Point from, Point to, std::size_t of) : a(from), b(to), region(std::uint32_t(of)) {
        if (std::tie(b.x, b.y) < std::tie(a.x, a.y)) {
            std::swap(a, b);
        }
    }
    [[nodiscard]] auto key() const { return std::tie(a.x, a.y, b.x, b.y); }
};

std::vector<Edge> sorted_edges(const Regions& regions) {
    std::vector<Edge> edges;
    for (std::size_t r = 0; r < regions.regions.size(); ++r) {
        for (const Ring& ring : regions.regions[r].geometry) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                edges.emplace_back(ring[i], ring[(i + 1) % ring.size()], r);
            }
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& left, const Edge& right) {
        return std::tie(left.a.x, left.a.y, left.b.x, left.b.y, left.region) <
               std::tie(right.a.x, right.a.y, right.b.x, right.b.y, right.region);
    });
    return edges;
}

enum class Side { coast, inner, drawn_by_other };

/// What the side of a region's ring is. An inner border is drawn by the region of lower index.
Side side_of(const std::vector<Edge>& edges, const Edge& edge) {
    const auto [first, last] =
        std::equal_range(edges.begin(), edges.end(), edge,
                         [](const Edge& l, const Edge& r) { return l.key() < r.key(); });
    if (last - first < 2) {
        return Side::coast;
    }
    return first->region == edge.region ? Side::inner : Side::drawn_by_other;
}

/// Cuts a ring into lines of one kind of side each.
void cut(const Ring& ring, const std::vector<Side>& sides, Borders& borders) {
    const std::size_t count = ring.size();
    if (count == 0) {
        return;
    }
    // Begin where the kind changes, so that no line is cut at the ring's own first point.
    std::size_t start = 0;
    while (start < count && sides[start] == sides[(start + count - 1) % count]) {
        ++start;
    }
    start %= count;
    Line* line = nullptr;
    for (std::size_t step = 0; step < count; ++step) {
        const std::size_t i = (start + step) % count;
        const bool begins = step == 0 || sides[i] != sides[(i + count - 1) % count];
        if (sides[i] == Side::drawn_by_other) {
            continue;
        }
        if (begins) {
            auto& lines = sides[i] == Side::coast ? borders.coast : borders.inner;
            line = &lines.emplace_back(Line{ring[i]});
        }
        line->push_back(ring[(i + 1) % count]);
    }
}

} // namespace

Borders borders(const Regions& regions) {
    const std::vector<Edge> edges = sorted_edges(regions);
    Borders result;
    std::vector<Side> sides;
    for (std::size_t r = 0; r < regions.regions.size(); ++r) {
        for (const Ring& ring : regions.regions[r].geometry) {
            sides.clear();
            for (std::size_t i = 0; i < ring.size(); ++i) {
                sides.push_back(side_of(edges, {ring[i], ring[(i + 1) % ring.size()], r}));
            }
            cut(ring, sides, result);
        }
    }
    return result;
}

} // namespace cairn::geo
