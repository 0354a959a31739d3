#include "render/figure/dots.h"

#include "tests/figure/support_shapes.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <vector>

using namespace cairn;
using figure::DotSpacing;
using scene::Position;

BOOST_AUTO_TEST_SUITE(dots)

namespace {

const figure::MapFrame frame = test::frame_of(400, 400);

DotSpacing spacing(double border, double between) {
    return {Length::px(border), Length::px(between)};
}

double distance(Position a, Position b) {
    return std::hypot((a.x - b.x).to_px(), (a.y - b.y).to_px());
}

/// So many, inside the area, clear of its border and of each other.
void check_dots(const std::vector<Position>& dots, const geo::MultiPolygon& area, std::size_t count,
                double border, double between) {
    constexpr double rounding = 1e-6;
    BOOST_TEST(dots.size() == count);
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const geo::Point at = frame.point(dots[i]);
        BOOST_TEST(test::is_inside(area, at));
        BOOST_TEST(test::distance_to_side(area, at) >= border - rounding);
        for (std::size_t k = 0; k < i; ++k) {
            BOOST_TEST(distance(dots[i], dots[k]) >= between - rounding);
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(dots_stand_in_their_area_and_apart) {
    std::mt19937 random(1);
    int placed = 0;
    int refused = 0;
    for (const std::size_t count : {1U, 2U, 3U, 7U, 20U, 60U, 149U, 151U, 400U}) {
        for (int round = 0; round < 3; ++round) {
            const geo::MultiPolygon area{test::star(random, {200, 200}, 60, 180, 13),
                                         test::star(random, {200, 200}, 10, 40, 7)};
            const double between = test::any(random, 3, 14);
            const double border = between / 2;
            const auto dots = figure::spread_dots(area, frame, count, spacing(border, between));
            if (dots) {
                ++placed;
                check_dots(*dots, area, count, count == 1 ? 0 : border, between);
                BOOST_TEST(
                    (count == 1 || figure::may_hold(geo::area(area), count, Length::px(between))));
                BOOST_TEST(
                    (figure::spread_dots(area, frame, count, spacing(border, between)) == dots));
            } else {
                ++refused;
                // There is no room to speak of: squares of the distance would fill a third.
                BOOST_TEST(3 * static_cast<double>(count) * between * between > geo::area(area));
            }
        }
    }
    BOOST_TEST((placed > 15 && refused > 0));
}

BOOST_AUTO_TEST_CASE(few_dots_in_much_room_stand_far_apart) {
    const geo::MultiPolygon area{test::square(100, 100, 200)};
    for (const std::size_t count : {4U, 9U, 25U}) {
        const auto dots = figure::spread_dots(area, frame, count, spacing(2, 4)).value();
        check_dots(dots, area, count, 2, 4);
        double least = 1000;
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                least = std::min(least, distance(dots[i], dots[k]));
            }
        }
        // A square grid would leave them this far apart; they are nearly as even.
        const double even = 200 / std::sqrt(static_cast<double>(count));
        BOOST_TEST(least > 0.7 * even);
    }
}

BOOST_AUTO_TEST_CASE(there_is_no_room_for_what_does_not_fit) {
    const geo::MultiPolygon area{test::square(100, 100, 20)};
    BOOST_TEST(figure::spread_dots(area, frame, 0, spacing(2, 4)).value().empty());
    BOOST_TEST(figure::spread_dots(area, frame, 4, spacing(2, 4)).has_value());
    BOOST_TEST(!figure::spread_dots(area, frame, 60, spacing(2, 4)).has_value());
    BOOST_TEST(!figure::spread_dots(area, frame, 1, spacing(11, 4)).has_value());
    BOOST_TEST(!figure::spread_dots({}, frame, 1, spacing(2, 4)).has_value());
}

BOOST_AUTO_TEST_CASE(a_hexagon_a_dot_is_the_densest) {
    // 100 dots 10 px apart take at least 100 * 10 * 10 * sqrt(3)/2 px.
    BOOST_TEST(figure::may_hold(8661, 100, Length::px(10)));
    BOOST_TEST(!figure::may_hold(8660, 100, Length::px(10)));
}

BOOST_AUTO_TEST_SUITE_END()
