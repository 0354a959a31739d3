#pragma once

#include "geo/geometry.h"
#include "geo/region.h"
#include "render/figure/map_frame.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

/// Shapes for tests, and what is true of them, found by other ways than the engine's.
namespace cairn::test {

inline double any(std::mt19937& random, double from, double to) {
    return std::uniform_real_distribution(from, to)(random);
}

inline geo::Ring square(double left, double bottom, double side) {
    return {
        {left, bottom}, {left + side, bottom}, {left + side, bottom + side}, {left, bottom + side}};
}

/// A ragged star around a point.
inline geo::Ring star(std::mt19937& random, geo::Point middle, double least, double most,
                      int corners) {
    geo::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i + any(random, 0, 0.6)) / corners;
        const double radius = any(random, least, most);
        ring.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
    return ring;
}

/// By the even-odd rule over all rings: how often a ray to the right crosses them.
inline bool is_inside(const geo::MultiPolygon& polygon, geo::Point point) {
    bool inside = false;
    for (const geo::Ring& ring : polygon) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geo::Point a = ring[i];
            const geo::Point b = ring[(i + 1) % ring.size()];
            if ((a.y > point.y) != (b.y > point.y) &&
                point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) {
                inside = !inside;
            }
        }
    }
    return inside;
}

/// How far a point lies from the nearest side.
inline double distance_to_side(const geo::MultiPolygon& polygon, geo::Point point) {
    double least = std::numeric_limits<double>::infinity();
    for (const geo::Ring& ring : polygon) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geo::Point a = ring[i];
            const geo::Point b = ring[(i + 1) % ring.size()];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            const double along =
                ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
            const double t = std::clamp(along / length, 0.0, 1.0);
            least = std::min(least, std::hypot(point.x - a.x - t * (b.x - a.x),
                                               point.y - a.y - t * (b.y - a.y)));
        }
    }
    return least;
}

inline geo::Regions regions_of(const std::vector<geo::MultiPolygon>& shapes) {
    geo::Regions regions;
    for (const geo::MultiPolygon& shape : shapes) {
        geo::Region& region = regions.regions.emplace_back();
        region.geometry = shape;
    }
    return regions;
}

/// A metre is a pixel, and y runs up from the foot of a page of this size.
inline figure::MapFrame frame_of(double width, double height) {
    return {{0, 0, width, height}, Length::px(1), {}};
}

} // namespace cairn::test
