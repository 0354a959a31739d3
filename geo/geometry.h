#pragma once

#include <algorithm>
#include <limits>
#include <vector>

/// Plane geometry in the units of a coordinate reference system: metres, x east, y north.
namespace cairn::geo {

struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point&, const Point&) = default;
};

/// A closed ring. The first point is not repeated at the end.
using Ring = std::vector<Point>;

/// The rings of an area: outer rings run anticlockwise (positive area), holes clockwise. Filled by
/// the even-odd rule.
using MultiPolygon = std::vector<Ring>;

/// An axis-parallel box. A box that holds no point yet is empty.
struct Box {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return min_x > max_x; }
    [[nodiscard]] double width() const { return max_x - min_x; }
    [[nodiscard]] double height() const { return max_y - min_y; }

    /// Grows the box to hold `point`.
    void add(Point point) {
        min_x = std::min(min_x, point.x);
        min_y = std::min(min_y, point.y);
        max_x = std::max(max_x, point.x);
        max_y = std::max(max_y, point.y);
    }
};

/// The box around all points; empty for no rings.
Box bounds(const MultiPolygon& polygon);

/// The signed area by the shoelace formula: positive when the ring runs anticlockwise.
double signed_area(const Ring& ring);

/// The centroid of the area within a ring; of its points where there is no area. Not of an empty
/// ring.
Point centroid(const Ring& ring);

/// The area of all outer rings less their holes.
double area(const MultiPolygon& polygon);

/// Whether `point` lies inside a ring.
bool encloses(const Ring& ring, Point point);

/// Whether `point` lies inside, by the even-odd rule.
bool contains(const MultiPolygon& polygon, Point point);

} // namespace cairn::geo
