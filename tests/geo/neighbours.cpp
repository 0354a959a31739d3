#include "geo/neighbours.h"

#include "geo/read_shapefile.h"
#include "geo/simplify.h"
#include "tests/geo/coverage.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <utility>

BOOST_AUTO_TEST_SUITE(neighbours)

namespace {

using cairn::geo::Neighbours;
using cairn::geo::Regions;

Regions regions_of(const std::vector<cairn::geo::MultiPolygon>& geometries) {
    Regions regions;
    for (const cairn::geo::MultiPolygon& geometry : geometries) {
        regions.regions.push_back({.code = {}, .name = {}, .name_gd = {}, .geometry = geometry});
    }
    return regions;
}

std::set<std::pair<std::size_t, std::size_t>> pairs_of(const Neighbours& neighbours) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        for (const std::size_t other : neighbours[i]) {
            pairs.emplace(i, other);
        }
    }
    return pairs;
}

/// Each pair of the independent search in both directions.
std::set<std::pair<std::size_t, std::size_t>> expected_pairs(const Regions& regions) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [a, b] : cairn::test::neighbours(regions)) {
        pairs.emplace(a, b);
        pairs.emplace(b, a);
    }
    return pairs;
}

Regions built_in(const std::string& name) {
    return cairn::geo::read_shapefile(cairn::test::source_folder() / "boundaries" / name);
}

std::set<std::string> names_beside(const Regions& regions, const std::string& name) {
    const Neighbours found = cairn::geo::neighbours(regions);
    std::set<std::string> names;
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        if (regions.regions[i].name == name) {
            for (const std::size_t other : found[i]) {
                names.insert(regions.regions[other].name);
            }
        }
    }
    return names;
}

} // namespace

using cairn::test::rectangle;

BOOST_AUTO_TEST_CASE(a_shared_side_makes_neighbours_and_a_corner_does_not) {
    const Regions regions = regions_of({{rectangle(0, 0, 10, 10)},
                                        {rectangle(10, 0, 10, 10)},
                                        {rectangle(10, 10, 10, 10)},
                                        {rectangle(50, 50, 10, 10)}});
    const Neighbours expected{{1}, {0, 2}, {1}, {}};
    BOOST_TEST((cairn::geo::neighbours(regions) == expected));
}

BOOST_AUTO_TEST_CASE(nothing_has_no_neighbours) {
    BOOST_TEST(cairn::geo::neighbours(Regions{}).empty());
    const Neighbours alone{{}, {}};
    BOOST_TEST((cairn::geo::neighbours(regions_of({{}, {rectangle(0, 0, 1, 1)}})) == alone));
}

BOOST_AUTO_TEST_CASE(rings_of_one_region_are_not_neighbours_of_each_other) {
    // Two halves of one region, and a region in the hole of another.
    const Regions regions =
        regions_of({{rectangle(0, 0, 10, 10), rectangle(10, 0, 10, 10)},
                    {rectangle(100, 0, 30, 30), {{110, 10}, {110, 20}, {120, 20}, {120, 10}}},
                    {rectangle(110, 10, 10, 10)}});
    const Neighbours expected{{}, {2}, {1}};
    BOOST_TEST((cairn::geo::neighbours(regions) == expected));
}

BOOST_AUTO_TEST_CASE(any_coverage_agrees_with_a_search_over_all_sides) {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const Regions regions = cairn::test::make_coverage(2 + seed % 5, 1 + seed % 6, 1000, seed);
        const auto expected = expected_pairs(regions);
        BOOST_TEST((pairs_of(cairn::geo::neighbours(regions)) == expected), "seed " << seed);
    }
}

BOOST_AUTO_TEST_CASE(the_council_areas_have_sixty_pairs) {
    for (const std::string name : {"scotland-councils", "scotland-councils-web"}) {
        const Regions regions = built_in(name);
        const auto pairs = pairs_of(cairn::geo::neighbours(regions));
        BOOST_TEST(pairs.size() == 2 * 60U, name);
        BOOST_TEST((pairs == expected_pairs(regions)), name);
        BOOST_TEST(
            (names_beside(regions, "Glasgow City") ==
             std::set<std::string>{"East Dunbartonshire", "East Renfrewshire", "North Lanarkshire",
                                   "Renfrewshire", "South Lanarkshire", "West Dunbartonshire"}));
        BOOST_TEST((names_beside(regions, "Shetland Islands").empty()));
        BOOST_TEST((names_beside(regions, "Inverclyde") ==
                    std::set<std::string>{"North Ayrshire", "Renfrewshire"}));
    }
}

BOOST_AUTO_TEST_CASE(boxes_and_areas_stand_beside_each_region) {
    const cairn::geo::Whereabouts found = cairn::geo::whereabouts(
        regions_of({{rectangle(0, 5, 10, 10)}, {rectangle(10, 0, 20, 40)}, {}}));
    BOOST_REQUIRE(found.boxes.size() == 3U);
    BOOST_TEST(found.boxes[0].min_y == 5);
    BOOST_TEST(found.boxes[1].max_y == 40);
    BOOST_TEST(found.boxes[2].empty());
    BOOST_TEST((found.areas == std::vector<double>{100, 800, 0}));
}

BOOST_AUTO_TEST_SUITE_END()
