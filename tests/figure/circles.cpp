#include "render/figure/circles.h"

#include "tests/figure/support_scene.h"
#include "tests/figure/support_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

using namespace cairn;
using figure::Circle;
using figure::CircleRequest;
using std::numbers::pi;

BOOST_AUTO_TEST_SUITE(circles)

namespace {

/// The area that two circles share, as a sum of upright strips.
double shared_by_strips(double radius, double other, double distance) {
    const double from = std::max(-radius, distance - other);
    const double to = std::min(radius, distance + other);
    constexpr int strips = 20'000;
    double area = 0;
    for (int i = 0; i < strips && to > from; ++i) {
        const double x = from + (i + 0.5) * (to - from) / strips;
        const double half =
            std::min(std::sqrt(std::max(0.0, radius * radius - x * x)),
                     std::sqrt(std::max(0.0, other * other - (x - distance) * (x - distance))));
        area += 2 * half * (to - from) / strips;
    }
    return area;
}

/// Squares of land on a page, each with a value.
struct Islands {
    test::Looks looks{"screen"};
    geo::Regions regions;
    std::vector<CircleRequest> requests;

    /// Of 10 km, at these places; the map is 500 km wide and high.
    Islands(const std::vector<geo::Point>& places, const std::vector<double>& values) {
        std::vector<geo::MultiPolygon> shapes{{test::square(0, 0, 1000)},
                                              {test::square(499'000, 499'000, 1000)}};
        for (std::size_t i = 0; i < places.size(); ++i) {
            shapes.push_back({test::square(places[i].x - 5000, places[i].y - 5000, 10'000)});
            requests.push_back({i, i + 2, values[i]});
        }
        regions = test::regions_of(shapes);
    }
    [[nodiscard]] figure::MapPage page() const {
        return figure::map_at_top(regions, {}, looks.style);
    }
};

/// Whether all circles, the largest of this radius, keep the rules.
bool keeps_rules(const Islands& islands, const figure::MapFrame& frame,
                 const std::vector<Circle>& circles, double radius) {
    const double margin = islands.looks.style.margin.to_px();
    const double width = islands.looks.style.width.to_px();
    const double largest = std::ranges::max(islands.requests, {}, &CircleRequest::value).value;
    const auto radius_of = [&](const Circle& one) {
        return radius * std::sqrt(islands.requests[one.fact].value / largest);
    };
    double all = 0;
    double shared = 0;
    for (std::size_t i = 0; i < circles.size(); ++i) {
        const double own = radius_of(circles[i]);
        const scene::Position at = frame.at(circles[i].centre);
        if (at.x.to_px() < own + margin / 4 || at.x.to_px() + own + margin / 4 > width) {
            return false;
        }
        all += pi * own * own;
        for (std::size_t k = 0; k < i; ++k) {
            const scene::Position other = frame.at(circles[k].centre);
            shared +=
                shared_by_strips(own, radius_of(circles[k]),
                                 std::hypot((at.x - other.x).to_px(), (at.y - other.y).to_px()));
        }
    }
    return shared <= 0.1 * all;
}

} // namespace

BOOST_AUTO_TEST_CASE(shared_areas_are_those_of_a_sum) {
    std::mt19937 random(1);
    for (int i = 0; i < 200; ++i) {
        const double radius = test::any(random, 1, 30);
        const double other = test::any(random, 1, 30);
        const double distance = test::any(random, 0.1, 70);
        BOOST_TEST(std::abs(figure::shared_area(radius, other, distance) -
                            shared_by_strips(radius, other, distance)) < 0.05);
        BOOST_TEST(std::abs(figure::shared_area(radius, other, distance) -
                            figure::shared_area(other, radius, distance)) < 1e-9);
    }
    BOOST_TEST(figure::shared_area(5, 3, 8) == 0);
    BOOST_TEST(figure::shared_area(5, 3, 1) == pi * 9, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(areas_are_in_proportion_and_the_largest_comes_first) {
    const Islands islands({{100'000, 100'000}, {250'000, 250'000}, {400'000, 100'000}},
                          {5, 80, 20});
    const auto circles = figure::circles_for(islands.requests, islands.page(), islands.looks.style);
    BOOST_REQUIRE(circles.size() == 3U);
    BOOST_TEST(circles[0].fact == 1U);
    BOOST_TEST(circles[1].fact == 2U);
    BOOST_TEST(circles[2].fact == 0U);
    for (const Circle& one : circles) {
        const double share = std::pow(one.radius / circles[0].radius, 2);
        BOOST_TEST(share == islands.requests[one.fact].value / 80,
                   boost::test_tools::tolerance(1e-9));
        BOOST_TEST(one.region == one.fact + 2);
    }
}

BOOST_AUTO_TEST_CASE(circles_are_as_large_as_the_rules_allow) {
    std::mt19937 random(4);
    int smaller = 0;
    int smallest = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<geo::Point> places;
        std::vector<double> values;
        const int count = static_cast<int>(test::any(random, 1, 14));
        const double span = test::any(random, 20'000, 480'000);
        for (int i = 0; i < count; ++i) {
            places.push_back(
                {test::any(random, 8000, 12'000 + span), test::any(random, 8000, 12'000 + span)});
            values.push_back(test::any(random, 1, 100));
        }
        const Islands islands(places, values);
        const figure::MapPage page = islands.page();
        const auto circles = figure::circles_for(islands.requests, page, islands.looks.style);
        BOOST_REQUIRE(circles.size() == places.size());
        const double inner = (islands.looks.style.width - 2 * islands.looks.style.margin).to_px();
        const double most = inner * 0.08;
        const double least = inner * 0.02;
        double expected = least;
        for (double radius = most; radius > least; radius -= 0.25) {
            if (keeps_rules(islands, page.frame, circles, radius)) {
                expected = radius;
                break;
            }
        }
        smaller += expected < most ? 1 : 0;
        smallest += expected == least ? 1 : 0;
        BOOST_TEST(circles.front().radius.to_px() == expected, boost::test_tools::tolerance(1e-9));
    }
    BOOST_TEST((smaller > 10 && smaller < 60 && smallest > 0)); // all sorts were tried
}

BOOST_AUTO_TEST_CASE(a_drawn_circle_has_the_area_and_the_line_of_a_true_one) {
    for (const double radius : {0.5, 3.0, 17.0, 80.0}) {
        const scene::Subpath drawn =
            figure::circle({Length::px(100), Length::px(60)}, Length::px(radius));
        double twice = 0;
        for (std::size_t i = 0; i < drawn.points.size(); ++i) {
            const double ax = drawn.points[i].x.to_px() - 100;
            const double ay = drawn.points[i].y.to_px() - 60;
            const scene::Position& next = drawn.points[(i + 1) % drawn.points.size()];
            const double bx = next.x.to_px() - 100;
            const double by = next.y.to_px() - 60;
            twice += ax * by - bx * ay;
            BOOST_TEST(std::abs(std::hypot(ax, ay) - radius) <= 0.03);
            BOOST_TEST(std::abs(std::hypot((ax + bx) / 2, (ay + by) / 2) - radius) <= 0.03);
        }
        BOOST_TEST(drawn.closed);
        BOOST_TEST(twice / 2 == pi * radius * radius, boost::test_tools::tolerance(1e-9));
    }
    const geo::Ring ring = figure::circle_ring({10, 20}, 5);
    BOOST_TEST(geo::signed_area(ring) == pi * 25, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_SUITE_END()
