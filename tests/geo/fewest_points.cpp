#include "geo/fewest_points.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

BOOST_AUTO_TEST_SUITE(fewest_points)

namespace {

using cairn::geo::Point;
using Numbers = std::vector<std::size_t>;

Numbers kept(const std::vector<Point>& line, double tolerance) {
    return cairn::geo::fewest_points(line, tolerance);
}

/// The distance from a point to a segment, by another way than the engine's: the least over the two
/// ends and, where it lies between them, the foot.
long double distance(Point p, Point a, Point b) {
    const auto to = [&](Point q) {
        return std::hypot(static_cast<long double>(p.x) - q.x, static_cast<long double>(p.y) - q.y);
    };
    const long double length =
        std::hypot(static_cast<long double>(b.x) - a.x, static_cast<long double>(b.y) - a.y);
    long double least = std::min(to(a), to(b));
    if (length > 0) {
        const long double along = ((p.x - a.x) * static_cast<long double>(b.x - a.x) +
                                   (p.y - a.y) * static_cast<long double>(b.y - a.y)) /
                                  length;
        if (along > 0 && along < length) {
            least = std::min(least, std::sqrt(std::max(0.0L, to(a) * to(a) - along * along)));
        }
    }
    return least;
}

long double furthest(const std::vector<Point>& line, std::size_t first, std::size_t last) {
    long double most = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
        most = std::max(most, distance(line[i], line[first], line[last]));
    }
    return most;
}

/// The fewest points, by trying every shortcut.
std::size_t fewest_by_trying_all(const std::vector<Point>& line, double tolerance) {
    std::vector<std::size_t> count(line.size(), std::numeric_limits<std::size_t>::max());
    count[0] = 1;
    for (std::size_t j = 1; j < line.size(); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
            if (furthest(line, i, j) <= tolerance) {
                count[j] = std::min(count[j], count[i] + 1);
            }
        }
    }
    return count.back();
}

std::vector<Point> random_walk(std::mt19937& random, std::size_t count, double turn) {
    std::uniform_real_distribution<double> change(-turn, turn);
    std::uniform_real_distribution<double> step(0, 1);
    std::vector<Point> line{{0, 0}};
    double heading = 0;
    while (line.size() < count) {
        heading += change(random);
        const double length = step(random);
        line.push_back({line.back().x + length * std::cos(heading),
                        line.back().y + length * std::sin(heading)});
    }
    return line;
}

} // namespace

BOOST_AUTO_TEST_CASE(short_lines_stay) {
    BOOST_TEST(kept({}, 1).empty());
    BOOST_TEST(kept({{1, 1}}, 1) == Numbers{0}, boost::test_tools::per_element());
    BOOST_TEST(kept({{1, 1}, {1, 1}}, 1) == (Numbers{0, 1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keeps_the_corner_alone) {
    BOOST_TEST(kept({{0, 0}, {1, 0.1}, {2, 0}, {3, 0}, {3, 1}, {3.1, 2}, {3, 3}}, 0.2) ==
                   (Numbers{0, 3, 6}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_two_ways_the_one_with_less_error) {
    // Either point between would do.
    BOOST_TEST(kept({{0, 0}, {2, 1}, {3, 1.4}, {4, 0}}, 0.9) == (Numbers{0, 2, 3}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_line_that_turns_back_keeps_its_far_end) {
    BOOST_TEST(kept({{0, 0}, {10, 0}, {5, 0}}, 1) == (Numbers{0, 1, 2}),
               boost::test_tools::per_element());
    BOOST_TEST(kept({{0, 0}, {-0.5, 0}, {5, 0}, {5.5, 0}, {5, 0}}, 1) == (Numbers{0, 4}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_way_has_fewer) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed);
        const double turn = 0.2 + 0.05 * seed; // from a bay to a tangle
        const auto line = random_walk(random, 60, turn);
        for (const double tolerance : {0.01, 0.3, 1.0, 5.0}) {
            const Numbers numbers = kept(line, tolerance);
            BOOST_TEST_CONTEXT("seed " << seed << ", tolerance " << tolerance) {
                BOOST_TEST(numbers.size() == fewest_by_trying_all(line, tolerance));
                BOOST_TEST_REQUIRE(numbers.front() == 0U);
                BOOST_TEST_REQUIRE(numbers.back() == line.size() - 1);
                for (std::size_t i = 1; i < numbers.size(); ++i) {
                    BOOST_TEST(furthest(line, numbers[i - 1], numbers[i]) <=
                               tolerance * (1 + 1e-9));
                }
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
