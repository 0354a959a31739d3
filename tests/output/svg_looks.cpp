#include "render/output/svg_looks.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <stdexcept>

using namespace cairn;
using output::Attributes;
using output::Looks;
using output::Outlines;
using output::Value;
using scene::Colour;
using scene::Group;
using scene::Hatch;
using scene::Node;
using scene::Path;
using scene::Stroke;

namespace cairn::output {

// NOLINTNEXTLINE(readability-identifier-naming): Boost.Test's name
std::ostream& boost_test_print_type(std::ostream& stream, const Value& value) {
    return stream << value.text << " ." << value.css_class;
}

} // namespace cairn::output

BOOST_AUTO_TEST_SUITE(svg_looks)

namespace {

constexpr Colour white{255, 255, 255};
constexpr Colour black{0, 0, 0};
constexpr Colour blue{0, 0, 255};

scene::Scene scene_of(std::vector<Node> nodes, Colour page = white) {
    return scene::Scene({test::px(100), test::px(50)}, page, test::words(), std::move(nodes));
}

Path filled(scene::Fill fill, bool keeps = false) {
    return {{test::rectangle(0, 0, 10, 10)}, fill, {}, keeps};
}

scene::Text coloured(Colour colour, bool keeps = false) {
    scene::Text text = test::text("a", 1, 1);
    text.colour = colour;
    text.keeps_colours = keeps;
    return text;
}

const Path& path_at(const scene::Scene& scene, std::size_t index) {
    return std::get<Path>(scene.nodes().at(index));
}

/// Without a dark scene, and with colours that nobody forces.
struct Plain {
    scene::Scene scene;
    Outlines outlines{};
    Looks looks{scene, nullptr, false, outlines};
};

} // namespace

BOOST_AUTO_TEST_CASE(colours_that_all_see_alike_need_no_class) {
    const Plain plain{scene_of({filled(blue), coloured(black)})};
    BOOST_TEST(
        (plain.looks.of(path_at(plain.scene, 0)) ==
         Attributes{{"fill", {"#0000ff"}}, {"fill-rule", {"evenodd"}}, {"stroke", {"none"}}}));
    BOOST_TEST(plain.looks.page() == Value{"#ffffff"});
    BOOST_TEST(plain.looks.rules(".f") == "");
}

BOOST_AUTO_TEST_CASE(one_class_a_pair_of_colours) {
    const scene::Scene light = scene_of(
        {filled(white), filled(white), filled(blue), Path{{}, {}, Stroke{white, test::px(1)}}});
    const scene::Scene dark = scene_of(
        {filled(black), filled(blue), filled(blue), Path{{}, {}, Stroke{black, test::px(1)}}},
        black);
    const Outlines outlines;
    const Looks looks(light, &dark, false, outlines);
    BOOST_TEST(looks.page() == (Value{"#ffffff", "cairn-1"}));
    BOOST_TEST(looks.of(path_at(light, 0)).at("fill") == (Value{"#ffffff", "cairn-1"}));
    BOOST_TEST(looks.of(path_at(light, 1)).at("fill") == (Value{"#ffffff", "cairn-2"}));
    BOOST_TEST(looks.of(path_at(light, 2)).at("fill") == Value{"#0000ff"});
    BOOST_TEST(looks.of(path_at(light, 3)).at("stroke") == (Value{"#ffffff", "cairn-3"}));
    BOOST_TEST(looks.rules(".f") == "@media (prefers-color-scheme:dark){\n"
                                    ".f .cairn-1{fill:#000000}\n"
                                    ".f .cairn-2{fill:#0000ff}\n"
                                    ".f .cairn-3{stroke:#000000}\n"
                                    "}\n");
}

BOOST_AUTO_TEST_CASE(forced_colours_but_where_shades_are_the_message) {
    const scene::Scene scene =
        scene_of({filled(blue), filled(blue, true), coloured(black), coloured(black, true)});
    const Outlines outlines;
    const Looks looks(scene, nullptr, true, outlines);
    BOOST_TEST(looks.of(path_at(scene, 0)).at("fill") == (Value{"#0000ff", "cairn-2"}));
    BOOST_TEST(looks.of(path_at(scene, 1)).at("fill") == Value{"#0000ff"});
    BOOST_TEST(looks.of(std::get<scene::Text>(scene.nodes()[2])).at("fill") ==
               (Value{"#000000", "cairn-3"}));
    BOOST_TEST(looks.of(std::get<scene::Text>(scene.nodes()[3])).at("fill") == Value{"#000000"});
    BOOST_TEST(looks.rules(".f") == "@media (forced-colors:active) and (scripting:enabled){\n"
                                    ".f .cairn-1{fill:Canvas}\n"
                                    ".f .cairn-2{fill:CanvasText}\n"
                                    ".f .cairn-3{fill:CanvasText}\n"
                                    "}\n");
}

BOOST_AUTO_TEST_CASE(hatches_have_both_colours_in_both_schemes) {
    const Hatch hatch{white, black, test::px(4), test::px(1)};
    const Hatch dark_hatch{black, white, test::px(4), test::px(1)};
    const scene::Scene light = scene_of({filled(hatch, true), filled(hatch, true), filled(hatch)});
    const scene::Scene dark =
        scene_of({filled(dark_hatch, true), filled(dark_hatch, true), filled(dark_hatch)});
    const Outlines outlines;
    const Looks looks(light, &dark, true, outlines);
    BOOST_REQUIRE(looks.patterns().size() == 2U);
    BOOST_TEST(looks.ground(looks.patterns()[0]) == (Value{"#ffffff", "cairn-2"}));
    BOOST_TEST(looks.lines(looks.patterns()[0]) == (Value{"#000000", "cairn-3"}));
    BOOST_TEST(looks.of(path_at(light, 0)).at("fill") == looks.of(path_at(light, 1)).at("fill"));
    BOOST_TEST(looks.of(path_at(light, 0)).at("fill") != looks.of(path_at(light, 2)).at("fill"));
    const std::string rules = looks.rules(".f");
    BOOST_TEST(rules.find(".f .cairn-2{fill:#000000}\n.f .cairn-3{stroke:#ffffff}") !=
               std::string::npos);
    BOOST_TEST(rules.find(".f .cairn-4{fill:Canvas}\n.f .cairn-5{stroke:CanvasText}") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_group_shares_a_colour_only_in_all_schemes) {
    const Group same{scene::Role::plain, {}, {filled(white), filled(white)}};
    const Group darkened{scene::Role::plain, {}, {filled(black), filled(blue)}};
    const scene::Scene light = scene_of({same});
    const scene::Scene dark = scene_of({darkened});
    const Outlines outlines;
    const Group& group = std::get<Group>(light.nodes()[0]);
    BOOST_TEST(Looks(light, nullptr, false, outlines).shared(group).at("fill") == Value{"#ffffff"});
    BOOST_TEST(!Looks(light, &dark, false, outlines).shared(group).contains("fill"));
}

BOOST_AUTO_TEST_CASE(letters_as_paths_are_filled_by_another_rule) {
    const scene::Scene scene = scene_of({coloured(black)});
    const auto& text = std::get<scene::Text>(scene.nodes()[0]);
    const Outlines outlines{{&text, "m0 0"}};
    BOOST_TEST(
        (Looks(scene, nullptr, false, outlines).of(text) ==
         Attributes{{"fill", {"#000000"}}, {"fill-rule", {"nonzero"}}, {"stroke", {"none"}}}));
}

BOOST_AUTO_TEST_CASE(scenes_that_differ_in_more_than_colours) {
    const auto mark = [](const std::string& name, double value) {
        return test::mark(name, "", value, {filled(blue)});
    };
    Path wide{{}, {}, Stroke{blue, test::px(2)}};
    Path moved = filled(blue);
    moved.subpaths[0].points[0].x = test::px(0.5);
    scene::Text bold = coloured(black);
    bold.font.weight = scene::Weight::bold;
    const Hatch hatch{white, black, test::px(4), test::px(1)};
    const Hatch close{white, black, test::px(3), test::px(1)};
    const std::vector<Node> base{filled(blue), mark("A", 1), coloured(black),
                                 Path{{}, {}, Stroke{blue, test::px(1)}}, filled(hatch)};
    const std::vector<std::pair<std::size_t, Node>> changes{{0, moved},
                                                            {0, filled(hatch)},
                                                            {0, filled(blue, true)},
                                                            {0, coloured(black)},
                                                            {1, mark("B", 1)},
                                                            {1, mark("A", 2)},
                                                            {2, bold},
                                                            {2, test::text("b", 1, 1)},
                                                            {3, wide},
                                                            {3, Path{}},
                                                            {4, filled(close)},
                                                            {4, filled(blue)}};
    const Outlines outlines;
    const scene::Scene scene = scene_of(base);
    for (const auto& [index, node] : changes) {
        std::vector<Node> nodes = base;
        nodes[index] = node;
        const scene::Scene dark = scene_of(nodes);
        BOOST_CHECK_THROW(Looks(scene, &dark, false, outlines), std::logic_error);
    }
    const scene::Scene longer = scene_of({filled(blue)});
    BOOST_CHECK_THROW(Looks(scene, &longer, false, outlines), std::logic_error);
    const scene::Scene same = scene_of(base, black);
    BOOST_CHECK_NO_THROW(Looks(scene, &same, false, outlines));
}

BOOST_AUTO_TEST_CASE(an_outline_has_both_colours) {
    const auto outlined = [](scene::Colour colour, double width = 2) {
        return scene_of({scene::Group{
            scene::Role::marks, {}, {filled(blue)}, Stroke{colour, test::px(width), true}}});
    };
    const scene::Scene light = outlined(black);
    const scene::Scene dark = outlined(white);
    const Outlines outlines;
    const Looks looks(light, &dark, true, outlines);
    const auto& group = std::get<scene::Group>(light.nodes()[0]);
    BOOST_TEST((looks.outline_of(group, output::Unit::pixel) ==
                Attributes{{"stroke", {"#000000", "cairn-2"}},
                           {"stroke-width", {"2"}},
                           {"stroke-linecap", {"round"}},
                           {"stroke-linejoin", {"round"}}}));
    BOOST_TEST(looks.outline_of(group, output::Unit::hundredth).at("stroke-width") == Value{"200"});
    BOOST_TEST(looks.rules(".f").find(".f .cairn-2{stroke:#ffffff}") != std::string::npos);

    const scene::Scene wider = outlined(white, 3);
    BOOST_CHECK_THROW(Looks(light, &wider, true, outlines), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
