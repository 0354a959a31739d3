#include "geo/fewest_points.h"

#include "geo/segment.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace cairn::geo {
namespace {

/// The directions in which a ray from a point passes within a tolerance of all points seen so far.
/// They are slopes from an axis: towards the first point that is further off than the tolerance,
/// from which all of them are less than a quarter turn away.
class Cone {
  public:
    Cone(Point apex, double tolerance) : m_apex(apex), m_tolerance(tolerance) {}

    [[nodiscard]] bool empty() const { return m_right > m_left; }

    /// Whether the ray to `point` is one of them.
    [[nodiscard]] bool holds(Point point) const {
        const Point to = from_axis(point);
        return !m_bounded || (to.x > 0 && m_right * to.x <= to.y && to.y <= m_left * to.x);
    }

    /// Takes away those that pass `point` too far off.
    void narrow(Point point) {
        const double dx = point.x - m_apex.x;
        const double dy = point.y - m_apex.y;
        const double rest = dx * dx + dy * dy - m_tolerance * m_tolerance;
        if (rest <= 0) {
            return; // near enough to the apex itself
        }
        if (!m_bounded) {
            m_axis = {dx, dy};
            m_bounded = true;
        }
        const Point to = from_axis(point);
        const double along = std::sqrt(rest);
        const Point left{along * to.x - m_tolerance * to.y, along * to.y + m_tolerance * to.x};
        const Point right{along * to.x + m_tolerance * to.y, along * to.y - m_tolerance * to.x};
        // An edge more than a quarter turn from the axis bounds nothing on its own side, and leaves
        // nothing on the other.
        m_left = std::min(m_left, left.x > 0 ? left.y / left.x : to.y >= 0 ? endless : -endless);
        m_right = std::max(m_right, right.x > 0 ? right.y / right.x
                                    : to.y <= 0 ? -endless
                                                : endless);
    }

  private:
    static constexpr double endless = std::numeric_limits<double>::infinity();

    /// The way from the apex to `point`: along the axis, and to its left.
    [[nodiscard]] Point from_axis(Point point) const {
        const double dx = point.x - m_apex.x;
        const double dy = point.y - m_apex.y;
        return {m_axis.x * dx + m_axis.y * dy, m_axis.x * dy - m_axis.y * dx};
    }

    Point m_apex;
    double m_tolerance;
    Point m_axis{1, 0};
    double m_left = endless;
    double m_right = -endless;
    bool m_bounded = false;
};

/// The best way to a point found so far.
struct Way {
    std::uint32_t segments = std::numeric_limits<std::uint32_t>::max();
    std::size_t from = 0;
    double error = 0;         ///< the sum of the squared distances of its shortcuts
    std::size_t furthest = 0; ///< the point that its last shortcut passes furthest off
};

/// Whether a way of as many segments whose last shortcut begins at `from` cannot have less error.
bool no_truer(std::span<const Point> line, const std::vector<Way>& ways, std::size_t from,
              std::size_t to) {
    const Way& best = ways[to];
    const double left = best.error - ways[from].error;
    // What is far off one shortcut is far off most others.
    return left <= 0 || (from < best.furthest &&
                         squared_distance(line[best.furthest], {line[from], line[to]}) >= left);
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
            const bool may_be_truer = segments == ways[j].segments && !no_truer(line, ways, i, j);
            if ((shorter || may_be_truer) && cone.holds(line[j])) {
                const Furthest off = furthest(line, i, j);
                const double sum = ways[i].error + off.squared_distance;
                if (off.squared_distance <= tolerance * tolerance &&
                    (shorter || sum < ways[j].error)) {
                    ways[j] = {segments, i, sum, off.index};
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
