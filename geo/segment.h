#pragma once

#include "geo/geometry.h"

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
double squared_distance(Point point, const Segment& segment);

/// Whether two segments have more in common than an end of both: they cross, overlap, or an end of
/// one lies on the other.
bool collide(const Segment& first, const Segment& second);

} // namespace cairn::geo
