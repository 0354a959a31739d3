#include "geo/turn_rings.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

BOOST_AUTO_TEST_SUITE(turn_rings)

using namespace cairn::geo;

namespace {

/// A square of side `2 * half` around a point, anticlockwise.
Ring square(Point centre, double half) {
    const auto [x, y] = centre;
    return {{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}};
}

Ring reversed(Ring ring) {
    std::ranges::reverse(ring);
    return ring;
}

} // namespace

BOOST_AUTO_TEST_CASE(rings_of_rings_alternate) {
    // An island with a loch with an island with a loch, and an island beside it.
    MultiPolygon polygon;
    for (const double half : {8.0, 1.0, 4.0, 2.0}) {
        polygon.push_back(square({0, 0}, half));
    }
    polygon.push_back(reversed(square({20, 0}, 3)));
    cairn::geo::turn_rings(polygon);
    BOOST_TEST(signed_area(polygon[0]) == 256);
    BOOST_TEST(signed_area(polygon[1]) == -4);
    BOOST_TEST(signed_area(polygon[2]) == -64);
    BOOST_TEST(signed_area(polygon[3]) == 16);
    BOOST_TEST(signed_area(polygon[4]) == 36);
}

BOOST_AUTO_TEST_CASE(touching_rings_are_told_by_a_point_that_does_not_touch) {
    // A hole whose first points lie on the outer ring, and an island that touches it from outside.
    MultiPolygon polygon{
        square({0, 0}, 10), {{-10, 0}, {0, -10}, {5, 0}}, reversed({{10, 0}, {20, -5}, {20, 5}})};
    cairn::geo::turn_rings(polygon);
    BOOST_TEST(signed_area(polygon[0]) == 400);
    BOOST_TEST(signed_area(polygon[1]) < 0);
    BOOST_TEST(signed_area(polygon[2]) == 50);
}

BOOST_AUTO_TEST_CASE(a_ring_whose_points_all_touch_is_told_by_its_sides) {
    // A loch between three points of the coast, and an island that lies in a bay in the same way.
    MultiPolygon polygon{square({0, 0}, 10),
                         reversed({{-10, -10}, {10, 0}, {0, 10}}),
                         {{20, 0}, {30, 0}, {30, 10}, {25, 2}, {20, 10}},
                         reversed({{20, 10}, {25, 2}, {30, 10}})};
    polygon[0] = {{-10, -10}, {10, -10}, {10, 0}, {10, 10}, {0, 10}, {-10, 10}};
    cairn::geo::turn_rings(polygon);
    BOOST_TEST(signed_area(polygon[0]) == 400);
    BOOST_TEST(signed_area(polygon[1]) < 0);
    BOOST_TEST(signed_area(polygon[2]) > 0);
    BOOST_TEST(signed_area(polygon[3]) > 0);
}

BOOST_AUTO_TEST_CASE(any_turn_and_order_give_the_same) {
    std::mt19937 random(5);
    MultiPolygon right;
    for (int column = 0; column < 6; ++column) {
        const Point centre{20.0 * column, 0};
        right.push_back(square(centre, 9));
        right.push_back(reversed(square(centre, 6)));
        right.push_back(square({centre.x - 2, 1}, 2));
        right.push_back(square({centre.x + 3, 1}, 2));
    }
    const auto in_order = [](MultiPolygon polygon) {
        for (Ring& ring : polygon) {
            std::rotate(ring.begin(),
                        std::ranges::min_element(
                            ring, {}, [](Point point) { return std::pair(point.x, point.y); }),
                        ring.end());
        }
        std::ranges::sort(polygon, {},
                          [](const Ring& ring) { return std::pair(ring[0].x, ring[0].y); });
        return polygon;
    };
    for (int round = 0; round < 100; ++round) {
        MultiPolygon polygon = right;
        std::ranges::shuffle(polygon, random);
        for (Ring& ring : polygon) {
            std::rotate(ring.begin(), ring.begin() + std::uniform_int_distribution(0, 3)(random),
                        ring.end());
            if (std::bernoulli_distribution()(random)) {
                std::ranges::reverse(ring);
            }
        }
        cairn::geo::turn_rings(polygon);
        BOOST_TEST((in_order(polygon) == in_order(right)));
    }
}

BOOST_AUTO_TEST_CASE(nothing_stays_nothing) {
    MultiPolygon empty;
    cairn::geo::turn_rings(empty);
    BOOST_TEST(empty.empty());
    MultiPolygon hollow{{}};
    cairn::geo::turn_rings(hollow);
    BOOST_TEST(hollow.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
