#include "render/map/labels/map_labels.h"

#include "render/colour/limits.h"
#include "render/map/dot_map.h"
#include "render/map/symbol_map.h"
#include "tests/map/support_atlas.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace cairn;
using scene::Position;
using test::Atlas;

BOOST_AUTO_TEST_SUITE(map_labels)

namespace {

using Values = std::vector<std::pair<std::string, double>>;

/// The values of samples/stories-project.
const Values stories{{"Stirling", 1},
                     {"Shetland Islands", 1},
                     {"Renfrewshire", 1},
                     {"North Lanarkshire", 1},
                     {"North Ayrshire", 1},
                     {"East Renfrewshire", 1},
                     {"Dumfries and Galloway", 1},
                     {"Aberdeen City", 1},
                     {"Falkirk", 2},
                     {"East Ayrshire", 2},
                     {"Inverclyde", 2},
                     {"Midlothian", 2},
                     {"South Lanarkshire", 2},
                     {"Dundee City", 3},
                     {"Fife", 5},
                     {"City of Edinburgh", 5},
                     {"Glasgow City", 11}};

/// A value for every area, none of them zero.
Values all_areas(const Atlas& atlas) {
    Values values;
    double value = 1;
    for (const geo::Place& place : atlas.places.places()) {
        values.emplace_back(place.name, value);
        value = std::fmod(value * 7 + 3, 31) + 1;
    }
    return values;
}

/// The styles at which maps must work.
test::Looks looks_of(const std::string& name) {
    test::Looks looks(name == "A3" ? "print" : "screen");
    if (name == "phone") {
        looks.style.width = Length::px(320);
        looks.style.margin = Length::px(12);
    } else if (name == "A3") {
        looks.style.width = Length::mm(297);
    }
    return looks;
}

/// The lines of borders, coasts and frames: the edges of all areas, and all strokes that are
/// neither a halo, a leader nor a dot, but for those of the legend.
std::vector<map::Leader> outlines_of(const scene::Scene& scene) {
    std::vector<map::Leader> lines;
    const auto add = [&](const std::vector<scene::Node>& nodes) {
        scene::visit_all(nodes, [&](const auto& node) {
            if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
                const bool is_line =
                    node.stroke && !is_halo(node.stroke->ink) && !node.stroke->round;
                if (!is_line && !node.fill) {
                    return;
                }
                for (const scene::Subpath& subpath : node.subpaths) {
                    for (std::size_t i = 0; i + (subpath.closed ? 0 : 1) < subpath.points.size();
                         ++i) {
                        lines.push_back({{},
                                         subpath.points[i],
                                         subpath.points[(i + 1) % subpath.points.size()]});
                    }
                }
            }
        });
    };
    for (const scene::Role role : {scene::Role::marks, scene::Role::decoration}) {
        for (const scene::Group& group : test::groups_of(scene, role)) {
            add(group.children);
        }
    }
    return lines;
}

/// How well a map is labelled.
struct Measured {
    std::size_t placed = 0;
    std::size_t numbered = 0;
    double displacement = 0; ///< mean length of the leaders, of labels inside nothing, in em
};

Measured measure(const map::MapFigure& map, Length text) {
    Measured measured{.placed = map.labels.size()};
    for (const map::RegionLabel& label : map.labels) {
        measured.numbered += label.key == 0 ? 0U : 1U;
        measured.displacement +=
            label.leader.length() / text / static_cast<double>(map.labels.size());
    }
    return measured;
}

/// Nothing touches what it must not.
void check_clear(const map::MapFigure& map) {
    test::check_layout(map.scene);
    test::check_leaders(map.scene);
    const std::vector<map::Leader> leaders = test::leaders_of(map.scene);
    std::size_t crossings = 0;
    for (std::size_t i = 0; i < leaders.size(); ++i) {
        for (std::size_t j = i + 1; j < leaders.size(); ++j) {
            // A leader and its halo are one.
            const bool same = leaders[i].from == leaders[j].from && leaders[i].to == leaders[j].to;
            crossings += !same && map::cross(leaders[i], leaders[j]) ? 1U : 0U;
        }
    }
    BOOST_TEST(crossings == 0U);
    const std::vector<map::Leader> outlines = outlines_of(map.scene);
    BOOST_TEST(outlines.size() > 1000U);
    for (const test::Line& line : test::lines_of(map.scene)) {
        BOOST_TEST((line.text.font.size >= colour::smallest_text - Length::px(1e-9)));
        BOOST_TEST(std::ranges::none_of(
                       outlines,
                       [&](const auto& outline) { return map::runs_through(outline, line.rect); }),
                   "\"" << line.text.string << "\" stands on an outline");
    }
}

/// Where, which values, in which language; and how long the leaders may be on average, in em.
struct Case {
    const char* page;
    const char* values;
    const char* language;
    double displacement;
};

constexpr Case cases[] = {
    {"phone", "stories", "en-GB", 5},  {"phone", "all", "en-GB", 4},
    {"phone", "stories", "gd", 5},     {"phone", "all", "gd", 4},
    {"screen", "stories", "en-GB", 7}, {"screen", "all", "en-GB", 4},
    {"screen", "stories", "gd", 8.5},  {"screen", "all", "gd", 5},
    {"A3", "stories", "en-GB", 9.5},   {"A3", "all", "en-GB", 5},
    {"A3", "stories", "gd", 9.5},      {"A3", "all", "gd", 5},
};

std::size_t count(const scene::Scene& scene, const std::string& text) {
    const auto lines = test::lines_of(scene);
    return static_cast<std::size_t>(std::ranges::count_if(
        lines, [&](const test::Line& line) { return line.text.string == text; }));
}

} // namespace

BOOST_AUTO_TEST_CASE(every_area_is_named_on_every_page) {
    const Atlas atlas;
    for (const Case& one : cases) {
        const test::Looks looks = looks_of(one.page);
        const bool all = one.values == std::string("all");
        const Values values = all ? all_areas(atlas) : stories;
        const facts::Facts facts = atlas.gather(values, input::Absent::missing, one.language);
        const map::MapFigure map = atlas.draw(facts, looks);
        const Measured measured = measure(map, looks.style.label.font.size);
        BOOST_TEST_MESSAGE(one.page << " " << one.values << " " << one.language << ": "
                                    << measured.placed << " of " << values.size() << " placed, "
                                    << measured.numbered << " as numbers, mean displacement "
                                    << measured.displacement << " em");
        BOOST_TEST_CONTEXT(one.page << " " << one.values << " " << one.language) {
            BOOST_TEST(map.unnamed.empty());
            BOOST_TEST(measured.placed == values.size());
            BOOST_TEST(measured.displacement < one.displacement);
            BOOST_TEST((measured.numbered == 0U || one.page == std::string("phone")));
            check_clear(map);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_area_is_named_on_maps_of_circles_and_dots) {
    const Atlas atlas;
    for (const char* page : {"phone", "screen", "A3"}) {
        const test::Looks looks = looks_of(page);
        for (const bool is_dots : {false, true}) {
            const auto kind = is_dots ? facts::gather_dots : facts::gather_circles;
            const facts::Facts facts = atlas.gather(kind, test::all_areas(atlas, is_dots ? 4 : 31));
            const auto draw_map = is_dots ? map::draw_dot_map : map::draw_symbol_map;
            const map::MapFigure map =
                draw_map({facts, words::describe(facts, test::english()), atlas.regions,
                          atlas.places, looks.style, looks.fonts});
            BOOST_TEST_CONTEXT(page << (is_dots ? " dots" : " circles")) {
                BOOST_TEST(map.unnamed.empty());
                BOOST_TEST(map.labels.size() == 32U);
                test::check_layout(map.scene);
                test::check_leaders(map.scene);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_crowded_part_is_enlarged_and_framed) {
    const Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(all_areas(atlas), input::Absent::missing);
    const scene::Scene scene = atlas.draw(facts, looks).scene;
    BOOST_TEST(count(scene, "Enlarged") == 1U);
    BOOST_TEST(count(scene, "Numbers on the map") == 0U);
    // What is drawn once more is no second mark.
    BOOST_TEST(test::groups_of(scene, scene::Role::mark).size() == 32U);
    const facts::Facts few = atlas.gather(stories, input::Absent::zero);
    BOOST_TEST(count(atlas.draw(few, looks).scene, "Enlarged") == 0U);
}

BOOST_AUTO_TEST_CASE(each_number_stands_on_the_map_and_in_the_list) {
    const Atlas atlas;
    const test::Looks looks = looks_of("phone");
    const facts::Facts facts = atlas.gather(all_areas(atlas), input::Absent::missing);
    const map::MapFigure map = atlas.draw(facts, looks);
    BOOST_TEST(count(map.scene, "Numbers on the map") == 1U);
    std::size_t expected = 1;
    const Length number_size = std::max(looks.style.label.font.size * 0.9, colour::smallest_text);
    const std::vector<test::Line> lines = test::lines_of(map.scene);
    for (const map::RegionLabel& label : map.labels) {
        if (label.key == 0) {
            continue;
        }
        BOOST_TEST(label.key == expected++);
        const auto is_number = [&](const test::Line& line) {
            return line.text.string == std::to_string(label.key) &&
                   line.text.font == colour::Font{number_size, colour::Weight::regular};
        };
        BOOST_TEST(std::ranges::count_if(lines, is_number) == 2, "of " << label.key);
        BOOST_TEST(count(map.scene, facts.facts[label.fact].label) == 1U);
    }
    BOOST_TEST(expected > 3U);
}

BOOST_AUTO_TEST_CASE(labels_are_where_they_are_wanted) {
    const Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts =
        atlas.gather({{"Highland", 5}, {"Fife", 3}, {"Moray", 2}}, input::Absent::zero);
    const auto draw = [&](const input::LabelSpec& spec) {
        return atlas.draw(facts, looks, facts::label_choices(spec, facts, atlas.places));
    };
    const map::MapFigure none = draw({.rule = input::LabelRule::none, .exceptions = {}});
    BOOST_TEST(none.labels.empty());
    BOOST_TEST(count(none.scene, "Highland") == 0U);
    const map::MapFigure top = draw({.rule = input::LabelRule::top, .top = 1, .exceptions = {}});
    BOOST_REQUIRE(top.labels.size() == 1U);
    BOOST_TEST(!top.labels[0].leader.has_line());
    input::LabelSpec beside;
    beside.exceptions = {{"Highland", input::LabelShow::beside, {}}};
    const map::MapFigure moved = draw(beside);
    BOOST_TEST(std::ranges::any_of(moved.labels, [](const map::RegionLabel& label) {
        return label.fact == 0 && label.leader.has_line();
    }));
    // The words tell everything all the same.
    BOOST_TEST(none.scene.words().list == moved.scene.words().list);
}

BOOST_AUTO_TEST_CASE(the_same_map_has_the_same_labels) {
    const Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(stories, input::Absent::zero);
    const map::MapFigure one = atlas.draw(facts, looks);
    const map::MapFigure other = atlas.draw(facts, looks);
    BOOST_REQUIRE(one.labels.size() == other.labels.size());
    for (std::size_t i = 0; i < one.labels.size(); ++i) {
        BOOST_TEST((one.labels[i].leader == other.labels[i].leader));
    }
}

BOOST_AUTO_TEST_SUITE_END()
