#include "geo/label_point.h"

#include "tests/geo/coverage.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

BOOST_AUTO_TEST_SUITE(label_point)

namespace {

using namespace cairn::test;
using cairn::geo::contains;
using cairn::geo::LabelPoint;

LabelPoint place(const MultiPolygon& polygon, double width, double height) {
    const std::optional<LabelPoint> found = cairn::geo::label_point(polygon, width, height);
    BOOST_TEST_REQUIRE(found.has_value());
    return *found;
}

/// Whether a box around `centre` lies inside: its centre does, and no side of the polygon comes
/// into it.
bool fits(const MultiPolygon& polygon, Point centre, double width, double height) {
    if (!contains(polygon, centre)) {
        return false;
    }
    const double left = centre.x - width / 2;
    const double right = centre.x + width / 2;
    const double low = centre.y - height / 2;
    const double high = centre.y + height / 2;
    const Ring box = rectangle(left, low, width, height);
    for (const Ring& ring : polygon) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Segment side{a, ring[(i + 1) % ring.size()]};
            if (a.x > left && a.x < right && a.y > low && a.y < high) {
                return false;
            }
            for (std::size_t k = 0; k < box.size(); ++k) {
                if (cross(side, {box[k], box[(k + 1) % box.size()]})) {
                    return false;
                }
            }
        }
    }
    return true;
}

/// The largest scale at which a box around `centre` fits, by halving.
double largest_scale(const MultiPolygon& polygon, Point centre, double width, double height) {
    double low = 0;
    double high = 1e4;
    for (int i = 0; i < 50; ++i) {
        const double middle = (low + high) / 2;
        (fits(polygon, centre, middle * width, middle * height) ? low : high) = middle;
    }
    return low;
}

void check_place(const MultiPolygon& polygon, double width, double height) {
    const LabelPoint found = place(polygon, width, height);
    const double largest = largest_scale(polygon, found.centre, width, height);
    BOOST_TEST(found.scale == largest, boost::test_tools::tolerance(1e-6));
    BOOST_TEST(fits(polygon, found.centre, 0.999999 * found.scale * width,
                    0.999999 * found.scale * height));
}

/// The best scale at any point of a fine grid.
double best_on_grid(const MultiPolygon& polygon, double width, double height, int steps) {
    const cairn::geo::Box box = bounds(polygon);
    double best = 0;
    for (int i = 1; i < steps; ++i) {
        for (int k = 1; k < steps; ++k) {
            const Point point{box.min_x + box.width() * i / steps,
                              box.min_y + box.height() * k / steps};
            // Most points cannot beat the best: one look is enough to tell.
            if (fits(polygon, point, best * width, best * height)) {
                best = std::max(best, largest_scale(polygon, point, width, height));
            }
        }
    }
    return best;
}

} // namespace

BOOST_AUTO_TEST_CASE(finds_nothing_without_an_inside) {
    BOOST_TEST(!cairn::geo::label_point({}, 1, 1));
    BOOST_TEST(!cairn::geo::label_point({{}}, 1, 1));
    BOOST_TEST(!cairn::geo::label_point({{{0, 0}, {1, 1}}}, 1, 1));
    BOOST_TEST(!cairn::geo::label_point({{{0, 0}, {1, 1}, {2, 2}}}, 1, 1));
}

BOOST_AUTO_TEST_CASE(fills_a_rectangle_of_its_own_proportions) {
    const LabelPoint found = place({rectangle(100, 200, 60, 20)}, 30, 10);
    BOOST_TEST(found.scale == 2, boost::test_tools::tolerance(0.01));
    BOOST_TEST(found.centre.x == 130, boost::test_tools::tolerance(0.01));
    BOOST_TEST(found.centre.y == 210, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(tells_what_is_too_small) {
    const MultiPolygon polygon{rectangle(100, 200, 60, 20)};
    BOOST_TEST(!cairn::geo::label_point(polygon, 30, 10, {}, 2.1).has_value());
    const auto found = cairn::geo::label_point(polygon, 30, 10, {}, 1.9);
    BOOST_REQUIRE(found.has_value());
    BOOST_TEST(found->scale == 2, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(measures_in_the_proportions_of_the_box) {
    // The tall part has the larger circle, the flat part the larger label.
    const MultiPolygon polygon{{{0, 0}, {100, 0}, {100, 10}, {24, 10}, {24, 60}, {0, 60}}};
    BOOST_TEST(place(polygon, 10, 1).centre.x > 24);
    BOOST_TEST(place(polygon, 10, 10).centre.x < 24);
    BOOST_TEST(place(polygon, 50, 5).scale == 2, boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(stays_out_of_the_gap_of_a_c) {
    const MultiPolygon polygon{
        {{0, 0}, {100, 0}, {100, 20}, {20, 20}, {20, 80}, {100, 80}, {100, 100}, {0, 100}}};
    for (const double width : {1.0, 10.0, 100.0}) {
        check_place(polygon, width, 10);
    }
    BOOST_TEST(place(polygon, 40, 10).scale == 2, boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(stays_out_of_holes) {
    const MultiPolygon polygon{rectangle(0, 0, 100, 100), reversed(rectangle(40, 10, 20, 80))};
    check_place(polygon, 10, 10);
    check_place(polygon, 30, 5);
    BOOST_TEST(place(polygon, 10, 10).scale == 4, boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(takes_the_part_that_holds_most) {
    const MultiPolygon polygon{rectangle(0, 0, 10, 10), rectangle(1000, 0, 30, 30),
                               rectangle(0, 1000, 200, 2)};
    BOOST_TEST(place(polygon, 3, 3).centre.x == 1015, boost::test_tools::tolerance(0.01));
    BOOST_TEST(place(polygon, 300, 3).centre.y == 1001, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(finds_a_point_in_a_sliver) {
    const MultiPolygon sliver{{{0, 0}, {100000, 30000}, {100000, 30000.01}, {0, 0.01}}};
    const LabelPoint found = place(sliver, 30000, 10000);
    BOOST_TEST(contains(sliver, found.centre));
    BOOST_TEST(found.scale > 0);
}

BOOST_AUTO_TEST_CASE(takes_boxes_of_any_size) {
    const MultiPolygon polygon{rectangle(0, 0, 100, 100)};
    BOOST_TEST(place(polygon, 1e-3, 1e-3).scale == 1e5, boost::test_tools::tolerance(0.01));
    BOOST_TEST(place(polygon, 1e6, 1e6).scale > 0.99e-4);
    BOOST_TEST(contains(polygon, place(polygon, 0, 0).centre));
}

BOOST_AUTO_TEST_CASE(reaches_over_nothing_that_it_is_to_keep_off) {
    const MultiPolygon square{rectangle(0, 0, 100, 100)};
    const auto beside = [&](const MultiPolygon& keep_off) {
        const auto found = cairn::geo::label_point(square, 10, 10, keep_off);
        BOOST_TEST_REQUIRE(found.has_value());
        return *found;
    };
    // The strip that is left is 40 wide.
    const LabelPoint right = beside({rectangle(-20, -20, 80, 140)});
    BOOST_TEST(right.scale == 4, boost::test_tools::tolerance(0.01));
    BOOST_TEST(right.centre.x == 80, boost::test_tools::tolerance(0.01));
    // Two that lie over one another leave no more room than the two together.
    BOOST_TEST(beside({rectangle(-20, -20, 60, 140), rectangle(20, -20, 40, 140)}).scale == 4,
               boost::test_tools::tolerance(0.01));
    // What lies inside is like a hole, whichever way it turns.
    for (const Ring& ring : {rectangle(40, 10, 20, 80), reversed(rectangle(40, 10, 20, 80))}) {
        BOOST_TEST(beside({ring}).scale == 4, boost::test_tools::tolerance(0.02));
        BOOST_TEST(!contains({rectangle(40, 10, 20, 80)}, beside({ring}).centre));
    }
    // What lies elsewhere changes nothing; where all is covered there is no place.
    BOOST_TEST(beside({rectangle(200, 0, 50, 50)}).scale == place(square, 10, 10).scale);
    BOOST_TEST(!cairn::geo::label_point(square, 10, 10, {rectangle(-1, -1, 102, 102)}));
}

BOOST_AUTO_TEST_CASE(keeps_off_as_well_as_a_hole_would) {
    for (unsigned seed = 100; seed < 115; ++seed) {
        std::mt19937 random(seed);
        const auto between = [&](double low, double high) {
            return std::uniform_real_distribution<double>(low, high)(random);
        };
        const MultiPolygon land{rough_ring({0, 0}, 1000, 24, random)};
        const Ring lake = rough_ring({between(-100, 100), between(-100, 100)}, 250, 9, random);
        const double width = std::pow(10, between(1, 3));
        const double height = width * std::pow(10, between(-1, 0.3));
        const auto found = cairn::geo::label_point(land, width, height, {lake});
        BOOST_TEST_REQUIRE(found.has_value());
        BOOST_TEST_CONTEXT("seed " << seed << ", box " << width << " by " << height) {
            BOOST_TEST(fits(land, found->centre, 0.999999 * found->scale * width,
                            0.999999 * found->scale * height));
            const MultiPolygon holed{land.front(), reversed(lake)};
            BOOST_TEST(found->scale <=
                       largest_scale(holed, found->centre, width, height) * (1 + 1e-6));
            const double best = best_on_grid(holed, width, height, 40);
            const cairn::geo::Box box = bounds(land);
            const double finest = 2 * std::max(box.width() / width, box.height() / height) / 4096;
            BOOST_TEST(found->scale >= best - std::max({0.01 * found->scale, 0.001, finest}));
        }
    }
}

BOOST_AUTO_TEST_CASE(does_not_depend_on_where_a_ring_begins) {
    std::mt19937 random(3);
    Ring ring = rough_ring({500, 500}, 400, 60, random);
    const LabelPoint first = place({ring}, 40, 10);
    std::rotate(ring.begin(), ring.begin() + 17, ring.end());
    const LabelPoint second = place({ring}, 40, 10);
    BOOST_TEST((first.centre == second.centre));
    BOOST_TEST(first.scale == second.scale);
}

BOOST_AUTO_TEST_CASE(is_as_good_as_a_search_of_all_places) {
    for (unsigned seed = 0; seed < 30; ++seed) {
        std::mt19937 random(seed);
        const auto between = [&](double low, double high) {
            return std::uniform_real_distribution<double>(low, high)(random);
        };
        MultiPolygon polygon{rough_ring({0, 0}, 1000, 24, random),
                             reversed(rough_ring({0, 0}, 200, 9, random))};
        if (seed % 3 == 0) {
            polygon.push_back(rough_ring({2500, between(-500, 500)}, 600, 12, random));
        }
        const double width = std::pow(10, between(1, 3.5));
        const double height = width * std::pow(10, between(-1, 0.3));
        BOOST_TEST_CONTEXT("seed " << seed << ", box " << width << " by " << height) {
            check_place(polygon, width, height);
            const double best = best_on_grid(polygon, width, height, 60);
            const double found = place(polygon, width, height).scale;
            const cairn::geo::Box box = bounds(polygon);
            const double finest = 2 * std::max(box.width() / width, box.height() / height) / 4096;
            BOOST_TEST(found >= best - std::max({0.01 * found, 0.001, finest}));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
