#include "geo/dots.h"

#include "geo/simplify.h"
#include "tests/geo/coverage.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

BOOST_AUTO_TEST_SUITE(dots)

namespace {

using namespace cairn::test;
using cairn::geo::Dot;
using cairn::geo::signed_area;

constexpr double dot_area = 100;
constexpr double apart = 40;

Regions regions_of(std::vector<MultiPolygon> geometries) {
    Regions regions;
    for (MultiPolygon& geometry : geometries) {
        regions.regions.push_back(
            {.code = {}, .name = {}, .name_gd = {}, .geometry = std::move(geometry)});
    }
    return regions;
}

struct Drawn {
    Regions regions;
    std::vector<Dot> dots;
};

Drawn draw(const Regions& regions) {
    const cairn::geo::Topology topology = cairn::geo::topology_of(regions);
    Drawn drawn{cairn::geo::simplify(regions, topology, 2, dot_area), {}};
    drawn.dots = cairn::geo::dots(regions, topology, drawn.regions, {dot_area, apart});
    cairn::geo::add_dots(drawn.dots, drawn.regions);
    return drawn;
}

std::vector<std::size_t> owners(const std::vector<Dot>& dots) {
    std::vector<std::size_t> found;
    for (const Dot& dot : dots) {
        found.push_back(dot.region);
    }
    return found;
}

double least_distance(const Ring& ring, const Ring& other) {
    double least = std::numeric_limits<double>::infinity();
    for (const Point& point : ring) {
        for (std::size_t i = 0; i < other.size(); ++i) {
            least = std::min(least, std::sqrt(cairn::geo::squared_distance(
                                        point, {other[i], other[(i + 1) % other.size()]})));
        }
    }
    return least;
}

} // namespace

BOOST_AUTO_TEST_CASE(an_island_far_out_is_a_dot_around_its_centre) {
    const Drawn drawn = draw(regions_of({{rectangle(0, 0, 1000, 1000), rectangle(2000, 0, 3, 5)}}));
    BOOST_REQUIRE(drawn.dots.size() == 1U);
    BOOST_TEST(!drawn.dots[0].replaces);
    BOOST_REQUIRE(drawn.regions.regions[0].geometry.size() == 2U);
    const Ring& dot = drawn.regions.regions[0].geometry[1];
    BOOST_TEST(signed_area(dot) == dot_area, boost::test_tools::tolerance(1e-9));
    const Point centre = cairn::geo::centroid(dot);
    BOOST_TEST(centre.x == 2001.5, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(centre.y == 2.5, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(skerries_belong_to_the_coast_or_the_dot_that_they_lie_at) {
    const Ring land = rectangle(0, 0, 1000, 1000);
    BOOST_TEST(draw(regions_of({{land, rectangle(1030, 500, 5, 5)}})).dots.empty());
    BOOST_TEST(draw(regions_of({{land, rectangle(1045, 500, 5, 5)}})).dots.size() == 1U);
    // Of another region too.
    BOOST_TEST(draw(regions_of({{land}, {rectangle(1030, 500, 5, 5), rectangle(5000, 0, 90, 90)}}))
                   .dots.empty());
    // The largest of a group stands for it.
    const Drawn group =
        draw(regions_of({{land, rectangle(2000, 0, 2, 2), rectangle(2005, 0, 4, 4)}}));
    BOOST_REQUIRE(group.dots.size() == 1U);
    BOOST_TEST(cairn::geo::centroid(group.dots[0].ring).x == 2007,
               boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_region_of_one_small_island_is_a_dot_even_near_land) {
    const Regions regions = regions_of(
        {{rectangle(0, 0, 1000, 1000)}, {rectangle(1020, 500, 5, 5), rectangle(1027, 500, 3, 3)}});
    const Drawn drawn = draw(regions);
    BOOST_REQUIRE(drawn.dots.size() == 1U);
    BOOST_TEST(drawn.dots[0].replaces);
    BOOST_TEST(drawn.regions.regions[1].geometry.size() == 1U);
    BOOST_TEST(signed_area(drawn.regions.regions[1].geometry[0]) == dot_area,
               boost::test_tools::tolerance(1e-9));
    // Where it would touch the land, it keeps its own shape.
    const Drawn close =
        draw(regions_of({{rectangle(0, 0, 1000, 1000)}, {rectangle(1004, 5, 5, 5)}}));
    BOOST_TEST(close.dots.empty());
    BOOST_TEST(signed_area(close.regions.regions[1].geometry.at(0)) == 25);
}

BOOST_AUTO_TEST_CASE(no_dot_in_lakes_or_of_what_shares_a_border) {
    const Ring lake = reversed(rectangle(400, 400, 9, 9));
    BOOST_TEST(draw(regions_of({{rectangle(0, 0, 1000, 1000), lake, rectangle(403, 403, 2, 2)}}))
                   .dots.empty());
    const Ring west{{2000, 0}, {2005, 0}, {2005, 5}, {2000, 5}};
    const Ring east{{2005, 0}, {2010, 0}, {2010, 5}, {2005, 5}};
    BOOST_TEST(draw(regions_of({{rectangle(0, 0, 1000, 1000), west},
                                {rectangle(0, 5000, 1000, 1000), east}}))
                   .dots.empty());
}

BOOST_AUTO_TEST_CASE(takes_empty_and_degenerate_input) {
    BOOST_TEST(draw({}).dots.empty());
    BOOST_TEST(draw(regions_of({{}, {{{1, 1}}}, {{{1, 1}, {2, 2}}}})).dots.empty());
}

BOOST_AUTO_TEST_CASE(no_island_vanishes_and_no_dot_touches_land) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> place(-500, 1500);
        std::uniform_real_distribution<double> size(0.5, 6);
        Regions regions = make_coverage(3, 3, 300, seed);
        std::vector<Point> centres;
        for (int i = 0; i < 200; ++i) {
            const Point at{place(random), place(random)};
            if (at.x > -60 && at.x < 960 && at.y > -60 && at.y < 960) {
                continue; // land
            }
            const auto owner = static_cast<std::size_t>(i) % regions.regions.size();
            regions.regions[owner].geometry.push_back(rough_ring(at, size(random), 12, random));
            centres.push_back(cairn::geo::centroid(regions.regions[owner].geometry.back()));
        }
        const Drawn drawn = draw(regions);
        BOOST_TEST(!drawn.dots.empty());
        BOOST_TEST(crossings(drawn.regions) == 0U);
        for (const Point& centre : centres) {
            double least = std::numeric_limits<double>::infinity();
            for (const Region& region : drawn.regions.regions) {
                for (const Ring& ring : region.geometry) {
                    least = std::min(least, least_distance({centre}, ring));
                }
            }
            BOOST_TEST(least <= apart + 0.5); // an octagon is less wide across its sides
        }
        for (std::size_t i = 0; i < drawn.dots.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                BOOST_TEST(least_distance(drawn.dots[i].ring, drawn.dots[j].ring) >
                           apart - 2 * std::sqrt(dot_area));
            }
        }
        BOOST_TEST(owners(draw(regions).dots) == owners(drawn.dots),
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_SUITE_END()
