#pragma once

#include "geo/geometry.h"

#include <cstddef>
#include <span>

namespace cairn::geo {

/// A straight line between two points.
struct Segment {
    Point a;
    Point b;
};

/// 1 when `c` lies left of the line from `a` to `b`, -1 when right of it, 0 when on it or so near
/// that double precision cannot tell (error bound of Shewchuk 1997, section 4.3).
int side(Point a, Point b, Point c);

/// The square of the distance from `point` to the nearest point of `segment`.
inline double squared_distance(Point point, const Segment& segment) {
    const double dx = segment.b.x - segment.a.x;
    const double dy = segment.b.y - segment.a.y;
    const double px = point.x - segment.a.x;
    const double py = point.y - segment.a.y;
    const double along = px * dx + py * dy;
    const double squared_length = dx * dx + dy * dy;
    if (along <= 0) {
        return px * px + py * py;
    }
    if (along >= squared_length) {
        return (px - dx) * (px - dx) + (py - dy) * (py - dy);
    }
    const double across = px * dy - py * dx;
    return across * across / squared_length;
}

/// A point of a line, and how far it is from a segment.
struct Furthest {
    std::size_t index = 0;
    double squared_distance = 0;
};

/// The point strictly between `first` and `last` that is furthest from the segment between these;
/// `first` where there is none.
Furthest furthest(std::span<const Point> points, std::size_t first, std::size_t last);

/// Whether two segments have more in common than an end of both: they cross, overlap, or an end of
/// one lies on the other.
bool collide(const Segment& first, const Segment& second);

} // namespace cairn::geo
