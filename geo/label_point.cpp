#include "geo/label_point.h"

#include "geo/segment.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <queue>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace cairn::geo {
namespace {

/// The radius of the largest axis-parallel square around `centre` that does not reach over `side`.
double square_radius(Point centre, const Segment& side) {
    const double x = side.a.x - centre.x;
    const double y = side.a.y - centre.y;
    const double dx = side.b.x - side.a.x;
    const double dy = side.b.y - side.a.y;
    // Along the side the distance max(|x|, |y|) is convex, and bends upwards only where |x| = |y|.
    const auto distance_at = [&](double t) {
        return std::max(std::abs(x + t * dx), std::abs(y + t * dy));
    };
    double least = std::min(distance_at(0), distance_at(1));
    for (const double t : {(y - x) / (dx - dy), -(x + y) / (dx + dy)}) {
        if (t > 0 && t < 1) {
            least = std::min(least, distance_at(t));
        }
    }
    return least;
}

/// The same for the box around `side`: never more, and quick.
double square_radius_of_box(Point centre, const Segment& side) {
    const auto [left, right] = std::minmax(side.a.x, side.b.x);
    const auto [low, high] = std::minmax(side.a.y, side.b.y);
    return std::max({left - centre.x, centre.x - right, low - centre.y, centre.y - high, 0.0});
}

/// The polygon in coordinates in which the box is the square from -1 to 1.
MultiPolygon scaled(const MultiPolygon& polygon, Point origin, Point unit) {
    MultiPolygon rings;
    for (const Ring& ring : polygon) {
        if (ring.size() < 3) {
            continue;
        }
        Ring& added = rings.emplace_back(ring);
        for (Point& point : added) {
            point = {(point.x - origin.x) / unit.x, (point.y - origin.y) / unit.y};
        }
    }
    return rings;
}

std::vector<Segment> sides_of(const MultiPolygon& polygon) {
    std::vector<Segment> sides;
    for (const Ring& ring : polygon) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            sides.push_back({ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]});
        }
    }
    return sides;
}

/// Separates inside from outside by the even-odd rule; the sides lie in rows, so that few need a
/// look.
class InsideTest {
  public:
    InsideTest(std::span<const Segment> sides, const Box& box)
        : m_sides(sides), m_low(box.min_y), m_starts(sides.size() / 4 + 2, 0) {
        const double rows = static_cast<double>(m_starts.size() - 1);
        m_height = box.height() > 0 ? box.height() / rows : 1;
        for (const Segment& side : sides) {
            for_each_row(side, [&](std::size_t row) { ++m_starts[row]; });
        }
        std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
        m_rows.resize(m_starts.back());
        for (std::size_t i = 0; i < sides.size(); ++i) {
            for_each_row(sides[i], [&](std::size_t row) {
                m_rows[--m_starts[row]] = static_cast<std::uint32_t>(i);
            });
        }
    }

    /// Where the horizontal line through `y` crosses sides, from west to east.
    [[nodiscard]] std::vector<double> crossings(double y) const {
        std::vector<double> found;
        const std::size_t row = row_at(y);
        for (std::size_t i = m_starts[row]; i < m_starts[row + 1]; ++i) {
            const Segment& side = m_sides[m_rows[i]];
            if ((side.a.y > y) != (side.b.y > y)) {
                found.push_back(crossing(side, y));
            }
        }
        std::ranges::sort(found);
        return found;
    }

    [[nodiscard]] bool inside(Point point) const {
        bool inside = false;
        const std::size_t row = row_at(point.y);
        for (std::size_t i = m_starts[row]; i < m_starts[row + 1]; ++i) {
            const Segment& side = m_sides[m_rows[i]];
            if ((side.a.y > point.y) != (side.b.y > point.y) && point.x < crossing(side, point.y)) {
                inside = !inside;
            }
        }
        return inside;
    }

  private:
    static double crossing(const Segment& side, double y) {
        return (side.b.x - side.a.x) * (y - side.a.y) / (side.b.y - side.a.y) + side.a.x;
    }

    [[nodiscard]] std::size_t row_at(double y) const {
        const double last = static_cast<double>(m_starts.size() - 2);
        return static_cast<std::size_t>(std::clamp((y - m_low) / m_height, 0.0, last));
    }

    void for_each_row(const Segment& side, auto&& visit) const {
        const auto [low, high] = std::minmax(side.a.y, side.b.y);
        for (std::size_t row = row_at(low); row <= row_at(high); ++row) {
            visit(row);
        }
    }

    std::span<const Segment> m_sides;
    double m_low;
    double m_height = 1;
    std::vector<std::size_t> m_starts; ///< of each row in m_rows, and the end
    std::vector<std::uint32_t> m_rows;
};

/// A square of the search. Of all sides, only some can be the nearest to a point in it.
struct Cell {
    Point centre;
    double half = 0;            ///< of its width
    double distance = 0;        ///< of its centre from the border, negative outside
    std::size_t near_first = 0; ///< the sides that count, in the pool
    std::size_t near_last = 0;

    /// What no point in the cell exceeds.
    [[nodiscard]] double potential() const { return distance + half; }

    /// The most promising cell is the greatest; the other fields make the order whole.
    friend bool operator<(const Cell& left, const Cell& right) {
        return std::tuple(left.potential(), left.centre.x, left.centre.y) <
               std::tuple(right.potential(), right.centre.x, right.centre.y);
    }
};

/// The search in scaled coordinates: cells are squares, and so are the sets of equal distance.
class Search {
  public:
    Search(const MultiPolygon& polygon, const MultiPolygon& keep_off, double least)
        : m_border(sides_of(polygon)), m_sides(m_border), m_box(bounds(polygon)),
          m_inside(m_border, m_box) {
        for (const Ring& ring : keep_off) {
            if (overlap(bounds({ring}), m_box)) {
                m_keep_off.push_back({ring});
                const std::vector<Segment> more = sides_of(m_keep_off.back());
                m_sides.insert(m_sides.end(), more.begin(), more.end());
            }
        }
        m_pool.resize(m_sides.size());
        std::iota(m_pool.begin(), m_pool.end(), std::uint32_t{0});
        m_best.distance = least;
        begin_with_largest(polygon);
    }

    /// The best cell; its distance is `least` where there is none further from the border.
    Cell run() {
        cover_box();
        while (!m_open.empty() && m_open.top().potential() > m_best.distance + precision()) {
            const Cell cell = m_open.top();
            m_open.pop();
            split(cell);
        }
        return m_best;
    }

  private:
    /// A hundredth of the distance found; no finer than a thousandth of the box, and than
    /// what keeps a long thin polygon from being cut into cells without number.
    [[nodiscard]] double precision() const {
        return std::max(
            {0.01 * m_best.distance, 0.001, std::max(m_box.width(), m_box.height()) / 4096});
    }

    /// Starts from a point inside each of the largest rings.
    void begin_with_largest(const MultiPolygon& polygon) {
        constexpr std::size_t most = 3;
        std::vector<std::pair<double, const Ring*>> rings;
        for (const Ring& ring : polygon) {
            rings.emplace_back(-signed_area(ring), &ring);
        }
        std::ranges::stable_sort(rings, {}, &std::pair<double, const Ring*>::first);
        for (std::size_t i = 0; i < std::min(most, rings.size()); ++i) {
            const Box box = bounds({*rings[i].second});
            const double y = box.min_y + box.height() / 2;
            const std::vector<double> crossings = m_inside.crossings(y);
            for (std::size_t k = 0; k + 1 < crossings.size(); k += 2) {
                consider({(crossings[k] + crossings[k + 1]) / 2, y}, 0, 0, m_sides.size());
            }
        }
    }

    void cover_box() {
        constexpr double most = 32;
        const double longest = std::max(m_box.width(), m_box.height());
        const double size = std::max(std::min(m_box.width(), m_box.height()), longest / most);
        for (double x = m_box.min_x; x < m_box.max_x; x += size) {
            for (double y = m_box.min_y; y < m_box.max_y; y += size) {
                consider({x + size / 2, y + size / 2}, size / 2, 0, m_sides.size());
            }
        }
    }

    /// Measures a cell, and opens it when it can beat the best.
    void consider(Point centre, double half, std::size_t first, std::size_t last) {
        double distance = std::numeric_limits<double>::infinity();
        for (std::size_t i = first; i < last; ++i) {
            const Segment& side = m_sides[m_pool[i]];
            if (square_radius_of_box(centre, side) < distance) {
                distance = std::min(distance, square_radius(centre, side));
            }
        }
        const Cell cell{centre, half, inside(centre) ? distance : -distance, first, last};
        if (cell.distance > m_best.distance) {
            m_best = cell;
        }
        if (half > 0 && cell.potential() > m_best.distance + precision()) {
            m_open.push(cell);
        }
    }

    [[nodiscard]] bool inside(Point point) const {
        return m_inside.inside(point) &&
               std::ranges::none_of(
                   m_keep_off, [&](const MultiPolygon& shape) { return contains(shape, point); });
    }

    void split(const Cell& cell) {
        // The nearest side of any point in the cell is no further than this from the centre.
        const double reach = std::abs(cell.distance) + 2 * cell.half;
        const std::size_t first = m_pool.size();
        for (std::size_t i = cell.near_first; i < cell.near_last; ++i) {
            if (square_radius_of_box(cell.centre, m_sides[m_pool[i]]) <= reach) {
                m_pool.push_back(m_pool[i]);
            }
        }
        const double half = cell.half / 2;
        for (const double x : {-half, half}) {
            for (const double y : {-half, half}) {
                consider({cell.centre.x + x, cell.centre.y + y}, half, first, m_pool.size());
            }
        }
    }

    static bool overlap(const Box& one, const Box& other) {
        return one.min_x < other.max_x && other.min_x < one.max_x && one.min_y < other.max_y &&
               other.min_y < one.max_y;
    }

    std::vector<Segment> m_border;
    std::vector<Segment> m_sides;         ///< the border's, and those of the rings to keep off
    std::vector<MultiPolygon> m_keep_off; ///< of one ring each
    Box m_box;
    InsideTest m_inside;
    std::vector<std::uint32_t> m_pool; ///< numbers of sides: all, then those near each cell split
    std::priority_queue<Cell> m_open;
    Cell m_best;
};

} // namespace

std::optional<LabelPoint> label_point(const MultiPolygon& polygon, double width, double height,
                                      const MultiPolygon& keep_off, double least_scale) {
    // A point takes the place of a box of no size.
    constexpr double least = 1e-6;
    const Point unit{std::max(width, least) / 2, std::max(height, least) / 2};
    const Box box = bounds(polygon);
    const Point origin{box.min_x + box.width() / 2, box.min_y + box.height() / 2};
    const MultiPolygon rings = scaled(polygon, origin, unit);
    if (rings.empty()) {
        return std::nullopt;
    }
    // The search may miss a place by its precision.
    const double worth_a_look = least_scale > 0 ? 0.99 * least_scale : -1;
    const Cell best = Search(rings, scaled(keep_off, origin, unit), worth_a_look).run();
    if (!(best.distance > 0) || best.distance < least_scale) {
        return std::nullopt;
    }
    return LabelPoint{{origin.x + best.centre.x * unit.x, origin.y + best.centre.y * unit.y},
                      best.distance};
}

} // namespace cairn::geo
