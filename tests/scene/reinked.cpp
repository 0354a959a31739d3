#include "render/scene/reinked.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;
using namespace cairn::scene;
using colour::Stroke;

BOOST_AUTO_TEST_SUITE(reinked)

BOOST_AUTO_TEST_CASE(every_ink_is_asked_for_once_in_drawing_order) {
    std::vector<Paint> paints;
    std::vector<std::string> texts;
    const Scene before = test::small_scene();
    const Scene after =
        scene::reinked(before, [&](Paint paint, const colour::Ink&, const Text* text) {
            paints.push_back(paint);
            if (text != nullptr) {
                texts.push_back(text->string);
            }
            return colour::Category{paints.size()};
        });
    BOOST_TEST(std::ranges::count(paints, Paint::hatch_line) == 1);
    BOOST_TEST(std::ranges::count(paints, Paint::mark) == 3); // two bars and a swatch
    BOOST_TEST(texts.front() == "Sgeulachdan & <kind>");
    BOOST_TEST(texts.back() == "Source: A & B");

    // Each has the ink that it was given.
    std::size_t next = 0;
    scene::reinked(after, [&](Paint paint, const colour::Ink& ink, const Text*) {
        BOOST_TEST((ink == colour::Ink(colour::Category{next + 1})));
        // A line in the ink of an area is a halo.
        BOOST_TEST(
            (paint == paints[next] || (paint == Paint::halo && paints[next] == Paint::line)));
        return colour::Category{next++};
    });
    BOOST_TEST(next == paints.size());
    BOOST_TEST(after.pages().front().nodes.size() == before.pages().front().nodes.size());
}

BOOST_AUTO_TEST_CASE(an_outline_is_a_line) {
    const Group group{Role::marks, {}, {}, Stroke{colour::Role::coast, Length::px(2), true}};
    const Scene before(test::words(), {{{test::px(9), test::px(9)}, {group}}});
    const Scene after = scene::reinked(before, [](Paint paint, const colour::Ink&, const Text*) {
        return paint == Paint::line ? colour::Role::symbol : colour::Role::zero;
    });
    const std::optional<Stroke>& outline =
        std::get<Group>(after.pages().front().nodes.at(0)).outline;
    BOOST_REQUIRE(outline.has_value());
    BOOST_TEST((outline->ink == colour::Ink(colour::Role::symbol)));
    BOOST_TEST((outline->width == Length::px(2) && outline->round));
}

BOOST_AUTO_TEST_SUITE_END()
