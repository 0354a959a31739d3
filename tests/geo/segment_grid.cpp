#include "geo/segment_grid.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <random>
#include <set>

BOOST_AUTO_TEST_SUITE(segment_grid)

using cairn::geo::Point;
using cairn::geo::Segment;
using cairn::geo::SegmentGrid;

BOOST_AUTO_TEST_CASE(takes_nothing_and_points) {
    BOOST_TEST(SegmentGrid({}, 0).cell_count() == 1U);
    const std::vector<Segment> points{{{5, 5}, {5, 5}}, {{5, 5}, {5, 5}}};
    const SegmentGrid grid(points, 0);
    BOOST_TEST(grid.in_cell(grid.cell_at({5, 5})).size() == 2U);
}

BOOST_AUTO_TEST_CASE(finds_every_segment_near_a_point) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        const auto between = [&](double low, double high) {
            return std::uniform_real_distribution<double>(low, high)(random);
        };
        const double length = std::pow(10, between(-1, 2));
        std::vector<Segment> segments;
        for (int i = 0; i < 200; ++i) {
            const Point a{between(0, 100), between(0, 100)};
            segments.push_back(
                {a, {a.x + between(-length, length), a.y + between(-length, length)}});
        }
        const double reach = between(0, 5);
        const SegmentGrid reaching(segments, 0, reach);
        const SegmentGrid plain(segments, reach);
        for (int i = 0; i < 500; ++i) {
            const Point point{between(0, 100), between(0, 100)};
            const auto listed = reaching.in_cell(reaching.cell_at(point));
            std::set<std::uint32_t> visited;
            plain.for_each_cell({point, point}, reach, [&](std::size_t cell) {
                visited.insert(plain.in_cell(cell).begin(), plain.in_cell(cell).end());
            });
            for (std::uint32_t k = 0; k < segments.size(); ++k) {
                if (squared_distance(point, segments[k]) <= reach * reach) {
                    BOOST_TEST(std::ranges::binary_search(listed, k));
                    BOOST_TEST(visited.contains(k));
                }
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
