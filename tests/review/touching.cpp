#include "render/review/touching.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

// Which paints touch, and what contrast they need.

using namespace cairn;
using namespace cairn::scene;
using colour::Colour;
using colour::Fill;
using colour::Stroke;

BOOST_AUTO_TEST_SUITE(touching)

namespace {

constexpr Colour white{255, 255, 255};
constexpr Colour black{0, 0, 0};
constexpr Colour blue{28, 94, 186};
constexpr Colour pale{202, 216, 238};

// Of areas.
constexpr colour::Category blue_ink{0};
constexpr colour::Category pale_ink{1};

colour::Theme theme() {
    colour::Theme theme = test::theme();
    theme.categories = {blue, pale};
    theme[colour::Role::page] = white;
    theme[colour::Role::border] = theme[colour::Role::baseline] = black;
    return theme;
}

std::vector<review::Touch> touches_in(std::vector<Node> nodes) {
    const Scene scene(test::words(), {{{test::px(100), test::px(60)}, std::move(nodes)}});
    return review::touching(scene, theme(), test::fonts());
}

Node area(double left, double right, Fill fill) {
    return test::mark("Fife: 5 stories", "S12000047", 5,
                      {Path{{test::rectangle(left, 10, right - left, 30)}, fill, {}}});
}

Node line(double x, const colour::Ink& ink, double width) {
    return Path{{{{{test::px(x), test::px(10)}, {test::px(x), test::px(40)}}, false}},
                {},
                Stroke{ink, test::px(width)}};
}

const review::Touch* find(const std::vector<review::Touch>& touches, Paint a, Colour first, Paint b,
                          Colour second) {
    const auto is = [](const review::Painted& one, Paint paint, Colour colour) {
        return one.paint == paint && one.colour == colour;
    };
    const auto found = std::ranges::find_if(touches, [&](const review::Touch& touch) {
        return (is(touch.first, a, first) && is(touch.second, b, second)) ||
               (is(touch.first, b, second) && is(touch.second, a, first));
    });
    return found == touches.end() ? nullptr : &*found;
}

} // namespace

BOOST_AUTO_TEST_CASE(two_areas_without_a_line_touch_along_their_border) {
    const auto touches = touches_in({area(10, 40, blue_ink), area(40, 80, pale_ink)});
    const review::Touch* touch = find(touches, Paint::mark, blue, Paint::mark, pale);
    BOOST_REQUIRE(touch != nullptr);
    BOOST_TEST(touch->length == 60U); // 30 px at two pixels a px
    BOOST_TEST(review::needed_contrast(*touch) == 3);
}

BOOST_AUTO_TEST_CASE(the_thinnest_line_parts_them) {
    for (const double x : {40.0, 40.1, 40.25, 40.37, 40.49}) {
        const auto touches = touches_in(
            {area(10, 40, blue_ink), area(40, 80, pale_ink), line(x, colour::Role::border, 0.33)});
        // At its ends, and where it stands beside the border, the areas may still meet.
        const review::Touch* together = find(touches, Paint::mark, blue, Paint::mark, pale);
        BOOST_TEST((together == nullptr || x > 40.1));
        BOOST_TEST((find(touches, Paint::line, black, Paint::mark, pale) != nullptr));
    }
}

BOOST_AUTO_TEST_CASE(every_kind_of_paint_is_told_apart) {
    const auto touches =
        touches_in({area(5, 30, test::hatch()), area(40, 60, blue_ink), line(70, pale_ink, 4),
                    Path{{{{{test::px(70), test::px(14)}, {test::px(70), test::px(36)}}, false}},
                         {},
                         Stroke{colour::Role::border, test::px(1)}},
                    Path{{test::rectangle(80, 10, 2, 30)}, colour::Role::baseline, {}},
                    test::text("Fife", 42, 28, 12)});
    const auto needed = [&](Paint a, Colour first, Paint b, Colour second) {
        const review::Touch* touch = find(touches, a, first, b, second);
        BOOST_REQUIRE(touch != nullptr);
        return review::needed_contrast(*touch);
    };
    BOOST_TEST(needed(Paint::hatch_line, {90, 90, 90}, Paint::hatch_ground, white) == 3);
    BOOST_TEST(needed(Paint::hatch_ground, white, Paint::page, white) == 3);
    BOOST_TEST(needed(Paint::mark, blue, Paint::page, white) == 3);
    BOOST_TEST(needed(Paint::halo, pale, Paint::page, white) == 0);
    BOOST_TEST(needed(Paint::line, black, Paint::halo, pale) == 3);
    BOOST_TEST(needed(Paint::rule, black, Paint::page, white) == 3);
    BOOST_TEST(needed(Paint::text, {16, 16, 32}, Paint::mark, blue) == 4.5);
    BOOST_TEST((find(touches, Paint::line, black, Paint::page, white) == nullptr));
}

BOOST_AUTO_TEST_CASE(a_text_touches_only_what_its_letters_lie_on) {
    const auto touches =
        touches_in({area(10, 40, blue_ink), area(60, 90, pale_ink), test::text("Fife", 64, 28)});
    const auto touches_text = [&](Colour ground) {
        return std::ranges::any_of(touches, [&](const review::Touch& touch) {
            return touch.second.text == "Fife" && touch.first.colour == ground;
        });
    };
    BOOST_TEST(touches_text(pale));
    BOOST_TEST(!touches_text(blue));
    BOOST_TEST(!touches_text(white));
}

BOOST_AUTO_TEST_SUITE_END()
