#include "geo/fewest_points.h"

#include "geo/segment.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace cairn::geo {
namespace {

double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}

/// Whether a direction lies between two less than half a turn apart.
bool between(Point right, Point direction, Point left) {
    return cross(right, direction) >= 0 && cross(direction, left) >= 0;
}

/// The directions in which a ray from a point passes within a tolerance of all points seen so far.
class Cone {
  public:
    Cone(Point apex, double tolerance) : m_apex(apex), m_tolerance(tolerance) {}

    [[nodiscard]] bool empty() const { return m_empty; }

    /// Whether the ray to `point` is one of them.
    [[nodiscard]] bool holds(Point point) const {
        const Point to{point.x - m_apex.x, point.y - m_apex.y};
        return !m_bounded || between(m_right, to, m_left);
    }

    /// Takes away those that pass `point` too far off.
    void narrow(Point point) {
        const Point to{point.x - m_apex.x, point.y - m_apex.y};
        const double rest = to.x * to.x + to.y * to.y - m_tolerance * m_tolerance;
        if (rest <= 0) {
            return; // near enough to the apex itself
        }
        const double along = std::sqrt(rest);
        const Point left{along * to.x - m_tolerance * to.y, along * to.y + m_tolerance * to.x};
        const Point right{along * to.x + m_tolerance * to.y, along * to.y - m_tolerance * to.x};
        if (!m_bounded) {
            m_left = left;
            m_right = right;
            m_bounded = true;
            return;
        }
        // Those left begin at the right edge of one that lies in the other.
        const bool begins_here = between(m_right, right, m_left);
        m_empty = !begins_here && !between(right, m_right, left);
        m_left = between(m_right, left, m_left) ? left : m_left;
        m_right = begins_here ? right : m_right;
    }

  private:
    Point m_apex;
    double m_tolerance;
    Point m_left{};
    Point m_right{};
    bool m_bounded = false;
    bool m_empty = false;
};

/// The best way to a point found so far.
struct Way {
    std::uint32_t segments = std::numeric_limits<std::uint32_t>::max();
    std::size_t from = 0;
    double error = 0; ///< the sum of the squared distances of its shortcuts
};

/// The greatest squared distance of the points between from the shortcut; infinite above `most`.
double error_of(std::span<const Point> line, std::size_t first, std::size_t last, double most) {
    double greatest = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
        greatest = std::max(greatest, squared_distance(line[i], {line[first], line[last]}));
        if (greatest > most) {
            return std::numeric_limits<double>::infinity();
        }
    }
    return greatest;
}

} // namespace

std::vector<std::size_t> fewest_points(std::span<const Point> line, double tolerance) {
    std::vector<Way> ways(line.size());
    if (!ways.empty()) {
        ways[0].segments = 0;
    }
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        Cone cone(line[i], tolerance);
        for (std::size_t j = i + 1; j < line.size() && !cone.empty(); ++j) {
            const std::uint32_t segments = ways[i].segments + 1;
            const bool shorter = segments < ways[j].segments;
            const bool may_be_truer = segments == ways[j].segments && ways[i].error < ways[j].error;
            if ((shorter || may_be_truer) && cone.holds(line[j])) {
                const double error = error_of(line, i, j, tolerance * tolerance);
                const double sum = ways[i].error + error;
                if (std::isfinite(error) && (shorter || sum < ways[j].error)) {
                    ways[j] = {segments, i, sum};
                }
            }
            cone.narrow(line[j]);
        }
    }
    std::vector<std::size_t> kept;
    for (std::size_t i = line.size(); i > 0; i = ways[i - 1].from + 1) {
        kept.push_back(i - 1);
        if (i == 1) {
            break;
        }
    }
    std::ranges::reverse(kept);
    return kept;
}

} // namespace cairn::geo
