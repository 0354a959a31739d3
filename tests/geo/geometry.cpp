#include "geo/geometry.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

BOOST_AUTO_TEST_SUITE(geometry)

using namespace cairn::geo;

namespace {

const Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
const Ring hole{{4, 4}, {4, 6}, {6, 6}, {6, 4}};
const Ring island{{20, 0}, {21, 0}, {20, 1}};

/// A star around the origin: no two edges cross.
Ring star(std::mt19937& random) {
    std::uniform_real_distribution<double> radius(1, 5);
    std::uniform_int_distribution<int> points(3, 40);
    Ring ring;
    const int count = points(random);
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count;
        const double r = radius(random);
        ring.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    return ring;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_box_grows_to_hold_points) {
    Box box;
    BOOST_TEST(box.empty());
    box.add({3, -2});
    BOOST_TEST(!box.empty());
    BOOST_TEST(box.width() == 0);
    box.add({-1, 5});
    BOOST_TEST(box.width() == 4);
    BOOST_TEST(box.height() == 7);
    BOOST_TEST(bounds(MultiPolygon{}).empty());
    const Box all = bounds(MultiPolygon{square, island});
    BOOST_TEST(all.min_x == 0);
    BOOST_TEST(all.min_y == 0);
    BOOST_TEST(all.max_x == 21);
    BOOST_TEST(all.max_y == 10);
}

BOOST_AUTO_TEST_CASE(area_is_positive_for_outer_rings_and_negative_for_holes) {
    BOOST_TEST(signed_area(square) == 100);
    BOOST_TEST(signed_area(hole) == -4);
    BOOST_TEST(signed_area({}) == 0);
    BOOST_TEST(area({square, hole, island}) == 96.5);
    BOOST_TEST(area({}) == 0);
}

BOOST_AUTO_TEST_CASE(area_keeps_its_digits_far_from_the_origin) {
    Ring far = square;
    for (Point& point : far) {
        point.x += 1e12;
        point.y -= 1e12;
    }
    BOOST_TEST(signed_area(far) == 100);
}

BOOST_AUTO_TEST_CASE(a_point_lies_inside_rings_but_not_in_their_holes) {
    const MultiPolygon polygon{square, hole, island};
    BOOST_TEST(contains(polygon, {1, 1}));
    BOOST_TEST(contains(polygon, {20.2, 0.2}));
    BOOST_TEST(!contains(polygon, {5, 5}));
    BOOST_TEST(!contains(polygon, {15, 5}));
    BOOST_TEST(!contains(polygon, {20.8, 0.8}));
    BOOST_TEST(!contains({}, {0, 0}));
}

BOOST_AUTO_TEST_CASE(area_agrees_with_the_share_of_points_inside) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> place(-5, 5);
    for (int round = 0; round < 20; ++round) {
        const Ring ring = star(random);
        constexpr int points = 20000;
        int inside = 0;
        for (int i = 0; i < points; ++i) {
            inside += contains({ring}, {place(random), place(random)}) ? 1 : 0;
        }
        BOOST_TEST(100.0 * inside / points == signed_area(ring),
                   boost::test_tools::tolerance(0.15));
    }
}

BOOST_AUTO_TEST_CASE(turning_or_shifting_a_ring_changes_no_more_than_the_sign) {
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
        Ring ring = star(random);
        const double before = signed_area(ring);
        std::rotate(ring.begin(), ring.begin() + 1, ring.end());
        BOOST_TEST(signed_area(ring) == before, boost::test_tools::tolerance(1e-12));
        std::reverse(ring.begin(), ring.end());
        BOOST_TEST(signed_area(ring) == -before, boost::test_tools::tolerance(1e-12));
    }
}

BOOST_AUTO_TEST_SUITE_END()
