#include "render/colour/fill_difference.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace cairn;
using colour::apart;
using colour::Hatch;
using colour::Motif;

BOOST_AUTO_TEST_SUITE(fill_difference)

namespace {

constexpr colour::Colour red{220, 60, 40};
constexpr colour::Colour green{60, 130, 30};
const colour::Fill first = colour::Category{0};
const colour::Fill second = colour::Category{1};

colour::Theme theme() {
    colour::Theme theme;
    theme.categories = {red, green};
    return theme;
}

Hatch hatch(Motif motif, double spacing) {
    return {colour::Category{0}, colour::Role::label, Length::px(spacing), Length::px(1), motif};
}

double between(const colour::Fill& a, const colour::Fill& b) {
    return apart(theme(), a, b).difference;
}

} // namespace

BOOST_AUTO_TEST_CASE(plain_fills_by_the_vision_that_parts_them_least) {
    const colour::Apart least = apart(theme(), first, second);
    BOOST_TEST((least.vision != colour::Vision::normal));
    BOOST_TEST(least.difference < difference(red, green));
    BOOST_TEST(least.difference == apart(theme(), least.vision, first, second));
    BOOST_TEST(between(first, first) == 0);
}

BOOST_AUTO_TEST_CASE(patterns_part_what_colours_do_not) {
    BOOST_TEST(std::isinf(between(hatch(Motif::dots, 4), first)));
    BOOST_TEST(std::isinf(between(hatch(Motif::dots, 4), hatch(Motif::cross, 4))));
    BOOST_TEST(std::isinf(between(hatch(Motif::dots, 4), hatch(Motif::dots, 6))));
    BOOST_TEST(between(hatch(Motif::dots, 4), hatch(Motif::dots, 5)) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
