#include "render/output/svg/svg_looks.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;
using colour::Colour;
using colour::Hatch;
using colour::Stroke;
using output::Attributes;
using output::Looks;
using output::Outlines;
using output::Value;
using scene::Group;
using scene::Node;
using scene::Path;

namespace cairn::output {

// NOLINTNEXTLINE(readability-identifier-naming): Boost.Test's name
std::ostream& boost_test_print_type(std::ostream& stream, const Value& value) {
    return stream << value.text << " ." << value.css_class;
}

} // namespace cairn::output

BOOST_AUTO_TEST_SUITE(svg_looks)

using colour::Role;

namespace {

constexpr Colour white{255, 255, 255};
constexpr Colour black{0, 0, 0};
constexpr Colour blue{0, 0, 255};

scene::Scene scene_of(std::vector<Node> nodes) {
    return scene::Scene(test::words(), {{{test::px(100), test::px(50)}, std::move(nodes)}});
}

Path filled(colour::Fill fill) {
    return {{test::rectangle(0, 0, 10, 10)}, fill, {}};
}

scene::Text inked(colour::Ink ink) {
    scene::Text text = test::text("a", 1, 1);
    text.ink = ink;
    return text;
}

const Path& path_at(const scene::Scene& scene, std::size_t index) {
    return std::get<Path>(scene.pages().front().nodes.at(index));
}

/// White pages and areas, blue bars, black lines and texts.
colour::Theme light_theme() {
    colour::Theme theme;
    theme[Role::page] = theme[Role::zero] = theme[Role::land] = white;
    theme[Role::missing_ground] = white;
    theme[Role::bar] = theme[Role::symbol] = blue;
    theme.light_label = white;
    return theme;
}

/// Black pages, and white lines; land is blue, bars as on white pages.
colour::Theme dark_theme() {
    colour::Theme theme = light_theme();
    theme[Role::page] = theme[Role::zero] = theme[Role::missing_ground] = black;
    theme[Role::land] = blue;
    theme[Role::missing_line] = theme[Role::coast] = theme[Role::border] = white;
    return theme;
}

/// In light colours alone, which nobody forces.
struct Plainly {
    scene::Scene scene;
    Outlines outlines{};
    colour::Theme theme = light_theme();
    Looks looks{scene, theme, nullptr, false, outlines};
};

/// In both, and in those that a reader forces.
struct Everywhere {
    scene::Scene scene;
    bool follows = false;
    Outlines outlines{};
    colour::Theme light = light_theme();
    colour::Theme dark = dark_theme();
    Looks looks{scene, light, &dark, follows, outlines};
};

} // namespace

BOOST_AUTO_TEST_CASE(colours_that_all_see_alike_need_no_class) {
    const Plainly plain{scene_of({filled(Role::bar), inked(Role::label)})};
    BOOST_TEST(
        (plain.looks.of(path_at(plain.scene, 0)) ==
         Attributes{{"fill", {"#0000ff"}}, {"fill-rule", {"evenodd"}}, {"stroke", {"none"}}}));
    BOOST_TEST(plain.looks.page() == Value{"#ffffff"});
    BOOST_TEST(plain.looks.rules(".f") == "");
}

BOOST_AUTO_TEST_CASE(one_class_a_pair_of_colours) {
    const Everywhere both{scene_of({filled(Role::zero), filled(Role::land), filled(Role::bar),
                                    Path{{}, {}, Stroke{Role::zero, test::px(1)}}})};
    const Looks& looks = both.looks;
    BOOST_TEST(looks.page() == (Value{"#ffffff", "cairn-1"}));
    BOOST_TEST(looks.of(path_at(both.scene, 0)).at("fill") == (Value{"#ffffff", "cairn-1"}));
    BOOST_TEST(looks.of(path_at(both.scene, 1)).at("fill") == (Value{"#ffffff", "cairn-2"}));
    BOOST_TEST(looks.of(path_at(both.scene, 2)).at("fill") == Value{"#0000ff"});
    BOOST_TEST(looks.of(path_at(both.scene, 3)).at("stroke") == (Value{"#ffffff", "cairn-3"}));
    BOOST_TEST(looks.rules(".f") == "@media (prefers-color-scheme:dark){\n"
                                    ".f .cairn-1{fill:#000000}\n"
                                    ".f .cairn-2{fill:#0000ff}\n"
                                    ".f .cairn-3{stroke:#000000}\n"
                                    "}\n");
}

BOOST_AUTO_TEST_CASE(forced_colours_but_where_shades_are_the_message) {
    const scene::Scene scene = scene_of({filled(Role::bar), filled(Role::symbol),
                                         inked(Role::label), inked(colour::on(Role::zero))});
    const Outlines outlines;
    const colour::Theme theme = light_theme();
    const Looks looks(scene, theme, nullptr, true, outlines);
    const auto text_at = [&](std::size_t index) {
        return std::get<scene::Text>(scene.pages().front().nodes.at(index));
    };
    BOOST_TEST(looks.of(path_at(scene, 0)).at("fill") == (Value{"#0000ff", "cairn-2"}));
    BOOST_TEST(looks.of(path_at(scene, 1)).at("fill") == Value{"#0000ff"});
    BOOST_TEST(looks.of(text_at(2)).at("fill") == (Value{"#000000", "cairn-3"}));
    BOOST_TEST(looks.of(text_at(3)).at("fill") == Value{"#000000"});
    BOOST_TEST(looks.rules(".f") == "@media (forced-colors:active) and (scripting:enabled){\n"
                                    ".f .cairn-1{fill:Canvas}\n"
                                    ".f .cairn-2{fill:CanvasText}\n"
                                    ".f .cairn-3{fill:CanvasText}\n"
                                    "}\n");
}

BOOST_AUTO_TEST_CASE(hatches_have_both_colours_in_both_schemes) {
    const Hatch forced{Role::bar, Role::label, test::px(4), test::px(1)};
    const Everywhere both{scene_of({filled(test::hatch()), filled(test::hatch()), filled(forced)}),
                          true};
    const Looks& looks = both.looks;
    BOOST_REQUIRE(looks.patterns().size() == 2U);
    BOOST_TEST(looks.value(looks.patterns()[0].ground) == (Value{"#ffffff", "cairn-2"}));
    BOOST_TEST(looks.value(looks.patterns()[0].lines) == (Value{"#000000", "cairn-3"}));
    const auto fill = [&](std::size_t index) {
        return looks.of(path_at(both.scene, index)).at("fill");
    };
    BOOST_TEST(fill(0) == fill(1));
    BOOST_TEST(fill(0) != fill(2));
    const std::string rules = looks.rules(".f");
    BOOST_TEST(rules.find(".f .cairn-2{fill:#000000}\n.f .cairn-3{stroke:#ffffff}") !=
               std::string::npos);
    BOOST_TEST(rules.find(".f .cairn-4{fill:CanvasText}\n.f .cairn-5{stroke:CanvasText}") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(inks_of_one_colour_share_a_pattern_and_a_class) {
    const Hatch other{Role::zero, Role::coast, test::px(4), test::px(1)};
    const Hatch wider{Role::zero, Role::coast, test::px(5), test::px(1)};
    const Everywhere both{scene_of({filled(test::hatch()), filled(other), filled(wider)})};
    BOOST_TEST(both.looks.patterns().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_group_shares_a_colour_only_in_all_schemes) {
    const scene::Scene scene =
        scene_of({Group{scene::Role::plain, {}, {filled(Role::zero), filled(Role::land)}}});
    const Outlines outlines;
    const colour::Theme light = light_theme();
    const colour::Theme dark = dark_theme();
    const Group& group = std::get<Group>(scene.pages().front().nodes[0]);
    BOOST_TEST(Looks(scene, light, nullptr, false, outlines).shared(group).at("fill") ==
               Value{"#ffffff"});
    BOOST_TEST(!Looks(scene, light, &dark, false, outlines).shared(group).contains("fill"));
}

BOOST_AUTO_TEST_CASE(letters_as_paths_are_filled_by_another_rule) {
    const scene::Scene scene = scene_of({inked(Role::label)});
    const auto& text = std::get<scene::Text>(scene.pages().front().nodes[0]);
    const Outlines outlines{{&text, "m0 0"}};
    const colour::Theme theme = light_theme();
    BOOST_TEST(
        (Looks(scene, theme, nullptr, false, outlines).of(text) ==
         Attributes{{"fill", {"#000000"}}, {"fill-rule", {"nonzero"}}, {"stroke", {"none"}}}));
}

BOOST_AUTO_TEST_CASE(an_outline_has_both_colours) {
    const Stroke line{Role::coast, test::px(2), true};
    const Everywhere both{scene_of({Group{scene::Role::marks, {}, {filled(Role::bar)}, line}}),
                          true};
    BOOST_TEST(
        (both.looks.of(line, output::Unit::pixel) == Attributes{{"stroke", {"#000000", "cairn-2"}},
                                                                {"stroke-width", {"2"}},
                                                                {"stroke-linecap", {"round"}},
                                                                {"stroke-linejoin", {"round"}}}));
    BOOST_TEST(both.looks.of(line, output::Unit::hundredth).at("stroke-width") == Value{"200"});
    BOOST_TEST(both.looks.rules(".f").find(".f .cairn-2{stroke:#ffffff}") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
