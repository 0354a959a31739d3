#include "render/output/svg/svg_focus.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;
using colour::Colour;
using scene::Group;
using scene::Path;
using scene::Role;

BOOST_AUTO_TEST_SUITE(svg_focus)

namespace {

scene::Scene scene_of(colour::Fill mark, std::vector<scene::Node> others = {}) {
    others.emplace_back(
        Group{Role::marks,
              {},
              {test::mark("A: 1", "", 1, {Path{{test::rectangle(0, 0, 10, 10)}, mark, {}}})}});
    return scene::Scene(test::words(), {{{test::px(100), test::px(50)}, std::move(others)}});
}

colour::Theme theme_of(Colour page, Colour mark) {
    colour::Theme theme = test::theme();
    theme[colour::Role::page] = page;
    theme[colour::Role::bar] = mark;
    return theme;
}

constexpr Colour white{255, 255, 255};
constexpr Colour near_black{20, 20, 20};

} // namespace

BOOST_AUTO_TEST_CASE(the_ring_stands_out_from_page_and_marks) {
    const auto focus = [](const scene::Scene& scene, const colour::Theme& theme) {
        return to_hex(output::focus_colour(scene.pages().front(), theme));
    };
    const scene::Scene bar = scene_of(colour::Role::bar);
    BOOST_TEST(focus(bar, theme_of(white, {30, 90, 160})) == "#000000");
    BOOST_TEST(focus(bar, theme_of(near_black, {63, 143, 224})) == "#ffffff");
    // What is no mark is not focused.
    BOOST_TEST(focus(scene_of(colour::Role::bar,
                              {Path{{test::rectangle(0, 0, 1, 1)}, colour::Role::baseline, {}}}),
                     theme_of(white, white)) == "#000000");
    const colour::Hatch hatch{colour::Role::bar, colour::Role::zero, test::px(4), test::px(1)};
    BOOST_TEST(focus(scene_of(hatch), theme_of({70, 70, 70}, {0, 0, 0})) == "#ffffff");
}

BOOST_AUTO_TEST_CASE(rules_for_each_scheme) {
    const scene::Scene scene = scene_of(colour::Role::bar);
    const scene::Page& page = scene.pages().front();
    const colour::Theme light = theme_of(white, {30, 90, 160});
    const colour::Theme dark = theme_of(near_black, {63, 143, 224});
    const std::string one = output::focus_rules(page, light, nullptr, ".f");
    BOOST_TEST(one ==
               ".f .cairn-boxed:focus-visible{outline:2px solid #000000;outline-offset:0}\n"
               ".f .cairn-boxed:focus-visible .cairn-shape{stroke:#000000;stroke-width:4px}\n"
               ".f .cairn-edged:focus-visible{outline:none}\n"
               ".f .cairn-edged:focus-visible path:first-of-type{stroke:#000000;stroke-width:6px;"
               "vector-effect:non-scaling-stroke}\n");
    const std::string both = output::focus_rules(page, light, &dark, ".f");
    BOOST_TEST(both.starts_with(one + "@media (prefers-color-scheme:dark){\n"));
    BOOST_TEST(both.find(".f .cairn-edged:focus-visible path:first-of-type{stroke:#ffffff") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(shapes_alone_and_marks_with_texts) {
    const Path bar{{test::rectangle(0, 0, 10, 10)}, colour::Role::land, {}};
    const scene::Scene scene(test::words(),
                             {{{test::px(100), test::px(50)},
                               {test::mark("Area: 1", "", 1, {bar}),
                                test::mark("Bar: 1", "", 1, {test::text("Bar", 1, 1), bar})}}});
    const auto holds = [](const std::string& svg, const std::string& part) {
        return svg.find(part) != std::string::npos;
    };
    for (const bool outlines : {false, true}) {
        const std::string svg = output::to_svg(scene, test::theme(), test::fonts(),
                                               {.outlines = outlines, .interactive = true});
        BOOST_TEST(holds(svg, "tabindex=\"0\" data-value=\"1\" class=\"cairn-edged\"><title>Area"));
        BOOST_TEST(holds(svg, "class=\"cairn-boxed\""));
        BOOST_TEST(holds(svg, "<path class=\"cairn-shape\" fill=\"#090909\""));
    }
    BOOST_TEST(!holds(output::to_svg(scene, test::theme(), test::fonts()), "cairn-edged"));
}

BOOST_AUTO_TEST_SUITE_END()
