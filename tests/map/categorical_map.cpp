#include "render/map/categorical_map.h"

#include "geo/read_shapefile.h"
#include "render/colour/fill_difference.h"
#include "render/colour/lab.h"
#include "render/colour/limits.h"
#include "render/facts/gather/gather_categories.h"
#include "render/input/style/palette.h"
#include "render/input/table/observations.h"
#include "tests/map/support_atlas.h"
#include "tests/page/support_scene.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <variant>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(categorical_map)

namespace {

/// The screen with the colours of its groups.
test::Looks screen() {
    test::Looks looks("screen");
    input::lay_on(looks.style, input::read_palette(test::source_folder() / "styles/palettes" /
                                                   (looks.style.map.category_palette + ".yaml")));
    return looks;
}

/// The councils by group, `groups` in number, in turn.
struct Drawn {
    geo::Gazetteer known{input::read_places(test::source_folder() / "boundaries/councils.csv")};
    geo::Regions regions =
        geo::read_shapefile(test::source_folder() / "boundaries/scotland-councils-web");
    geo::Gazetteer places = geo::gazetteer_of(regions, known);
    facts::Facts facts;
    map::MapFigure map;

    Drawn(std::size_t groups, const test::Looks& looks)
        : facts(gather(groups)),
          map(map::draw_categorical_map({facts, words::describe(facts, test::english()), regions,
                                         places, looks.style, looks.fonts})) {}

    [[nodiscard]] facts::Facts gather(std::size_t groups) const {
        input::FigureSpec spec;
        spec.data.are_places = true;
        spec.data.categories = true;
        spec.id = "groups";
        spec.title = "Groups";
        spec.sort = input::Sort::file;
        input::Observations rows{
            .file = "d.csv", .label_heading = "Council area", .value_heading = "Group", .rows = {}};
        for (std::size_t i = 0; i + 1 < places.places().size(); ++i) {
            rows.rows.push_back({.label = places.places()[i].name,
                                 .value = {},
                                 .line = static_cast<int>(i) + 2,
                                 .category = fmt::format("Group {}", i % groups)});
        }
        return facts::gather_categories(spec, rows, places, "Somebody", test::english());
    }
};

colour::Fill fill_of(const scene::Group& group) {
    return *std::get<scene::Path>(group.children.at(0)).fill;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_group_has_one_colour_in_map_and_legend) {
    const test::Looks looks = screen();
    const Drawn drawn(6, looks);
    const auto entries = test::groups_of(drawn.map.scene, scene::Role::legend_entry);
    BOOST_REQUIRE(entries.size() == 7U); // and one for the area in no group
    BOOST_TEST(entries[0].datum->name == "Group 0: 6 areas");
    const auto marks = test::groups_of(drawn.map.scene, scene::Role::mark);
    BOOST_REQUIRE(marks.size() == 32U);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto group = drawn.facts.facts[i].class_index;
        BOOST_TEST(!marks[i].datum->value.has_value());
        if (!group) {
            BOOST_TEST(std::holds_alternative<colour::Hatch>(fill_of(marks[i])));
            continue;
        }
        BOOST_TEST((fill_of(marks[i]) == colour::Fill(drawn.map.class_inks[*group])));
        BOOST_TEST((fill_of(entries[*group]) == colour::Fill(drawn.map.class_inks[*group])));
    }
}

BOOST_AUTO_TEST_CASE(all_colours_are_apart_for_all_readers) {
    const test::Looks looks = screen();
    const Drawn drawn(6, looks);
    for (const auto& [vision, name] : colour::visions) {
        for (const colour::Plain& a : drawn.map.class_inks) {
            for (const colour::Plain& b : drawn.map.class_inks) {
                BOOST_TEST((a == b || colour::apart(looks.style.theme, vision, a, b) >=
                                          colour::least_difference),
                           name);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_area_has_the_letter_or_name_of_its_group_or_is_told) {
    for (const double width : {320.0, 600.0}) {
        for (const std::size_t groups : {std::size_t{3}, std::size_t{6}}) {
            test::Looks looks = screen();
            looks.style.width = Length::px(width);
            const Drawn drawn(groups, looks);
            test::check_layout(drawn.map.scene);
            test::check_leaders(drawn.map.scene);
            std::map<std::string, std::size_t> times;
            for (const test::Line& line : test::lines_of(drawn.map.scene)) {
                ++times[line.text.string];
            }
            std::size_t told = drawn.map.unnamed.size();
            std::size_t wanted = 0;
            for (std::size_t group = 0; group < groups; ++group) {
                const facts::Category& category =
                    std::get<facts::Groups>(drawn.facts.body).categories[group];
                const std::string letter(1, static_cast<char>('A' + group));
                BOOST_TEST(times[letter] >= 2U, letter);
                told += times[letter] + times[category.label];
                wanted += category.count + 2; // once each in the legend
            }
            // Some have a number, and their letter in a list.
            BOOST_TEST(told == wanted);
            BOOST_TEST(drawn.map.unnamed.size() <= (width < 600 ? 6U : 0U));
        }
    }
}

BOOST_AUTO_TEST_CASE(patterns_tell_groups_apart_without_colour) {
    test::Looks patterned = screen();
    patterned.style.map.patterns = true;
    test::Looks greys("greyscale");
    input::lay_on(greys.style, input::read_palette(test::source_folder() / "styles/palettes" /
                                                   (greys.style.map.category_palette + ".yaml")));
    for (const test::Looks* looks : {&patterned, &greys}) {
        const Drawn drawn(7, *looks);
        const auto entries = test::groups_of(drawn.map.scene, scene::Role::legend_entry);
        BOOST_REQUIRE(entries.size() == 8U);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                BOOST_TEST(
                    std::isinf(apart(looks->style.theme, fill_of(entries[i]), fill_of(entries[j]))
                                   .difference));
            }
        }
        const auto marks = test::groups_of(drawn.map.scene, scene::Role::mark);
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (const auto group = drawn.facts.facts[i].class_index) {
                BOOST_TEST((fill_of(marks[i]) == fill_of(entries[*group])));
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
