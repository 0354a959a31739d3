#include "render/scene/scene.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <limits>
#include <stdexcept>

// A scene cannot be built without its words.

using namespace cairn::scene;
using cairn::Length;
using cairn::colour::Fill;
using cairn::colour::Hatch;
using cairn::colour::Stroke;

BOOST_AUTO_TEST_SUITE(scene)

namespace {

cairn::words::Words whole_words() {
    cairn::words::Words words;
    words.language = "en-GB";
    words.title = "Stories";
    words.short_text = "Bars of stories.";
    words.description = "Two sectors.";
    words.table.columns = {{"Sector"}, {"Stories", true}};
    words.table.rows = {{"Health", "6"}};
    return words;
}

constexpr Size page{Length::px(10), Length::px(10)};

/// Why such a scene cannot be; empty when it can.
std::string refusal(const cairn::words::Words& words, Size size = page,
                    const std::vector<Node>& nodes = {}) {
    try {
        const Scene scene(words, {{size, nodes}});
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_CASE(a_whole_scene_keeps_what_it_is_given) {
    const Scene scene(whole_words(), {{page, {Group{Role::mark, Datum{"Fife: 5 stories"}, {}}}}});
    BOOST_TEST((scene.pages().front().size.width == Length::px(10)));
    BOOST_TEST(scene.words().title == "Stories");
    BOOST_TEST(scene.pages().front().nodes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(each_word_is_needed) {
    const auto without = [](auto take_away) {
        cairn::words::Words words = whole_words();
        take_away(words);
        return refusal(words);
    };
    BOOST_TEST(without([](auto&) {}) == "");
    BOOST_TEST(without([](auto& words) { words.language = ""; }) == "a scene without language");
    BOOST_TEST(without([](auto& words) { words.title = ""; }) == "a scene without title");
    BOOST_TEST(without([](auto& words) { words.short_text = ""; }) == "a scene without alt text");
    BOOST_TEST(without([](auto& words) { words.description = ""; }) ==
               "a scene without long description");
    BOOST_TEST(without([](auto& words) { words.table = {}; }) == "a scene without data table");
    BOOST_TEST(without([](auto& words) { words.table.rows.push_back({"Fife"}); }) ==
               "a ragged row in a scene's data table");
}

BOOST_AUTO_TEST_CASE(the_page_has_a_size) {
    for (const double side : {0.0, -1.0, std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::quiet_NaN()}) {
        BOOST_TEST(refusal(whole_words(), {Length::px(side), Length::px(1)}) ==
                   "a page without size");
        BOOST_TEST(refusal(whole_words(), {Length::px(1), Length::px(side)}) ==
                   "a page without size");
    }
}

BOOST_AUTO_TEST_CASE(there_is_a_page_and_each_is_looked_at) {
    BOOST_CHECK_THROW(Scene(whole_words(), {}), std::logic_error);
    BOOST_CHECK_THROW(Scene(whole_words(), {{page, {}}, {page, {Group{Role::mark, {}, {}}}}}),
                      std::logic_error);
    const Scene two(whole_words(), {{page, {Path{}}}, {page, {Path{}, Path{}}}});
    std::size_t visited = 0;
    visit_all(two, [&](const auto&) { ++visited; });
    BOOST_TEST(visited == 3U);
}

BOOST_AUTO_TEST_CASE(marks_say_what_they_stand_for) {
    for (const Role role : {Role::mark, Role::legend_entry}) {
        const Group nameless{role, Datum{""}, {}};
        const Group deep{Role::marks, {}, {Group{role, {}, {}}}};
        BOOST_TEST(refusal(whole_words(), page, {Group{role, {}, {}}}) ==
                   "a mark or legend entry without datum");
        BOOST_TEST(refusal(whole_words(), page, {deep}) == "a mark or legend entry without datum");
        BOOST_TEST(refusal(whole_words(), page, {nameless}) == "a datum without name");
    }
}

BOOST_AUTO_TEST_CASE(a_hatch_has_a_spacing) {
    for (const double spacing : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
        const Hatch hatch{{}, {}, Length::px(spacing), Length::px(1)};
        BOOST_TEST(refusal(whole_words(), page, {Path{{}, hatch, {}}}) ==
                   "a hatch without spacing");
    }
    const Hatch hatch{{}, {}, Length::px(4), Length::px(1)};
    BOOST_TEST(refusal(whole_words(), page, {Path{{}, hatch, {}}}) == "");
}

BOOST_AUTO_TEST_CASE(all_nodes_are_visited_parents_first) {
    const std::vector<Node> nodes{
        Group{Role::marks, {}, {Path{}, Group{Role::plain, {}, {Text{"a", {}, {}, {}, {}}}}}},
        Text{"b", {}, {}, {}, {}}};
    std::string order;
    visit_all(nodes, [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Group>) {
            order += "G";
        } else if constexpr (std::is_same_v<Type, Path>) {
            order += "P";
        } else {
            order += node.string;
        }
    });
    BOOST_TEST(order == "GPGab");
}

BOOST_AUTO_TEST_CASE(an_outline_is_the_only_line_of_its_paths) {
    const Stroke line{{}, Length::px(1)};
    const Group lined{Role::plain, {}, {Path{{}, Fill(cairn::colour::Role::bar), line}}};
    BOOST_TEST(refusal(whole_words(), page, {Group{Role::marks, {}, {lined}, line}}) ==
               "a shape with a stroke in a group with an outline");
    BOOST_TEST(refusal(whole_words(), page,
                       {Group{Role::marks, {}, {Group{Role::plain, {}, {}, line}}, line}}) ==
               "a group with an outline in another one");
    BOOST_TEST(refusal(whole_words(), page, {Group{Role::marks, {}, {Path{}}, line}, lined}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
