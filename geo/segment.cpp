#include "geo/segment.h"

#include <algorithm>
#include <cmath>

namespace cairn::geo {
namespace {

bool boxes_meet(const Segment& first, const Segment& second) {
    return std::max(first.a.x, first.b.x) >= std::min(second.a.x, second.b.x) &&
           std::max(second.a.x, second.b.x) >= std::min(first.a.x, first.b.x) &&
           std::max(first.a.y, first.b.y) >= std::min(second.a.y, second.b.y) &&
           std::max(second.a.y, second.b.y) >= std::min(first.a.y, first.b.y);
}

/// Whether the segments from `start` to `first` and to `second` run in one direction.
bool overlap_from(Point start, Point first, Point second) {
    const double along =
        (first.x - start.x) * (second.x - start.x) + (first.y - start.y) * (second.y - start.y);
    return along > 0 && side(start, first, second) == 0;
}

} // namespace

int side(Point a, Point b, Point c) {
    const double left = (a.x - c.x) * (b.y - c.y);
    const double right = (a.y - c.y) * (b.x - c.x);
    const double determinant = left - right;
    const double error = 3.3306690738754716e-16 * (std::abs(left) + std::abs(right));
    return determinant > error ? 1 : determinant < -error ? -1 : 0;
}

Furthest furthest(std::span<const Point> points, std::size_t first, std::size_t last) {
    const Segment segment{points[first], points[last]};
    Furthest found{first, 0};
    for (std::size_t i = first + 1; i < last; ++i) {
        const double distance = squared_distance(points[i], segment);
        if (found.index == first || distance > found.squared_distance) {
            found = {i, distance};
        }
    }
    return found;
}

bool collide(const Segment& first, const Segment& second) {
    if (!boxes_meet(first, second)) {
        return false;
    }
    if (first.a == second.a) {
        return first.b == second.b || overlap_from(first.a, first.b, second.b);
    }
    if (first.a == second.b) {
        return first.b == second.a || overlap_from(first.a, first.b, second.a);
    }
    if (first.b == second.a) {
        return overlap_from(first.b, first.a, second.b);
    }
    if (first.b == second.b) {
        return overlap_from(first.b, first.a, second.a);
    }
    return side(first.a, first.b, second.a) * side(first.a, first.b, second.b) <= 0 &&
           side(second.a, second.b, first.a) * side(second.a, second.b, first.b) <= 0;
}

} // namespace cairn::geo
