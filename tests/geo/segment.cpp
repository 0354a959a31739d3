#include "geo/segment.h"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(segment)

using cairn::geo::collide;
using cairn::geo::Point;
using cairn::geo::Segment;
using cairn::geo::side;
using cairn::geo::squared_distance;

BOOST_AUTO_TEST_CASE(tells_left_from_right) {
    BOOST_TEST(side({0, 0}, {10, 0}, {5, 1}) == 1);
    BOOST_TEST(side({0, 0}, {10, 0}, {5, -1}) == -1);
    BOOST_TEST(side({0, 0}, {10, 0}, {25, 0}) == 0);
    BOOST_TEST(side({0.1, 0.1}, {0.3, 0.3}, {0.7, 0.7}) == 0);
}

BOOST_AUTO_TEST_CASE(measures_to_the_nearest_point) {
    const Segment line{{0, 0}, {10, 0}};
    BOOST_TEST(squared_distance({5, 3}, line) == 9);
    BOOST_TEST(squared_distance({-3, 4}, line) == 25);
    BOOST_TEST(squared_distance({13, -4}, line) == 25);
    BOOST_TEST(squared_distance({3, 4}, {{0, 0}, {0, 0}}) == 25);
}

BOOST_AUTO_TEST_CASE(tells_what_collides) {
    struct Case {
        Segment first;
        Segment second;
        bool expected;
    };
    const std::vector<Case> cases{
        {{{0, 0}, {10, 10}}, {{0, 10}, {10, 0}}, true}, // cross
        {{{0, 0}, {10, 0}}, {{5, 0}, {5, 5}}, true},    // an end on the other
        {{{0, 0}, {10, 0}}, {{5, 0}, {15, 0}}, true},   // overlap
        {{{0, 0}, {10, 0}}, {{2, 0}, {4, 0}}, true},    // within
        {{{0, 0}, {10, 0}}, {{0, 0}, {10, 0}}, true},   // the same
        {{{0, 0}, {10, 0}}, {{10, 0}, {0, 0}}, true},   // the same, reversed
        {{{0, 0}, {10, 0}}, {{0, 0}, {5, 0}}, true},    // one from the start of the other
        {{{0, 0}, {10, 0}}, {{5, 0}, {10, 0}}, true},   // one from the end of the other
        {{{0, 0}, {10, 0}}, {{10, 0}, {20, 0}}, false}, // one goes on from the other
        {{{0, 0}, {10, 0}}, {{10, 0}, {5, 5}}, false},  // meet at an end
        {{{0, 0}, {10, 0}}, {{0, 0}, {-5, 0}}, false},  // leave one point oppositely
        {{{0, 0}, {10, 0}}, {{0, 1}, {10, 1}}, false},  // side by side
        {{{0, 0}, {10, 0}}, {{11, 0}, {20, 0}}, false}, // on one line, apart
        {{{0, 0}, {10, 10}}, {{6, 5}, {20, 0}}, false}, // near
    };
    for (const Case& each : cases) {
        BOOST_TEST(collide(each.first, each.second) == each.expected);
        BOOST_TEST(collide(each.second, each.first) == each.expected);
        const Segment turned{each.second.b, each.second.a};
        BOOST_TEST(collide(each.first, turned) == each.expected);
    }
}

BOOST_AUTO_TEST_SUITE_END()
