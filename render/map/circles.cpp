#include "render/map/circles.h"

#include "geo/label_point.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace cairn::map {

namespace {

using scene::Position;
using std::numbers::pi;

constexpr double widest = 0.08; ///< radius of the largest circle, as a share of the map's width
constexpr double narrowest = 0.02;
constexpr double most_shared = 0.1; ///< of the area of all circles
constexpr Length radius_step = Length::px(0.25);
constexpr Length circle_tolerance = Length::px(0.03);

/// Points of a polygon that keeps within the tolerance; a multiple of four.
int corners_of(Length radius) {
    const double bend = std::min(circle_tolerance / radius, 1.0);
    return 4 * std::max(4, static_cast<int>(std::ceil(pi / std::acos(1 - bend) / 4)));
}

/// How much further out than the circle the corners of a polygon of its area stand.
double reach_of(int corners) {
    const double angle = 2 * pi / corners;
    return std::sqrt(angle / std::sin(angle));
}

std::vector<Circle> scaled(std::vector<Circle> circles, std::span<const double> values,
                           Length radius) {
    for (std::size_t i = 0; i < circles.size(); ++i) {
        circles[i].radius = radius_of(values[i], values.front(), radius);
    }
    return circles;
}

bool on_page(const Circle& circle, const MapFrame& frame, const input::Style& style) {
    const Position at = frame.at(circle.centre);
    const Length room = circle.radius + style.margin / 4;
    return at.x >= room && at.x + room <= style.width;
}

bool stand_apart(std::span<const Circle> circles, const MapFrame& frame) {
    double all = 0;
    double shared = 0;
    for (std::size_t i = 0; i < circles.size(); ++i) {
        const double radius = circles[i].radius.to_px();
        all += pi * radius * radius;
        for (std::size_t k = 0; k < i; ++k) {
            const double distance =
                frame
                    .length(std::hypot(circles[i].centre.x - circles[k].centre.x,
                                       circles[i].centre.y - circles[k].centre.y))
                    .to_px();
            shared += shared_area(radius, circles[k].radius.to_px(), distance);
        }
    }
    return shared <= most_shared * all;
}

} // namespace

Length radius_of(double value, double largest, Length radius) {
    return radius * std::sqrt(value / largest);
}

double shared_area(double radius, double other, double distance) {
    if (distance >= radius + other) {
        return 0;
    }
    const double smaller = std::min(radius, other);
    if (distance <= std::abs(radius - other)) {
        return pi * smaller * smaller;
    }
    // Two segments, each the sector of its circle less a triangle.
    const auto segment = [distance](double own, double its) {
        const double to_chord = (distance * distance + own * own - its * its) / (2 * distance);
        return own * own * std::acos(to_chord / own) -
               to_chord * std::sqrt(std::max(0.0, own * own - to_chord * to_chord));
    };
    return segment(radius, other) + segment(other, radius);
}

std::vector<Circle> circles_for(std::span<const CircleRequest> requests, const MapPage& map,
                                const input::Style& style) {
    std::vector<CircleRequest> sorted(requests.begin(), requests.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(), &CircleRequest::value);
    std::vector<Circle> circles;
    std::vector<double> values;
    for (const CircleRequest& one : sorted) {
        const auto centre = geo::label_point(map.regions.regions[one.region].geometry, 1, 1);
        if (centre) {
            circles.push_back({one.fact, one.region, centre->centre, {}});
            values.push_back(one.value);
        }
    }
    const Length width = style.width - 2 * style.margin;
    for (Length radius = width * widest; radius > width * narrowest; radius -= radius_step) {
        std::vector<Circle> tried = scaled(circles, values, radius);
        if (stand_apart(tried, map.frame) && std::ranges::all_of(tried, [&](const Circle& one) {
                // A frame is made to hold its circle.
                return (map.framed && map.framed->region == one.region) ||
                       on_page(one, map.frame, style);
            })) {
            return tried;
        }
    }
    return scaled(std::move(circles), values, width * narrowest);
}

scene::Subpath circle(Position centre, Length radius) {
    const int corners = corners_of(radius);
    const Length reach = radius * reach_of(corners);
    scene::Subpath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * pi * i / corners;
        path.points.push_back(
            {centre.x + reach * std::cos(angle), centre.y + reach * std::sin(angle)});
    }
    return path;
}

geo::Ring circle_ring(geo::Point centre, double radius) {
    constexpr int corners = 32;
    const double reach = radius * reach_of(corners);
    geo::Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * pi * i / corners;
        ring.push_back({centre.x + reach * std::cos(angle), centre.y + reach * std::sin(angle)});
    }
    return ring;
}

} // namespace cairn::map
