#include "render/map/dot_map.h"

#include "tests/map/support_atlas.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(dot_map)

namespace {

scene::Scene draw(const test::Atlas& atlas, const facts::Facts& facts, const test::Looks& looks) {
    return map::draw_dot_map({facts,
                              words::describe(facts, test::english()),
                              atlas.regions,
                              atlas.places,
                              looks.style,
                              looks.fonts,
                              {},
                              {true, true}})
        .scene;
}

struct Dot {
    double x = 0;
    double y = 0;
    double radius = 0;
};

std::vector<Dot> dots_of(const scene::Group& mark) {
    std::vector<Dot> dots;
    for (const scene::Path& path : test::paths_of(mark)) {
        for (const scene::Subpath& subpath : path.subpaths) {
            if (path.stroke && subpath.points.size() == 1) {
                dots.push_back({subpath.points[0].x.to_px(), subpath.points[0].y.to_px(),
                                path.stroke->width.to_px() / 2});
            }
        }
    }
    return dots;
}

double distance(geo::Point a, geo::Point b, Dot dot) {
    const double squared = std::pow(b.x - a.x, 2) + std::pow(b.y - a.y, 2);
    const double along =
        squared > 0 ? ((dot.x - a.x) * (b.x - a.x) + (dot.y - a.y) * (b.y - a.y)) / squared : 0;
    const double t = std::min(1.0, std::max(0.0, along));
    return std::hypot(a.x + t * (b.x - a.x) - dot.x, a.y + t * (b.y - a.y) - dot.y);
}

/// The area of a mark as drawn, pixels.
geo::MultiPolygon area_of(const scene::Group& mark) {
    geo::MultiPolygon polygon;
    for (const scene::Subpath& subpath : std::get<scene::Path>(mark.children.at(0)).subpaths) {
        geo::Ring& ring = polygon.emplace_back();
        for (const scene::Position point : subpath.points) {
            ring.push_back({point.x.to_px(), point.y.to_px()});
        }
    }
    return polygon;
}

/// Whether a dot lies in the area, clear of its border; all of a mark do, or none.
bool lies_within(const geo::MultiPolygon& area, Dot dot) {
    bool clear = geo::contains(area, {dot.x, dot.y});
    for (const geo::Ring& ring : area) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            clear = clear && distance(ring[i], ring[(i + 1) % ring.size()], dot) > dot.radius;
        }
    }
    return clear;
}

/// The number that an error advises.
int advised_in(const std::string& told) {
    const std::string before = "let each stand for more: per_dot: ";
    const std::size_t at = told.find(before);
    BOOST_REQUIRE(at != std::string::npos);
    return std::stoi(told.substr(at + before.size()));
}

} // namespace

BOOST_AUTO_TEST_CASE(dots_are_as_many_as_the_values_and_never_touch) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    std::mt19937 random(5);
    for (int round = 0; round < 3; ++round) {
        std::vector<std::pair<std::string, std::optional<double>>> values;
        for (const geo::Place& place : atlas.places.places()) {
            if (std::uniform_int_distribution(0, 2)(random) > 0) {
                values.emplace_back(place.name, std::uniform_int_distribution(0, 9)(random));
            }
        }
        const facts::Facts facts = atlas.gather(facts::gather_dots, values);
        const scene::Scene scene = draw(atlas, facts, looks);
        test::check_layout(scene);
        std::vector<Dot> all;
        std::size_t within = 0;
        for (const scene::Group& mark : test::groups_of(scene, scene::Role::mark)) {
            const std::vector<Dot> dots = dots_of(mark);
            BOOST_TEST(static_cast<double>(dots.size()) == *mark.datum->value);
            const geo::MultiPolygon area = area_of(mark);
            const auto inside =
                std::ranges::count_if(dots, [&](const Dot& dot) { return lies_within(area, dot); });
            // Beside the area stand all of them, or none.
            BOOST_TEST((inside == 0 || static_cast<std::size_t>(inside) == dots.size()),
                       mark.datum->name);
            within += static_cast<std::size_t>(inside);
            all.insert(all.end(), dots.begin(), dots.end());
        }
        BOOST_TEST(static_cast<double>(all.size()) == facts.total);
        BOOST_TEST(within * 2 > all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            BOOST_TEST(all[i].radius == all[0].radius);
            for (std::size_t k = 0; k < i; ++k) {
                BOOST_TEST(std::hypot(all[i].x - all[k].x, all[i].y - all[k].y) >
                           2 * all[0].radius);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_dot_may_stand_for_more) {
    BOOST_TEST(map::dots_for(0, 10) == 0U);
    BOOST_TEST(map::dots_for(1, 10) == 1U);
    BOOST_TEST(map::dots_for(14, 10) == 1U);
    BOOST_TEST(map::dots_for(15, 10) == 2U);
    BOOST_TEST(map::dots_for(7, 1) == 7U);
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(facts::gather_dots, {{"Highland", 40}, {"Fife", 3}},
                                            input::Absent::missing, 10);
    const scene::Scene scene = draw(atlas, facts, looks);
    const auto marks = test::groups_of(scene, scene::Role::mark);
    BOOST_TEST(dots_of(marks.at(0)).size() == 4U);
    BOOST_TEST(dots_of(marks.at(1)).size() == 1U);
    const auto entries = test::groups_of(scene, scene::Role::legend_entry);
    BOOST_TEST(entries.back().datum->name == "1 dot = 10 stories");
    BOOST_TEST(scene.words().description.find("One dot stands for 10 stories.") !=
               std::string::npos);
    BOOST_TEST(scene.words().notes.at(1).text ==
               "Numbers are rounded to whole dots; a number too small for one has one dot all the "
               "same (1 dot = 10).");
}

BOOST_AUTO_TEST_CASE(dots_beside_their_area_have_the_label_that_is_chosen) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts =
        atlas.gather(facts::gather_dots, {{"Glasgow City", 40}, {"Highland", 3}});
    const auto texts = [&](input::LabelRule rule) {
        const map::MapFigure map = map::draw_dot_map(
            {facts, words::describe(facts, test::english()), atlas.regions, atlas.places,
             looks.style, looks.fonts,
             facts::label_choices({.rule = rule, .exceptions = {}}, facts, atlas.places)});
        std::size_t dots = 0;
        for (const scene::Group& mark : test::groups_of(map.scene, scene::Role::mark)) {
            dots += dots_of(mark).size();
        }
        BOOST_TEST(dots == 43U);
        std::vector<std::string> strings;
        for (const test::Line& line : test::lines_of(map.scene)) {
            strings.push_back(line.text.string);
        }
        return strings;
    };
    const auto count = [](const std::vector<std::string>& strings, const char* text) {
        return std::ranges::count(strings, std::string(text));
    };
    const auto named = texts(input::LabelRule::named);
    BOOST_TEST(count(named, "Glasgow City") == 1);
    BOOST_TEST(count(named, "40") == 1);
    const auto values = texts(input::LabelRule::values);
    BOOST_TEST(count(values, "Glasgow City") == 0);
    BOOST_TEST(count(values, "40") == 1);
    const auto none = texts(input::LabelRule::none);
    BOOST_TEST(count(none, "Glasgow City") == 0);
    BOOST_TEST(count(none, "40") == 0);
}

BOOST_AUTO_TEST_CASE(dots_without_room_are_told_with_what_helps) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    // Whatever was tried before, the advice holds at the first try.
    for (const int tried : {1, 5, 10}) {
        const auto facts_for = [&](int per_dot) {
            return atlas.gather(facts::gather_dots, {{"Glasgow City", 4000}, {"Fife", 200}},
                                input::Absent::zero, per_dot);
        };
        const std::string told = test::error_text([&] { draw(atlas, facts_for(tried), looks); });
        BOOST_TEST(told.find("no room for the " + std::to_string(4000 / tried) +
                             " dots of \"Glasgow City\"") != std::string::npos,
                   told);
        const int advised = advised_in(told);
        BOOST_TEST(advised == 20);
        BOOST_CHECK_NO_THROW(draw(atlas, facts_for(advised), looks));
    }
}

BOOST_AUTO_TEST_CASE(very_many_dots_are_told_at_once) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    auto values = test::all_areas(atlas, 31);
    for (auto& [name, value] : values) {
        value = *value * 150;
    }
    const auto start = std::chrono::steady_clock::now();
    const std::string told =
        test::error_text([&] { draw(atlas, atlas.gather(facts::gather_dots, values), looks); });
    BOOST_TEST(std::ranges::count(told, '\n') == 2); // one mistake, and what to do
    BOOST_TEST(told.find(" more\n") != std::string::npos, told);
    // It took many minutes when dots were placed before they were counted.
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::minutes(2)));
    BOOST_CHECK_NO_THROW(
        draw(atlas, atlas.gather(facts::gather_dots, values, input::Absent::zero, advised_in(told)),
             looks));
}

BOOST_AUTO_TEST_CASE(dots_that_can_be_seen_well_in_their_area_stand_in_it) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts =
        atlas.gather(facts::gather_dots,
                     {{"Glasgow City", 12}, {"East Ayrshire", 30}, {"City of Edinburgh", 7}});
    const scene::Scene scene = draw(atlas, facts, looks);
    for (const scene::Group& mark : test::groups_of(scene, scene::Role::mark)) {
        for (const Dot& dot : dots_of(mark)) {
            BOOST_TEST(lies_within(area_of(mark), dot), mark.datum->name);
            BOOST_TEST(dot.radius >= 0.12 * looks.style.note.font.size.to_px() - 1e-9);
        }
    }
}

BOOST_AUTO_TEST_CASE(no_area_looks_empty_whose_dots_stand_beside_the_enlarged_part) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    auto values = test::all_areas(atlas, 9);
    for (auto& [name, value] : values) {
        if (name == "Inverclyde" || name == "Falkirk" || name == "Glasgow City") {
            value = 60;
        }
    }
    const scene::Scene scene = draw(atlas, atlas.gather(facts::gather_dots, values), looks);
    std::vector<std::string> filled;
    for (const scene::Group& mark : test::groups_of(scene, scene::Role::mark)) {
        const auto& land = std::get<scene::Path>(mark.children.at(0));
        if (land.fill == colour::Fill(colour::Role::symbol)) {
            filled.push_back(mark.datum->name);
        }
    }
    std::ranges::sort(filled);
    const std::vector<std::string> expected{"Falkirk: 60 stories", "Glasgow City: 60 stories",
                                            "Inverclyde: 60 stories"};
    BOOST_TEST(filled == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(dots_of_a_framed_region_stand_in_the_frame) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts =
        test::Atlas::framed(atlas.gather(facts::gather_dots, {{"Shetland", 3}, {"Highland", 6}}));
    const scene::Scene scene = draw(atlas, facts, looks);
    test::check_layout(scene);
    const auto marks = test::groups_of(scene, scene::Role::mark);
    const std::vector<Dot> dots = dots_of(marks.at(0));
    BOOST_TEST(dots.size() == 3U);
    for (const Dot& dot : dots) {
        BOOST_TEST(lies_within(area_of(marks.at(0)), dot));
    }
}

BOOST_AUTO_TEST_SUITE_END()
