#include "render/map/symbol_map.h"

#include "render/facts/body.h"
#include "render/map/circles.h"
#include "tests/map/support_atlas.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(symbol_map)

namespace {

const std::vector<std::pair<std::string, std::optional<double>>> stories{
    {"Stirling", 1}, {"Renfrewshire", 1}, {"Fife", 5}, {"Glasgow City", 11}, {"Angus", {}}};

scene::Scene draw(const test::Atlas& atlas, const facts::Facts& facts, const test::Looks& looks,
                  map::Furniture furniture = {}) {
    return map::draw_symbol_map({facts,
                                 words::describe(facts, test::english()),
                                 atlas.regions,
                                 atlas.places,
                                 looks.style,
                                 looks.fonts,
                                 {},
                                 furniture})
        .scene;
}

double area_of(const scene::Subpath& path) {
    geo::Ring ring;
    for (const scene::Position point : path.points) {
        ring.push_back({point.x.to_px(), point.y.to_px()});
    }
    return std::abs(geo::signed_area(ring));
}

/// The marks that are circles: their path has an edge.
std::vector<scene::Group> circles_of(const scene::Scene& scene) {
    std::vector<scene::Group> marks = test::groups_of(scene, scene::Role::mark);
    std::erase_if(marks, [](const scene::Group& mark) {
        return !std::get<scene::Path>(mark.children.at(0)).stroke;
    });
    return marks;
}

/// The radius of what tells the value: within the edge.
double radius_of(const scene::Group& mark) {
    const auto& path = std::get<scene::Path>(mark.children.at(0));
    return std::sqrt(area_of(path.subpaths.at(0)) / std::numbers::pi) -
           path.stroke->width.to_px() / 2;
}

} // namespace

BOOST_AUTO_TEST_CASE(areas_are_true_and_large_lies_under_small) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(facts::gather_circles, stories);
    const auto circles = circles_of(draw(atlas, facts, looks));
    BOOST_REQUIRE(circles.size() == 4U);
    BOOST_TEST(circles[0].datum->name == "Glasgow City: 11 stories");
    const double unit = std::pow(radius_of(circles[0]), 2) / 11;
    for (std::size_t i = 0; i < circles.size(); ++i) {
        BOOST_TEST(std::pow(radius_of(circles[i]), 2) / unit == circles[i].datum->value.value(),
                   boost::test_tools::tolerance(1e-9));
        BOOST_TEST((i == 0 || *circles[i].datum->value <= *circles[i - 1].datum->value));
    }
}

BOOST_AUTO_TEST_CASE(zero_is_plain_land_and_missing_is_hatched) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(facts::gather_circles, stories);
    const scene::Scene scene = draw(atlas, facts, looks);
    const auto marks = test::groups_of(scene, scene::Role::mark);
    BOOST_TEST(marks.size() == 32U);
    for (const scene::Group& mark : marks) {
        const auto& path = std::get<scene::Path>(mark.children.at(0));
        const bool is_circle = path.stroke.has_value();
        BOOST_TEST(is_circle == (mark.datum->value.value_or(0) > 0));
        BOOST_TEST(std::holds_alternative<colour::Hatch>(*path.fill) == !mark.datum->value);
        if (!is_circle && mark.datum->value) {
            BOOST_TEST((*path.fill == colour::Fill(colour::Role::land)));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_legend_has_true_circles_on_one_base) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(facts::gather_circles, stories);
    const scene::Scene scene = draw(atlas, facts, looks);
    const double unit = std::pow(radius_of(circles_of(scene).at(0)), 2) / 11;
    auto entries = test::groups_of(scene, scene::Role::legend_entry);
    BOOST_REQUIRE(entries.size() == 5U); // zero, missing, three sizes
    BOOST_TEST(entries[0].datum->name == "No stories: 27 areas");
    // All land has one shade: a swatch of it would tell nothing apart.
    BOOST_TEST(test::paths_of(entries[0]).empty());
    BOOST_TEST(!test::paths_of(entries[1]).empty());
    BOOST_TEST(entries[1].datum->name == "No data: 1 area");
    entries.erase(entries.begin(), entries.begin() + 2);
    std::optional<double> base;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& path = std::get<scene::Path>(entries[i].children.at(0));
        const double edge = path.stroke->width.to_px() / 2;
        const double radius = std::sqrt(area_of(path.subpaths.at(0)) / std::numbers::pi) + edge;
        BOOST_TEST(radius * radius / unit == facts::shown_as<facts::Circles>(facts).sizes[i],
                   boost::test_tools::tolerance(1e-9));
        double bottom = 0;
        for (const scene::Position point : path.subpaths.at(0).points) {
            bottom = std::max(bottom, point.y.to_px() + edge);
        }
        BOOST_TEST(std::abs(bottom - base.value_or(bottom)) < 0.1);
        base = bottom;
    }
    BOOST_TEST(entries[0].datum->name == "10 stories");
}

BOOST_AUTO_TEST_CASE(circles_share_little_and_labels_keep_apart) {
    const test::Atlas atlas;
    std::mt19937 random(3);
    for (const char* name : {"screen", "print"}) {
        const test::Looks looks(name);
        for (int round = 0; round < 3; ++round) {
            std::vector<std::pair<std::string, std::optional<double>>> values;
            for (const geo::Place& place : atlas.places.places()) {
                if (std::uniform_int_distribution(0, 1)(random) > 0) {
                    values.emplace_back(place.name, std::uniform_int_distribution(0, 40)(random));
                }
            }
            const facts::Facts facts = atlas.gather(facts::gather_circles, values);
            const scene::Scene scene = draw(atlas, facts, looks, {true, true});
            test::check_layout(scene);
            for (const scene::Group& mark : circles_of(scene)) {
                for (const auto& point :
                     std::get<scene::Path>(mark.children.at(0)).subpaths.at(0).points) {
                    BOOST_TEST((point.x.to_px() > 0 && point.x < scene.pages().front().size.width));
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(an_enlarged_part_has_the_circles_as_large_as_they_are) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(facts::gather_circles, test::all_areas(atlas, 31));
    const scene::Scene scene = draw(atlas, facts, looks);
    std::vector<double> radii;
    for (const scene::Group& mark : circles_of(scene)) {
        radii.push_back(radius_of(mark));
    }
    BOOST_TEST(radii.size() == 32U);
    std::vector<double> again;
    for (const scene::Group& group : test::groups_of(scene, scene::Role::decoration)) {
        for (const scene::Path& path : test::paths_of(group)) {
            if (path.fill && path.stroke && is_halo(path.stroke->ink) &&
                *path.fill == colour::Fill(colour::Role::symbol)) {
                again.push_back(std::sqrt(area_of(path.subpaths.at(0)) / std::numbers::pi) -
                                path.stroke->width.to_px() / 2);
            }
        }
    }
    BOOST_TEST(again.size() >= 8U);
    BOOST_TEST(std::ranges::is_sorted(again, std::ranges::greater()));
    for (const double radius : again) {
        BOOST_TEST(
            std::ranges::any_of(radii, [&](double one) { return std::abs(one - radius) < 1e-6; }));
    }
}

BOOST_AUTO_TEST_CASE(labels_are_chosen_as_on_other_maps) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(facts::gather_circles, stories);
    const auto named = [&](const input::LabelSpec& spec) {
        const map::MapFigure map = map::draw_symbol_map(
            {facts, words::describe(facts, test::english()), atlas.regions, atlas.places,
             looks.style, looks.fonts, facts::label_choices(spec, facts, atlas.places)});
        BOOST_TEST(map.unnamed.empty());
        return map.labels.size();
    };
    BOOST_TEST(named({.rule = input::LabelRule::named, .exceptions = {}}) == 4U);
    BOOST_TEST(named({.rule = input::LabelRule::values, .exceptions = {}}) == 4U);
    BOOST_TEST(named({.rule = input::LabelRule::top, .top = 2, .exceptions = {}}) == 2U);
    BOOST_TEST(named({.rule = input::LabelRule::none, .exceptions = {}}) == 0U);
    // Land without a circle is labelled where that is asked for.
    BOOST_TEST(named({.rule = input::LabelRule::all, .exceptions = {}}) == 32U);
    BOOST_TEST(named({.rule = input::LabelRule::none,
                      .exceptions = {{"Highland", input::LabelShow::name, {}},
                                     {"Angus", input::LabelShow::both, {}}}}) == 2U);
}

BOOST_AUTO_TEST_CASE(a_label_without_a_leader_stands_at_its_circle) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = atlas.gather(facts::gather_circles, test::all_areas(atlas, 31));
    const map::MapFigure map =
        map::draw_symbol_map({facts, words::describe(facts, test::english()), atlas.regions,
                              atlas.places, looks.style, looks.fonts});
    std::size_t without_leader = 0;
    for (const scene::Group& mark : circles_of(map.scene)) {
        const auto fact = std::ranges::find(facts.facts, mark.datum->code, &facts::Fact::code);
        const auto label =
            std::ranges::find(map.labels, static_cast<std::size_t>(fact - facts.facts.begin()),
                              &map::RegionLabel::fact);
        if (label == map.labels.end() || label->leader.has_line()) {
            continue;
        }
        ++without_leader;
        const auto& points = std::get<scene::Path>(mark.children.at(0)).subpaths.at(0).points;
        const page::Rect near = label->leader.label.grown(looks.style.label.font.size);
        BOOST_TEST(std::ranges::any_of(points,
                                       [&](const scene::Position& at) {
                                           return at.x > near.left && at.x < near.right &&
                                                  at.y > near.top && at.y < near.bottom;
                                       }),
                   mark.datum->name);
    }
    BOOST_TEST(without_leader > 0U);
}

BOOST_AUTO_TEST_CASE(shared_areas_are_those_of_two_circles) {
    BOOST_TEST(map::shared_area(2, 1, 3) == 0);
    BOOST_TEST(map::shared_area(2, 1, 0.5) == std::numbers::pi);
    // The lens of two unit circles, each through the other's middle: 2π/3 − √3/2.
    BOOST_TEST(map::shared_area(1, 1, 1) == 2 * std::numbers::pi / 3 - std::sqrt(3.0) / 2,
               boost::test_tools::tolerance(1e-12));
    // Counted on a grid.
    int inside = 0;
    constexpr int steps = 1000;
    for (int x = 0; x < steps; ++x) {
        for (int y = 0; y < steps; ++y) {
            const double px = -2 + 6.0 * x / steps;
            const double py = -3 + 6.0 * y / steps;
            inside += std::hypot(px, py) < 2 && std::hypot(px - 2.2, py) < 1.5 ? 1 : 0;
        }
    }
    BOOST_TEST(map::shared_area(2, 1.5, 2.2) == 36.0 * inside / steps / steps,
               boost::test_tools::tolerance(0.005));
}

BOOST_AUTO_TEST_CASE(a_framed_region_is_moved_and_not_scaled_with_its_circle) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = test::Atlas::framed(
        atlas.gather(facts::gather_circles, {{"Shetland", 3}, {"Highland", 6}}));
    const scene::Scene scene = draw(atlas, facts, looks);
    test::check_layout(scene);
    const auto circles = circles_of(scene);
    BOOST_REQUIRE(circles.size() == 2U);
    BOOST_TEST(std::pow(radius_of(circles[0]) / radius_of(circles[1]), 2) == 2,
               boost::test_tools::tolerance(1e-9));
    // The frame is the one path of four corners without a fill.
    std::optional<page::Rect> frame;
    scene::visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
            if (!node.fill && node.subpaths.size() == 1 && node.subpaths[0].closed &&
                node.subpaths[0].points.size() == 4) {
                frame = page::Rect{node.subpaths[0].points[0].x, node.subpaths[0].points[0].y,
                                   node.subpaths[0].points[2].x, node.subpaths[0].points[2].y};
            }
        }
    });
    BOOST_REQUIRE(frame.has_value());
    for (const auto& point :
         std::get<scene::Path>(circles[1].children.at(0)).subpaths.at(0).points) {
        BOOST_TEST((point.x > frame->left && point.x < frame->right && point.y > frame->top &&
                    point.y < frame->bottom));
    }
    std::string notes;
    for (const words::Note& note : scene.words().notes) {
        notes += note.text;
    }
    const std::string said =
        "Shetland Islands: shown in a frame, not in its true place. Reason: Room.";
    BOOST_TEST(notes.find(said) != std::string::npos);
    BOOST_TEST(scene.words().description.find(said) != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
