#include "geo/shared_vertices.h"

#include "tests/geo/coverage.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(shared_vertices)

namespace {

using namespace cairn::test;
using cairn::geo::share_vertices;

Regions shared(const std::vector<MultiPolygon>& geometries, double tolerance) {
    Regions regions;
    for (const MultiPolygon& geometry : geometries) {
        regions.regions.push_back({.code = {}, .name = {}, .name_gd = {}, .geometry = geometry});
    }
    share_vertices(regions, tolerance);
    return regions;
}

} // namespace

BOOST_AUTO_TEST_CASE(leaves_what_is_shared_already) {
    const MultiPolygon west{rectangle(0, 0, 10, 10)};
    const MultiPolygon east{rectangle(10, 0, 10, 10)};
    const Regions regions = shared({west, east}, 1e-6);
    BOOST_TEST((regions.regions[0].geometry == west));
    BOOST_TEST((regions.regions[1].geometry == east));
}

BOOST_AUTO_TEST_CASE(adds_points_in_the_order_of_the_side) {
    const Regions regions = shared(
        {{rectangle(0, 0, 10, 10)}, {rectangle(10, 2, 5, 2)}, {rectangle(10, 6, 5, 2)}}, 1e-6);
    BOOST_TEST(
        (regions.regions[0].geometry ==
         MultiPolygon{{{0, 0}, {10, 0}, {10, 2}, {10, 4}, {10, 6}, {10, 8}, {10, 10}, {0, 10}}}));
}

BOOST_AUTO_TEST_CASE(joins_points_that_differ_by_rounding) {
    const Regions regions = shared(
        {{rectangle(0, 0, 10, 10)}, {{{10 + 1e-9, -1e-9}, {20, 0}, {20, 10}, {10, 10 - 1e-9}}}},
        1e-6);
    BOOST_TEST((regions.regions[1].geometry == MultiPolygon{rectangle(10, 0, 10, 10)}));
}

BOOST_AUTO_TEST_CASE(leaves_a_gap_that_is_wider_than_the_tolerance) {
    const MultiPolygon west{rectangle(0, 0, 10, 10)};
    const MultiPolygon east{rectangle(10.001, 3, 10, 4)};
    const Regions regions = shared({west, east}, 1e-6);
    BOOST_TEST((regions.regions[0].geometry == west));
    BOOST_TEST((regions.regions[1].geometry == east));
}

BOOST_AUTO_TEST_CASE(drops_a_ring_that_folds_to_a_line) {
    const Regions regions =
        shared({{rectangle(0, 0, 10, 10), {{10, 2}, {10 + 1e-9, 4}, {10, 6}}}}, 1e-6);
    BOOST_TEST_REQUIRE(regions.regions[0].geometry.size() == 1U);
    BOOST_TEST(regions.regions[0].geometry[0].size() == 7U);
}

BOOST_AUTO_TEST_CASE(matches_any_coverage_whose_points_were_thinned) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        // Straight borders, on which each region leaves out other points.
        std::mt19937 random(seed);
        const auto thinned = [&](Ring ring) {
            Ring kept;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                if (i % 8 == 0 || random() % 2 == 0) {
                    kept.push_back(ring[i]);
                }
            }
            return kept;
        };
        const auto square = [&](double left) {
            Ring ring;
            const Ring corners = rectangle(left, 0, 1, 1);
            for (std::size_t i = 0; i < 4; ++i) {
                const Point a = corners[i];
                const Point b = corners[(i + 1) % 4];
                for (int k = 0; k < 8; ++k) {
                    ring.push_back({a.x + (b.x - a.x) * k / 8, a.y + (b.y - a.y) * k / 8});
                }
            }
            return thinned(ring);
        };
        const Regions regions = shared({{square(0)}, {square(1)}, {square(2)}}, 1e-9);
        const SideCounts sides = count_sides(regions);
        for (const auto& [side, count] : sides) {
            const bool inner = side[0] == side[2] && side[0] > 0 && side[0] < 3;
            BOOST_TEST(sides.contains(opposite(side)) == inner);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
