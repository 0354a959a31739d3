#include "render/input/palette.h"
#include "render/scene/fill_difference.h"
#include "render/scene/limits.h"
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
void check(const Style& style, const std::vector<scene::Fill>& fills) {
    for (std::size_t i = 0; i < fills.size(); ++i) {
        BOOST_TEST(std::isinf(scene::apart(fills[i], style.map.missing).difference));
        if (const scene::Hatch* hatch = std::get_if<scene::Hatch>(&fills[i])) {
            BOOST_TEST(contrast(hatch->line, hatch->ground) >= scene::least_mark_contrast);
        }
        for (std::size_t j = 0; j < i; ++j) {
            BOOST_TEST(std::isinf(scene::apart(fills[i], fills[j]).difference));
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(told_apart_without_colour) {
    for (const char* name : {"screen", "print", "dark", "greyscale", "high-contrast"}) {
        const Style style =
            input::read_style(test::source_folder() / "styles" / (std::string(name) + ".yaml"));
        for (const scene::Colour ground :
             {scene::Colour{255, 255, 255}, scene::Colour{120, 120, 120}, scene::Colour{0, 0, 0}}) {
            for (std::size_t count = 1; count <= 7; ++count) {
                check(style, patterned(style.map, std::vector(count, ground)));
            }
            for (std::size_t side = 0; side <= 3; ++side) {
                const input::Sides sides{.below = side, .middle = true, .above = 3};
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
