#include "geo/region_of_point.h"

#include "geo/segment.h"

#include <algorithm>
#include <cmath>

namespace cairn::geo {

namespace {

/// Whether the point lies in the box, or within `reach` of it.
bool is_near(const Box& box, Point point, double reach) {
    return point.x >= box.min_x - reach && point.x <= box.max_x + reach &&
           point.y >= box.min_y - reach && point.y <= box.max_y + reach;
}

double squared_distance_to(const Ring& ring, Point point) {
    double least = squared_distance(point, {ring.back(), ring.front()});
    for (std::size_t i = 1; i < ring.size(); ++i) {
        least = std::min(least, squared_distance(point, {ring[i - 1], ring[i]}));
    }
    return least;
}

} // namespace

RegionOfPoint::RegionOfPoint(const Regions& regions) : m_regions(regions) {
    m_boxes.reserve(regions.regions.size());
    for (const Region& region : regions.regions) {
        std::vector<Box>& boxes = m_boxes.emplace_back();
        boxes.reserve(region.geometry.size());
        for (const Ring& ring : region.geometry) {
            boxes.push_back(bounds(MultiPolygon{ring}));
        }
    }
}

std::optional<Nearest> RegionOfPoint::find(Point point, double reach) const {
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        bool inside = false; // by the even-odd rule
        for (std::size_t ring = 0; ring < m_boxes[i].size(); ++ring) {
            inside = inside != (is_near(m_boxes[i][ring], point, 0) &&
                                encloses(m_regions.regions[i].geometry[ring], point));
        }
        if (inside) {
            return Nearest{i, 0};
        }
    }
    return nearest(point, reach);
}

std::optional<Nearest> RegionOfPoint::nearest(Point point, double reach) const {
    std::optional<Nearest> best;
    double least = reach * reach;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        for (std::size_t ring = 0; ring < m_boxes[i].size(); ++ring) {
            const Ring& line = m_regions.regions[i].geometry[ring];
            if (line.empty() || !is_near(m_boxes[i][ring], point, std::sqrt(least))) {
                continue;
            }
            const double squared = squared_distance_to(line, point);
            if (squared <= least) {
                least = squared;
                best = Nearest{i, std::sqrt(squared)};
            }
        }
    }
    return best;
}

} // namespace cairn::geo
