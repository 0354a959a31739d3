#include "geo/geometry.h"

#include <cstddef>
#include <numeric>

namespace cairn::geo {

Box bounds(const MultiPolygon& polygon) {
    Box box;
    for (const Ring& ring : polygon) {
        for (const Point point : ring) {
            box.add(point);
        }
    }
    return box;
}

double signed_area(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) {
        const Point a = ring[i - 1];
        const Point b = ring[i];
        // Relative to the first point: keeps digits that large coordinates would cost.
        const Point o = ring.front();
        twice += (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
    }
    return twice / 2;
}

Point centroid(const Ring& ring) {
    // Relative to the first point, as above.
    const Point o = ring.front();
    double twice = 0;
    Point moment;
    Point sum;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a{ring[i].x - o.x, ring[i].y - o.y};
        const Point next = ring[(i + 1) % ring.size()];
        const Point b{next.x - o.x, next.y - o.y};
        const double cross = a.x * b.y - b.x * a.y;
        twice += cross;
        moment = {moment.x + (a.x + b.x) * cross, moment.y + (a.y + b.y) * cross};
        sum = {sum.x + a.x, sum.y + a.y};
    }
    const auto count = static_cast<double>(ring.size());
    return twice == 0 ? Point{o.x + sum.x / count, o.y + sum.y / count}
                      : Point{o.x + moment.x / (3 * twice), o.y + moment.y / (3 * twice)};
}

double area(const MultiPolygon& polygon) {
    return std::accumulate(polygon.begin(), polygon.end(), 0.0,
                           [](double sum, const Ring& ring) { return sum + signed_area(ring); });
}

bool encloses(const Ring& ring, Point point) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        if ((a.y > point.y) != (b.y > point.y) &&
            point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

bool contains(const MultiPolygon& polygon, Point point) {
    bool inside = false;
    for (const Ring& ring : polygon) {
        inside = inside != encloses(ring, point);
    }
    return inside;
}

} // namespace cairn::geo
