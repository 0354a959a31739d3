#include "geo/point_index.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <random>

BOOST_AUTO_TEST_SUITE(point_index)

using cairn::geo::Point;
using cairn::geo::PointIndex;

BOOST_AUTO_TEST_CASE(numbers_points_as_they_come) {
    PointIndex index(3);
    BOOST_TEST(index.number({1, 2}) == 0U);
    BOOST_TEST(index.number({2, 1}) == 1U);
    BOOST_TEST(index.number({1, 2}) == 0U);
    BOOST_TEST(index.number({0, 0}) == 2U);
    BOOST_TEST(index.number({-0.0, 0}) == 2U);
    BOOST_TEST(index.points().size() == 3U);
}

BOOST_AUTO_TEST_CASE(numbers_many_points_as_a_map_does) {
    std::mt19937 random(1);
    PointIndex index(10000);
    std::map<std::pair<double, double>, std::uint32_t> known;
    for (int i = 0; i < 10000; ++i) {
        const Point point{static_cast<double>(random() % 100) / 8,
                          static_cast<double>(random() % 100) * 1e5};
        const auto next = static_cast<std::uint32_t>(known.size());
        const auto expected = known.try_emplace({point.x, point.y}, next).first->second;
        BOOST_TEST_REQUIRE(index.number(point) == expected);
        BOOST_TEST_REQUIRE((index.points()[expected] == point));
    }
}

BOOST_AUTO_TEST_SUITE_END()
