#include "render/scene/recolour.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;
using namespace cairn::scene;

BOOST_AUTO_TEST_SUITE(recolour)

BOOST_AUTO_TEST_CASE(every_colour_is_asked_for_once_in_drawing_order) {
    std::vector<Paint> paints;
    std::vector<std::string> texts;
    const Scene before = test::small_scene();
    const Scene after = recoloured(before, [&](Paint paint, Colour colour, const Text* text) {
        paints.push_back(paint);
        if (text != nullptr) {
            texts.push_back(text->string);
        }
        return Colour{colour.blue, colour.green, colour.red};
    });
    BOOST_TEST((paints.front() == Paint::page));
    BOOST_TEST(std::ranges::count(paints, Paint::hatch_line) == 1);
    BOOST_TEST(std::ranges::count(paints, Paint::mark) == 3); // two bars and a swatch
    BOOST_TEST(texts.front() == "Sgeulachdan & <kind>");
    BOOST_TEST(texts.back() == "Source: A & B");

    // Twice the same exchange of channels gives the scene back.
    std::vector<Colour> colours;
    recoloured(before, [&](Paint, Colour colour, const Text*) {
        colours.push_back(colour);
        return colour;
    });
    std::vector<Colour> back;
    recoloured(after, [&](Paint, Colour colour, const Text*) {
        back.push_back({colour.blue, colour.green, colour.red});
        return colour;
    });
    BOOST_TEST((colours == back));
    BOOST_TEST(after.nodes().size() == before.nodes().size());
}

BOOST_AUTO_TEST_CASE(an_outline_is_a_line) {
    const Group group{Role::marks, {}, {}, Stroke{{1, 2, 3}, Length::px(2), true}};
    const Scene before({test::px(9), test::px(9)}, {}, test::words(), {group});
    const Scene after = recoloured(before, [](Paint paint, Colour colour, const Text*) {
        return paint == Paint::line ? Colour{colour.blue, colour.green, colour.red} : colour;
    });
    const std::optional<Stroke>& outline = std::get<Group>(after.nodes().at(0)).outline;
    BOOST_REQUIRE(outline.has_value());
    BOOST_TEST((outline->colour == Colour{3, 2, 1}));
    BOOST_TEST((outline->width == Length::px(2) && outline->round));
}

BOOST_AUTO_TEST_SUITE_END()
