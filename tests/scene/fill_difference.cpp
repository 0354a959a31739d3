#include "render/scene/fill_difference.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace cairn::scene;

BOOST_AUTO_TEST_SUITE(fill_difference)

namespace {

constexpr Colour red{220, 60, 40};
constexpr Colour green{60, 130, 30};

Hatch hatch(Motif motif, double spacing) {
    return {red, {0, 0, 0}, Length::px(spacing), Length::px(1), motif};
}

} // namespace

BOOST_AUTO_TEST_CASE(plain_fills_by_the_vision_that_parts_them_least) {
    const Apart least = apart(red, green);
    BOOST_TEST((least.vision != Vision::normal));
    BOOST_TEST(least.difference < difference(red, green));
    BOOST_TEST(least.difference == apart(least.vision, red, green));
    BOOST_TEST(apart(red, red).difference == 0);
}

BOOST_AUTO_TEST_CASE(patterns_part_what_colours_do_not) {
    BOOST_TEST(std::isinf(apart(hatch(Motif::dots, 4), red).difference));
    BOOST_TEST(std::isinf(apart(hatch(Motif::dots, 4), hatch(Motif::cross, 4)).difference));
    BOOST_TEST(std::isinf(apart(hatch(Motif::dots, 4), hatch(Motif::dots, 6)).difference));
    BOOST_TEST(apart(hatch(Motif::dots, 4), hatch(Motif::dots, 5)).difference == 0);
}

BOOST_AUTO_TEST_SUITE_END()
