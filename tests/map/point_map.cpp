#include "render/map/point_map.h"

#include "tests/map/support_atlas.h"
#include "tests/support.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(point_map)

namespace {

constexpr geo::Point edinburgh{325900, 673500};
constexpr geo::Point glasgow{259000, 665300};
constexpr geo::Point lerwick{447500, 1141500};
constexpr geo::Point off_fife{363500, 708000}; ///< in the sea beside Fife Ness

/// The facts of dots at these points, by area.
facts::Facts facts_of(const test::Atlas& atlas,
                      const std::vector<std::pair<std::string, geo::Point>>& points) {
    std::vector<std::pair<std::string, std::optional<double>>> values;
    for (const auto& [area, place] : points) {
        const auto known =
            std::ranges::find(values, area, [](const auto& one) { return one.first; });
        if (known == values.end()) {
            values.emplace_back(area, 1);
        } else {
            *known->second += 1;
        }
    }
    facts::Facts facts = atlas.gather(facts::gather_dots, values);
    facts::Points shown;
    for (const auto& [area, place] : points) {
        const auto fact = std::ranges::find(facts.facts, area, &facts::Fact::label);
        BOOST_TEST_REQUIRE((fact != facts.facts.end()));
        shown.all.push_back({static_cast<std::size_t>(fact - facts.facts.begin()), place});
    }
    std::get<facts::Areas>(facts.body).shown = std::move(shown);
    return facts;
}

scene::Scene draw(const test::Atlas& atlas, const facts::Facts& facts, const test::Looks& looks) {
    return map::draw_point_map({facts,
                                words::describe(facts, test::english()),
                                atlas.regions,
                                atlas.places,
                                looks.style,
                                looks.fonts,
                                {},
                                {true, true}})
        .scene;
}

/// The middles of the dots of the area with this mark's name.
std::vector<scene::Position> dots_of(const scene::Scene& scene, const std::string& name) {
    std::vector<scene::Position> dots;
    for (const scene::Group& mark : test::groups_of(scene, scene::Role::mark)) {
        if (mark.datum->name != name) {
            continue;
        }
        for (const scene::Path& path : test::paths_of(mark)) {
            for (const scene::Subpath& subpath : path.subpaths) {
                if (path.stroke && subpath.points.size() == 1) {
                    dots.push_back(subpath.points.front());
                }
            }
        }
    }
    return dots;
}

} // namespace

BOOST_AUTO_TEST_CASE(dots_stand_at_their_places) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const scene::Scene scene = draw(
        atlas,
        facts_of(atlas,
                 {{"City of Edinburgh", edinburgh}, {"Glasgow City", glasgow}, {"Fife", off_fife}}),
        looks);
    test::check_layout(scene);
    const auto in_edinburgh = dots_of(scene, "City of Edinburgh: 1 story");
    const auto in_glasgow = dots_of(scene, "Glasgow City: 1 story");
    const auto in_fife = dots_of(scene, "Fife: 1 story");
    BOOST_TEST_REQUIRE(in_edinburgh.size() == 1U);
    BOOST_TEST_REQUIRE(in_glasgow.size() == 1U);
    BOOST_TEST_REQUIRE(in_fife.size() == 1U);
    // North up, and one scale for both directions.
    const double scale = (in_edinburgh[0].x - in_glasgow[0].x).to_px() / (edinburgh.x - glasgow.x);
    BOOST_TEST(scale > 0);
    BOOST_TEST((in_fife[0].x - in_glasgow[0].x).to_px() == scale * (off_fife.x - glasgow.x),
               boost::test_tools::tolerance(1e-3));
    BOOST_TEST((in_glasgow[0].y - in_fife[0].y).to_px() == scale * (off_fife.y - glasgow.y),
               boost::test_tools::tolerance(1e-3));
    BOOST_TEST(scene.words().notes.front().text ==
               "Each dot stands at its place, or, where dots would cover one another, as near to "
               "it as there is room.");
    const auto entries = test::groups_of(scene, scene::Role::legend_entry);
    BOOST_TEST(entries.back().datum->name == "1 dot = 1 story");
}

BOOST_AUTO_TEST_CASE(dots_of_one_place_stand_beside_each_other) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const std::vector<std::pair<std::string, geo::Point>> points(12, {"Glasgow City", glasgow});
    const scene::Scene scene = draw(atlas, facts_of(atlas, points), looks);
    test::check_layout(scene);
    const auto dots = dots_of(scene, "Glasgow City: 12 stories");
    BOOST_TEST_REQUIRE(dots.size() == 12U);
    for (std::size_t i = 0; i < dots.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            BOOST_TEST(
                std::hypot((dots[i].x - dots[k].x).to_px(), (dots[i].y - dots[k].y).to_px()) >
                2 * 0.12 * looks.style.note.font.size.to_px());
        }
    }
}

BOOST_AUTO_TEST_CASE(dots_of_a_framed_region_move_with_it) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const facts::Facts facts = test::Atlas::framed(
        facts_of(atlas, {{"Shetland Islands", lerwick}, {"Glasgow City", glasgow}}));
    const scene::Scene scene = draw(atlas, facts, looks);
    test::check_layout(scene);
    const auto dots = dots_of(scene, "Shetland Islands: 1 story");
    BOOST_TEST_REQUIRE(dots.size() == 1U);
    const scene::Scene in_place = draw(
        atlas, facts_of(atlas, {{"Shetland Islands", lerwick}, {"Glasgow City", glasgow}}), looks);
    const auto east_of_glasgow = [](const scene::Scene& drawn) {
        return (dots_of(drawn, "Shetland Islands: 1 story").at(0).x -
                dots_of(drawn, "Glasgow City: 1 story").at(0).x)
            .to_px();
    };
    BOOST_TEST(std::abs(east_of_glasgow(scene) - east_of_glasgow(in_place)) > 50);
    // Within the shape of the islands, as it is drawn in the frame, or half a pixel beside it.
    bool is_at_land = false;
    scene::visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
            if (!node.fill) {
                return;
            }
            for (const scene::Subpath& subpath : node.subpaths) {
                for (const scene::Position point : subpath.points) {
                    is_at_land = is_at_land || std::hypot((point.x - dots[0].x).to_px(),
                                                          (point.y - dots[0].y).to_px()) < 3;
                }
            }
        }
    });
    BOOST_TEST(is_at_land);
}

BOOST_AUTO_TEST_CASE(dots_without_room_at_their_places_are_refused) {
    const test::Atlas atlas;
    const test::Looks looks("screen");
    const std::vector<std::pair<std::string, geo::Point>> points(500, {"Glasgow City", glasgow});
    const std::string told = test::error_text([&] { draw(atlas, facts_of(atlas, points), looks); });
    BOOST_TEST(told == ": error: the map has no room for the 500 dots near their places, as in "
                       "\"Glasgow City\"\n"
                       "  make the page wider, or take `points` away: dots are then spread over "
                       "their areas\n");
}

BOOST_AUTO_TEST_SUITE_END()
