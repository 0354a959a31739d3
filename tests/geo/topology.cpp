#include "geo/topology.h"

#include "tests/geo/coverage.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(topology)

namespace {

using namespace cairn::test;
using cairn::geo::Topology;
using cairn::geo::topology_of;

Regions regions_of(const std::vector<MultiPolygon>& geometries) {
    Regions regions;
    for (const MultiPolygon& geometry : geometries) {
        regions.regions.push_back({.code = {}, .name = {}, .name_gd = {}, .geometry = geometry});
    }
    return regions;
}

/// The points of a ring, put together from its arcs.
Ring ring_of(const Topology& topology, std::size_t number) {
    Ring ring;
    for (const cairn::geo::ArcUse use : topology.ring(number)) {
        Ring arc(topology.points.begin() + static_cast<long>(topology.arc_starts[use.arc]),
                 topology.points.begin() + static_cast<long>(topology.arc_starts[use.arc + 1]));
        if (use.reversed) {
            std::ranges::reverse(arc);
        }
        BOOST_TEST_REQUIRE((ring.empty() || ring.back() == arc.front()));
        ring.insert(ring.end(), arc.begin() + (ring.empty() ? 0 : 1), arc.end());
    }
    BOOST_TEST_REQUIRE((ring.front() == ring.back()));
    ring.pop_back();
    return ring;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_ring_alone_is_one_arc_from_its_westernmost_point) {
    const Topology topology = topology_of(regions_of({{{{5, 0}, {9, 5}, {5, 9}, {0, 5}}}}));
    BOOST_TEST(topology.arc_count() == 1U);
    BOOST_TEST((topology.points == Ring{{0, 5}, {5, 0}, {9, 5}, {5, 9}, {0, 5}}));
}

BOOST_AUTO_TEST_CASE(neighbours_use_one_arc_in_opposite_directions) {
    const Topology topology =
        topology_of(regions_of({{rectangle(0, 0, 10, 10)}, {rectangle(10, 0, 10, 10)}}));
    BOOST_TEST(topology.arc_count() == 3U);
    BOOST_TEST(topology.ring_count() == 2U);
    BOOST_TEST((topology.region_starts == std::vector<std::size_t>{0, 1, 2}));
    std::vector<int> uses(3, 0);
    std::vector<int> reversed(3, 0);
    for (const cairn::geo::ArcUse use : topology.uses) {
        ++uses[use.arc];
        reversed[use.arc] += use.reversed ? 1 : 0;
    }
    std::ranges::sort(uses);
    std::ranges::sort(reversed);
    BOOST_TEST((uses == std::vector<int>{1, 1, 2}));
    BOOST_TEST((reversed == std::vector<int>{0, 0, 1}));
}

BOOST_AUTO_TEST_CASE(an_enclave_and_its_hole_are_one_arc) {
    const Ring enclave = rectangle(3, 3, 2, 2);
    Ring hole = cairn::test::reversed(enclave);
    std::rotate(hole.begin(), hole.begin() + 1, hole.end());
    const Topology topology = topology_of(regions_of({{rectangle(0, 0, 10, 10), hole}, {enclave}}));
    BOOST_TEST(topology.arc_count() == 2U);
    BOOST_TEST(topology.ring(1)[0].arc == topology.ring(2)[0].arc);
    BOOST_TEST(topology.ring(1)[0].reversed != topology.ring(2)[0].reversed);
}

BOOST_AUTO_TEST_CASE(rings_that_meet_in_a_point_are_cut_there) {
    const Topology topology =
        topology_of(regions_of({{rectangle(0, 0, 10, 10), rectangle(10, 10, 5, 5)}}));
    BOOST_TEST(topology.arc_count() == 2U);
    BOOST_TEST((topology.points[topology.arc_starts[0]] == Point{10, 10}));
    BOOST_TEST((topology.points[topology.arc_starts[1]] == Point{10, 10}));
}

BOOST_AUTO_TEST_CASE(gives_back_every_ring) {
    for (unsigned seed = 0; seed < 10; ++seed) {
        const Regions coverage = make_coverage(4, 4, 100, seed);
        const Topology topology = topology_of(coverage);
        std::size_t number = 0;
        std::size_t points = 0;
        for (const Region& region : coverage.regions) {
            for (const Ring& ring : region.geometry) {
                Ring given = ring_of(topology, number++);
                const auto start = std::ranges::find(given, ring.front());
                BOOST_TEST_REQUIRE((start != given.end()));
                std::rotate(given.begin(), start, given.end());
                BOOST_TEST((given == ring));
                points += ring.size();
            }
        }
        BOOST_TEST(number == topology.ring_count());
        // Shared borders are held once.
        BOOST_TEST(topology.points.size() < points);
    }
}

BOOST_AUTO_TEST_SUITE_END()
