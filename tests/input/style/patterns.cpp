#include "render/colour/fill_difference.h"
#include "render/colour/limits.h"
#include "render/input/style/palette.h"
#include "tests/support.h"

#include <cmath>
#include <string>
#include <vector>

using namespace cairn;
using input::Style;

BOOST_AUTO_TEST_SUITE(patterns)

namespace {

/// Every two of the fills, of which all have one ground, are told apart by their patterns; so is
/// each from missing data; and each ink stands out.
void check(const Style& style, const std::vector<colour::Fill>& fills) {
    for (std::size_t i = 0; i < fills.size(); ++i) {
        BOOST_TEST(std::isinf(colour::apart(style.theme, fills[i], style.map.missing).difference));
        if (const colour::Hatch* hatch = std::get_if<colour::Hatch>(&fills[i])) {
            BOOST_TEST(contrast(style.theme.colour_of(hatch->line),
                                style.theme.colour_of(hatch->ground)) >=
                       colour::least_mark_contrast);
        }
        for (std::size_t j = 0; j < i; ++j) {
            BOOST_TEST(std::isinf(colour::apart(style.theme, fills[i], fills[j]).difference));
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(told_apart_without_colour) {
    for (const char* name : {"screen", "print", "dark", "greyscale", "high-contrast"}) {
        Style style =
            input::read_style(test::source_folder() / "styles" / (std::string(name) + ".yaml"));
        style.theme.categories = {{255, 255, 255}, {120, 120, 120}, {0, 0, 0}};
        for (const colour::Plain& ground : colour::category_inks(style.theme.categories.size())) {
            for (std::size_t count = 1; count <= 7; ++count) {
                check(style, patterned(style.map, std::vector(count, ground)));
            }
            for (std::size_t side = 0; side <= 3; ++side) {
                const colour::Sides sides{.below = side, .middle = true, .above = 3};
                check(style, patterned(style.map, std::vector(side + 4, ground), sides));
            }
            for (std::size_t count = 1; count <= 8; ++count) {
                check(style, patterned_groups(style.map, std::vector(count, ground)));
            }
            check(style, {hatched_below(style.map, ground), ground});
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
