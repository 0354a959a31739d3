#pragma once

#include "render/map/page/map_page.h"

#include <cstddef>
#include <span>
#include <vector>

/// Circles whose areas are in proportion to their values (flat scaling: no allowance is made for
/// how eyes compare areas).
namespace cairn::map {

/// A value that wants a circle.
struct CircleRequest {
    std::size_t fact = 0;
    std::size_t region = 0;
    double value = 0; ///< above zero
};

struct Circle {
    std::size_t fact = 0;
    std::size_t region = 0;
    geo::Point centre; ///< metres: where the region has most room around
    Length radius;     ///< without its edge
};

/// The circles, the largest first, so that none hides a smaller one. The largest has the greatest
/// radius, to a quarter of a pixel, of at most 8 % of the page's width between the margins, at
/// which all circles stay on the page and the areas that two circles share add up to at most a
/// tenth of the area of all; where there is none, 2 % of the width.
std::vector<Circle> circles_for(std::span<const CircleRequest> requests, const MapPage& map,
                                const input::Style& style);

/// The radius of a value's circle, where `largest` has `radius`.
Length radius_of(double value, double largest, Length radius);

/// The area that two circles share, whose middles are this far apart.
double shared_area(double radius, double other, double distance);

/// A polygon of exactly the circle's area, no further than 0.03 px from it.
scene::Subpath circle(scene::Position centre, Length radius);

/// The same in metres, anticlockwise.
geo::Ring circle_ring(geo::Point centre, double radius);

} // namespace cairn::map
