#include "geo/simplify.h"

#include "geo/read_vector.h"
#include "geo/topology.h"
#include "tests/geo/coverage.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

BOOST_AUTO_TEST_SUITE(simplify)

namespace {

using namespace cairn::test;
using cairn::geo::area;
using cairn::geo::signed_area;
using cairn::geo::squared_distance;

Regions regions_of(std::vector<MultiPolygon> geometries) {
    Regions regions;
    for (MultiPolygon& geometry : geometries) {
        regions.regions.push_back(
            {.code = {}, .name = {}, .name_gd = {}, .geometry = std::move(geometry)});
    }
    return regions;
}

double total_area(const Regions& regions) {
    double total = 0;
    for (const Region& region : regions.regions) {
        total += area(region.geometry);
    }
    return total;
}

double total_length(const Regions& regions) {
    double total = 0;
    for (const auto& [side, count] : count_sides(regions)) {
        total += std::hypot(side[2] - side[0], side[3] - side[1]);
    }
    return total;
}

std::size_t point_count(const Regions& regions) {
    std::size_t count = 0;
    for (const Region& region : regions.regions) {
        for (const Ring& ring : region.geometry) {
            count += ring.size();
        }
    }
    return count;
}

/// The greatest distance of a point of `original` from the part of `simplified` that stands for it;
/// infinite when the points of `simplified` are not points of `original` in the same order.
double furthest_moved(const Ring& original, const Ring& simplified) {
    const auto start = std::ranges::find(original, simplified.front());
    if (start == original.end()) {
        return std::numeric_limits<double>::infinity();
    }
    const auto first = static_cast<std::size_t>(start - original.begin());
    double furthest = 0;
    std::size_t next = 1;
    for (std::size_t step = 1; step <= original.size(); ++step) {
        const Point point = original[(first + step) % original.size()];
        const Point target = simplified[next % simplified.size()];
        const Point from = simplified[next - 1];
        furthest = std::max(furthest, std::sqrt(squared_distance(point, {from, target})));
        if (point == target) {
            ++next;
        }
        if (next > simplified.size()) {
            return step == original.size() ? furthest : std::numeric_limits<double>::infinity();
        }
    }
    return std::numeric_limits<double>::infinity();
}

/// How many simplified sides stand for a shared border but are not shared.
std::size_t torn_sides(const Regions& original, const Regions& simplified) {
    const SideCounts before = count_sides(original);
    const SideCounts after = count_sides(simplified);
    std::size_t torn = 0;
    for (std::size_t i = 0; i < original.regions.size(); ++i) {
        std::map<std::pair<double, double>, std::vector<Side>> leaving;
        for (const auto& use : count_sides(original.regions[i])) {
            leaving[{use.first[0], use.first[1]}].push_back(use.first);
        }
        for (const auto& use : count_sides(simplified.regions[i])) {
            const std::vector<Side>& sides = leaving.at({use.first[0], use.first[1]});
            const bool shared = std::ranges::all_of(
                sides, [&](const Side& side) { return before.contains(opposite(side)); });
            torn += static_cast<std::size_t>(shared && !after.contains(opposite(use.first)));
        }
    }
    return torn;
}

/// The distance to the nearest side of any ring, by another way than the engine's: the height of a
/// triangle by Heron's formula.
double distance_to_borders(const Regions& regions, Point p) {
    double least = std::numeric_limits<double>::infinity();
    for (const Region& region : regions.regions) {
        for (const Ring& ring : region.geometry) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Point a = ring[i];
                const Point b = ring[(i + 1) % ring.size()];
                const double to_a = std::hypot(p.x - a.x, p.y - a.y);
                const double to_b = std::hypot(p.x - b.x, p.y - b.y);
                const double side = std::hypot(a.x - b.x, a.y - b.y);
                least = std::min({least, to_a, to_b});
                const bool beside = to_a * to_a + side * side > to_b * to_b &&
                                    to_b * to_b + side * side > to_a * to_a;
                if (beside) {
                    const double half = (to_a + to_b + side) / 2;
                    const double square = half * (half - to_a) * (half - to_b) * (half - side);
                    least = std::min(least, 2 * std::sqrt(std::max(0.0, square)) / side);
                }
            }
        }
    }
    return least;
}

/// The regions that hold a point, by the angle that each of their rings winds around it.
std::vector<std::size_t> holders(const Regions& regions, Point p) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        double turned = 0;
        for (const Ring& ring : regions.regions[i].geometry) {
            for (std::size_t k = 0; k < ring.size(); ++k) {
                const Point a = ring[k];
                const Point b = ring[(k + 1) % ring.size()];
                turned += std::atan2((a.x - p.x) * (b.y - p.y) - (a.y - p.y) * (b.x - p.x),
                                     (a.x - p.x) * (b.x - p.x) + (a.y - p.y) * (b.y - p.y));
            }
        }
        if (std::abs(turned) > 1) {
            found.push_back(i);
        }
    }
    return found;
}

/// No gaps and no overlaps: a point lies in one region at most, and further than the tolerance from
/// every border in the same as before.
void check_points(const Regions& original, const Regions& simplified, double tolerance) {
    cairn::geo::Box box;
    for (const Region& region : original.regions) {
        for (const Ring& ring : region.geometry) {
            std::ranges::for_each(ring, [&](Point point) { box.add(point); });
        }
    }
    std::mt19937 random(5);
    std::uniform_real_distribution<double> x(box.min_x, box.max_x);
    std::uniform_real_distribution<double> y(box.min_y, box.max_y);
    std::size_t overlaps = 0;
    std::size_t moved = 0;
    for (int i = 0; i < 100; ++i) {
        const Point point{x(random), y(random)};
        const auto after = holders(simplified, point);
        overlaps += after.size() > 1 ? 1U : 0U;
        const bool same = holders(original, point) == after;
        moved += !same && distance_to_borders(original, point) > tolerance * (1 + 1e-9) ? 1U : 0U;
    }
    BOOST_TEST(overlaps == 0U);
    BOOST_TEST(moved == 0U);
}

/// What every simplified coverage must hold, with no ring left out.
void check_coverage(const Regions& original, double tolerance) {
    const Regions simplified = cairn::geo::simplify(original, tolerance, 0);
    BOOST_TEST_REQUIRE(simplified.regions.size() == original.regions.size());
    double furthest = 0;
    std::size_t collapsed = 0;
    for (std::size_t i = 0; i < original.regions.size(); ++i) {
        const MultiPolygon& before = original.regions[i].geometry;
        const MultiPolygon& after = simplified.regions[i].geometry;
        BOOST_TEST_REQUIRE(after.size() == before.size());
        for (std::size_t k = 0; k < before.size(); ++k) {
            collapsed += static_cast<std::size_t>(
                after[k].size() < 3 || signed_area(after[k]) * signed_area(before[k]) <= 0);
            furthest = std::max(furthest, furthest_moved(before[k], after[k]));
        }
    }
    BOOST_TEST(collapsed == 0U);
    BOOST_TEST(furthest <= tolerance * (1 + 1e-9));
    BOOST_TEST(torn_sides(original, simplified) == 0U);
    BOOST_TEST(overlapping_sides(simplified) == 0U);
    BOOST_TEST(crossings(simplified) == 0U);
    BOOST_TEST((neighbours(simplified) == neighbours(original)));
    BOOST_TEST(std::abs(total_area(simplified) - total_area(original)) <=
               tolerance * total_length(original));
}

} // namespace

BOOST_AUTO_TEST_CASE(leaves_out_what_lies_on_a_line) {
    const Regions regions = regions_of({{{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 5}}}});
    const Regions simplified = cairn::geo::simplify(regions, 0.1, 0);
    BOOST_TEST(
        (simplified.regions[0].geometry == MultiPolygon{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}}));
}

BOOST_AUTO_TEST_CASE(keeps_what_is_further_than_the_tolerance) {
    const Ring ring{{0, 0}, {5, -1}, {10, 0}, {10, 10}, {0, 10}};
    const auto size = [&](double tolerance) {
        return cairn::geo::simplify(regions_of({{ring}}), tolerance, 0)
            .regions[0]
            .geometry[0]
            .size();
    };
    BOOST_TEST(size(0.99) == 5U);
    BOOST_TEST(size(1.01) == 4U);
}

BOOST_AUTO_TEST_CASE(simplifies_a_shared_border_once) {
    const MultiPolygon west{{{0, 0}, {10, 0}, {11, 3}, {9, 6}, {10, 10}, {0, 10}}};
    const MultiPolygon east{{{20, 0}, {20, 10}, {10, 10}, {9, 6}, {11, 3}, {10, 0}}};
    const Regions simplified = cairn::geo::simplify(regions_of({west, east}), 2, 0);
    BOOST_TEST(
        (simplified.regions[0].geometry == MultiPolygon{{{10, 0}, {10, 10}, {0, 10}, {0, 0}}}));
    BOOST_TEST(
        (simplified.regions[1].geometry == MultiPolygon{{{10, 10}, {10, 0}, {20, 0}, {20, 10}}}));
}

BOOST_AUTO_TEST_CASE(keeps_all_but_the_geometry) {
    const Regions regions{.file = "a.gpkg",
                          .regions = {{.code = "S1",
                                       .name = "One",
                                       .name_gd = "Aon",
                                       .geometry = {rectangle(0, 0, 1, 1)}}},
                          .attribution = "Someone"};
    const Regions simplified = cairn::geo::simplify(regions, 1, 0);
    BOOST_TEST(simplified.file == "a.gpkg");
    BOOST_TEST(simplified.attribution == "Someone");
    BOOST_TEST(simplified.regions[0].code == "S1");
    BOOST_TEST(simplified.regions[0].name == "One");
    BOOST_TEST(simplified.regions[0].name_gd == "Aon");
}

BOOST_AUTO_TEST_CASE(a_ring_smaller_than_the_tolerance_keeps_an_area) {
    std::mt19937 random(1);
    const Ring ring = rough_ring({0, 0}, 1, 50, random);
    const Regions simplified = cairn::geo::simplify(regions_of({{ring}}), 1000, 1e9);
    BOOST_TEST(simplified.regions[0].geometry[0].size() == 3U);
    BOOST_TEST(signed_area(simplified.regions[0].geometry[0]) > 0);
}

BOOST_AUTO_TEST_CASE(leaves_out_small_islands_and_lakes) {
    const Regions regions =
        regions_of({{rectangle(0, 0, 100, 100), reversed(rectangle(10, 10, 3, 3)),
                     rectangle(200, 0, 3, 3), rectangle(300, 0, 10, 10)},
                    {rectangle(400, 0, 2, 2), rectangle(500, 0, 1, 1)}});
    const Regions simplified = cairn::geo::simplify(regions, 0.1, 50);
    BOOST_TEST(total_area(simplified) == 100 * 100 + 10 * 10 + 2 * 2);
    BOOST_TEST(simplified.regions[0].geometry.size() == 2U);
    // The largest part of a region stays, however small.
    BOOST_TEST(simplified.regions[1].geometry.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_small_enclave_goes_together_with_its_hole) {
    const Ring enclave = rectangle(10, 10, 3, 3);
    const Regions both = regions_of(
        {{rectangle(0, 0, 100, 100), reversed(enclave)}, {rectangle(200, 0, 90, 90), enclave}});
    BOOST_TEST(total_area(cairn::geo::simplify(both, 0.1, 50)) == 100 * 100 + 90 * 90);

    const Regions alone = regions_of({{rectangle(0, 0, 100, 100), reversed(enclave)}, {enclave}});
    BOOST_TEST(total_area(cairn::geo::simplify(alone, 0.1, 50)) == 100 * 100);
    BOOST_TEST(cairn::geo::simplify(alone, 0.1, 50).regions[0].geometry.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_small_part_beside_a_large_one_stays) {
    const Regions regions =
        regions_of({{rectangle(0, 0, 100, 100)},
                    {rectangle(200, 0, 50, 50), {{100, 0}, {103, 0}, {103, 100}, {100, 100}}}});
    BOOST_TEST(total_area(cairn::geo::simplify(regions, 0.1, 1000)) == 100 * 100 + 50 * 50 + 300);
}

BOOST_AUTO_TEST_CASE(a_small_lake_stays_where_a_region_lies_in_it) {
    const Regions regions =
        regions_of({{rectangle(0, 0, 100, 100), reversed(rectangle(10, 10, 5, 5))},
                    {rectangle(11, 11, 2, 2)}});
    BOOST_TEST(total_area(cairn::geo::simplify(regions, 0.1, 50)) == 100 * 100 - 25 + 4);
}

BOOST_AUTO_TEST_CASE(an_island_in_a_bay_stays_outside) {
    const Ring coast{{0, 0}, {100, 0}, {100, 50}, {60, 50}, {58, 40}, {42, 40}, {40, 50}, {0, 50}};
    const Regions regions = regions_of({{coast}, {rectangle(48, 45, 4, 4)}});
    const Regions simplified = cairn::geo::simplify(regions, 11, 0);
    const cairn::geo::Point inside_island = simplified.regions[1].geometry[0][0];
    BOOST_TEST(!contains(simplified.regions[0].geometry, inside_island));
    BOOST_TEST(crossings(simplified) == 0U);
    // Without the island, the bay goes.
    BOOST_TEST(cairn::geo::simplify(regions_of({{coast}}), 11, 0).regions[0].geometry[0].size() ==
               4U);
}

BOOST_AUTO_TEST_CASE(two_borders_do_not_become_one) {
    // Two arcs between the same two junctions: their straight lines would be the same.
    const Regions regions = regions_of({{{{0, 0}, {10, -1}, {20, 0}, {10, 1}}},
                                        {{{0, 0}, {10, 1}, {20, 0}, {20, 20}, {0, 20}}},
                                        {{{20, 0}, {10, -1}, {0, 0}, {0, -20}, {20, -20}}}});
    check_coverage(regions, 5);
    BOOST_TEST(area(cairn::geo::simplify(regions, 5, 0).regions[0].geometry) > 0);
}

BOOST_AUTO_TEST_CASE(takes_empty_and_degenerate_input) {
    BOOST_TEST(cairn::geo::simplify({}, 1, 1).regions.empty());
    const Regions regions =
        regions_of({{}, {{}}, {{{1, 1}}}, {{{1, 1}, {2, 2}}}, {{{1, 1}, {1, 1}, {2, 1}, {2, 2}}}});
    const Regions simplified = cairn::geo::simplify(regions, 1e-3, 0);
    BOOST_TEST(simplified.regions.size() == 5U);
    BOOST_TEST(simplified.regions[0].geometry.empty());
    BOOST_TEST((simplified.regions[4].geometry == MultiPolygon{{{1, 1}, {2, 1}, {2, 2}}}));
}

BOOST_AUTO_TEST_CASE(no_point_changes_hands_but_at_a_border) {
    for (unsigned seed = 0; seed < 8; ++seed) {
        const Regions coverage = make_coverage(3, 3, 1000, seed);
        for (const double tolerance : {5.0, 60.0, 400.0}) {
            BOOST_TEST_CONTEXT("seed " << seed << ", tolerance " << tolerance) {
                check_points(coverage, cairn::geo::simplify(coverage, tolerance, 0), tolerance);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(awkward_coverages_stay_coverages) {
    std::mt19937 random(9);
    const auto rough = [&](Point a, Point b) {
        Ring line;
        append_fractal(line, a, b, 6, 0.15, random);
        return line;
    };
    const auto joined = [](std::vector<Ring> lines) {
        Ring ring;
        for (const Ring& line : lines) {
            ring.insert(ring.end(), line.begin(), line.end());
        }
        return ring;
    };
    const auto back = [](Ring line, Point end) { // from `end` to where the line began
        line.push_back(end);
        std::ranges::reverse(line);
        line.pop_back();
        return line;
    };
    // Four regions that meet in one point.
    const Point o{0, 0}, n{0, 100}, e{100, 0}, s{0, -100}, w{-100, 0};
    const Ring to_n = rough(o, n), to_e = rough(o, e), to_s = rough(o, s), to_w = rough(o, w);
    const Regions quarters = regions_of({{joined({to_e, {e, {100, 100}}, back(to_n, n)})},
                                         {joined({to_n, {n, {-100, 100}}, back(to_w, w)})},
                                         {joined({to_w, {w, {-100, -100}}, back(to_s, s)})},
                                         {joined({to_s, {s, {100, -100}}, back(to_e, e)})}});
    // Two regions with teeth in each other, closer than most tolerances; sea on both sides.
    Ring teeth;
    for (int i = 0; i <= 40; ++i) {
        teeth.push_back({i * 1.0, i % 2 == 0 ? -20.0 : 20.0});
    }
    Ring comb = teeth;
    comb.insert(comb.end(), {{40, 60}, {0, 60}});
    Ring under = reversed(teeth);
    under.insert(under.end(), {{0, -60}, {40, -60}});
    // Two broad halves with a neck, and an island in each of its bays.
    const Ring neck{{0, 0},    {100, 0},  {101, 49}, {199, 49}, {200, 0},  {300, 0},
                    {300, 90}, {200, 90}, {199, 51}, {101, 51}, {100, 90}, {0, 90}};
    // An island in a lake on an island in a lake, the rings close together.
    const Regions nested =
        regions_of({{rectangle(0, 0, 100, 100), reversed(rectangle(3, 3, 94, 94)),
                     rectangle(6, 6, 88, 88), reversed(rectangle(9, 9, 82, 82))},
                    {rectangle(12, 12, 76, 76)}});
    // A lake that touches its shore in a point, held by another region; islands that touch.
    const Ring shore{{0, 0}, {50, 0}, {100, 0}, {100, 100}, {0, 100}};
    const Ring touching{{50, 0}, {70, 30}, {52, 55}, {30, 30}};
    const Regions touch =
        regions_of({{shore, reversed(touching)}, {touching, {{100, 100}, {140, 105}, {130, 160}}}});
    // A spiral and the region in its arms.
    Ring arm;
    Ring other;
    for (int i = 0; i <= 90; ++i) {
        const double angle = 0.2 * i;
        const double radius = 5 + 2.0 * angle;
        arm.push_back({radius * std::cos(angle), radius * std::sin(angle)});
        other.push_back({(radius + 5) * std::cos(angle), (radius + 5) * std::sin(angle)});
    }
    Ring spiral = reversed(arm);
    spiral.insert(spiral.begin(), other.begin(), other.end());
    const std::vector<std::pair<const char*, Regions>> all{
        {"quarters", quarters},
        {"comb", regions_of({{comb}, {under}})},
        {"neck", regions_of({{neck}, {rectangle(130, 40, 5, 5)}, {rectangle(150, 55, 5, 5)}})},
        {"nested", nested},
        {"touch", touch},
        {"spiral", regions_of({{spiral}})}};
    for (const auto& [name, regions] : all) {
        BOOST_TEST_REQUIRE(crossings(regions) == 0U);
        for (const double tolerance : {0.01, 0.7, 2.5, 6.0, 30.0, 1000.0}) {
            BOOST_TEST_CONTEXT(name << ", tolerance " << tolerance) {
                check_coverage(regions, tolerance);
                check_points(regions, cairn::geo::simplify(regions, tolerance, 0), tolerance);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(points_given_twice_change_nothing) {
    const Regions once = make_coverage(3, 2, 100, 4);
    Regions twice = once;
    for (Region& region : twice.regions) {
        for (Ring& ring : region.geometry) {
            Ring doubled;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                doubled.insert(doubled.end(), 1 + i % 3, ring[i]);
            }
            doubled.push_back(ring.front());
            ring = doubled;
        }
    }
    const Regions expected = cairn::geo::simplify(once, 3, 0);
    const Regions found = cairn::geo::simplify(twice, 3, 0);
    for (std::size_t i = 0; i < expected.regions.size(); ++i) {
        BOOST_TEST((found.regions[i].geometry == expected.regions[i].geometry));
    }
}

BOOST_AUTO_TEST_CASE(any_coverage_stays_a_coverage) {
    for (unsigned seed = 0; seed < 15; ++seed) {
        std::mt19937 random(seed);
        const double cell = std::pow(10, std::uniform_real_distribution<double>(0, 5)(random));
        const Regions coverage = make_coverage(4, 3, cell, seed);
        BOOST_TEST_REQUIRE(crossings(coverage) == 0U);
        for (const double share : {0.001, 0.01, 0.05, 0.2, 3.0}) {
            BOOST_TEST_CONTEXT("seed " << seed << ", tolerance " << share << " of a cell") {
                check_coverage(coverage, share * cell);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(small_rings_leave_no_torn_border) {
    for (unsigned seed = 0; seed < 10; ++seed) {
        const Regions coverage = make_coverage(4, 4, 1000, seed);
        for (const double smallest : {100.0, 10000.0, 1e5, 1e7}) {
            const Regions simplified = cairn::geo::simplify(coverage, 5, smallest);
            BOOST_TEST(torn_sides(coverage, simplified) == 0U);
            BOOST_TEST(crossings(simplified) == 0U);
            for (const Region& region : simplified.regions) {
                BOOST_TEST(!region.geometry.empty());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(gives_the_same_each_time) {
    const Regions coverage = make_coverage(5, 5, 1000, 7);
    const auto sides = count_sides(cairn::geo::simplify(coverage, 50, 100));
    BOOST_TEST((count_sides(cairn::geo::simplify(coverage, 50, 100)) == sides));
    BOOST_TEST(point_count(coverage) > 5 * sides.size());
}

BOOST_AUTO_TEST_CASE(keeps_the_official_boundaries_a_coverage) {
    const auto file = shared_file("boundaries/ons-lad-2013-scotland.topojson");
    if (!file) {
        return;
    }
    const Regions regions = cairn::geo::read_vector({.file = *file,
                                                     .shown = "ons.topojson",
                                                     .code_field = "LAD13CD",
                                                     .name_field = "LAD13NM",
                                                     .attribution = {}},
                                                    build_folder() / "cairn_gdal.so");
    for (const double tolerance : {100.0, 500.0, 5000.0}) {
        BOOST_TEST_CONTEXT("tolerance " << tolerance) {
            check_coverage(regions, tolerance);
        }
    }
    const Regions drawn = cairn::geo::simplify(regions, 500, 500 * 500);
    BOOST_TEST(point_count(drawn) < 10000U);
    BOOST_TEST(total_area(drawn) == total_area(regions), boost::test_tools::tolerance(0.005));
}

BOOST_AUTO_TEST_CASE(keeps_the_natural_earth_boundaries_a_coverage) {
    const auto file = shared_file("boundaries/natural-earth-10m-scotland.geojson");
    if (!file) {
        return;
    }
    const Regions regions = cairn::geo::read_vector({.file = *file,
                                                     .shown = "ne.geojson",
                                                     .code_field = "iso_3166_2",
                                                     .name_field = "name",
                                                     .attribution = {}},
                                                    build_folder() / "cairn_gdal.so");
    for (const double tolerance : {20.0, 300.0, 3000.0}) {
        BOOST_TEST_CONTEXT("tolerance " << tolerance) {
            check_coverage(regions, tolerance);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
