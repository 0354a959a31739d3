#include "geo/borders.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

BOOST_AUTO_TEST_SUITE(borders)

namespace {

using namespace cairn::geo;

Region square(double left, double bottom) {
    return {.code = {},
            .name = {},
            .name_gd = {},
            .geometry = {
                {{left, bottom}, {left + 1, bottom}, {left + 1, bottom + 1}, {left, bottom + 1}}}};
}

double length(const std::vector<Line>& lines) {
    double sum = 0;
    for (const Line& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        }
    }
    return sum;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_lone_region_has_one_closed_coast) {
    const Borders found =
        cairn::geo::borders({.file = {}, .regions = {square(0, 0)}, .attribution = {}});
    BOOST_TEST(found.inner.empty());
    BOOST_REQUIRE(found.coast.size() == 1U);
    BOOST_TEST((found.coast[0].front() == found.coast[0].back()));
    BOOST_TEST(length(found.coast) == 4);
}

BOOST_AUTO_TEST_CASE(a_shared_side_is_one_line) {
    const Borders found = cairn::geo::borders(
        {.file = {}, .regions = {square(0, 0), square(1, 0)}, .attribution = {}});
    BOOST_REQUIRE(found.inner.size() == 1U);
    BOOST_TEST(length(found.inner) == 1);
    BOOST_TEST(found.coast.size() == 2U);
    BOOST_TEST(length(found.coast) == 6);
}

BOOST_AUTO_TEST_CASE(every_side_of_a_grid_is_drawn_once) {
    Regions regions;
    for (int x = 0; x < 4; ++x) {
        for (int y = 0; y < 3; ++y) {
            regions.regions.push_back(square(x, y));
        }
    }
    const Borders found = cairn::geo::borders(regions);
    BOOST_TEST(length(found.inner) == 3 * 3 + 4 * 2);
    BOOST_TEST(length(found.coast) == 14);
}

BOOST_AUTO_TEST_SUITE_END()
