#include "render/figure/land_mask.h"

#include "tests/figure/support_shapes.h"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace cairn;
using figure::LandMask;
using figure::Rect;

BOOST_AUTO_TEST_SUITE(land_mask)

namespace {

constexpr double cell = 2; // px

Rect rect(double left, double top, double right, double bottom) {
    return {Length::px(left), Length::px(top), Length::px(right), Length::px(bottom)};
}

scene::Position at(double x, double y) {
    return {Length::px(x), Length::px(y)};
}

const figure::MapFrame frame = test::frame_of(200, 100);

/// Two ragged stars with a hole each, which do not meet.
std::vector<geo::MultiPolygon> stars(std::mt19937& random) {
    std::vector<geo::MultiPolygon> shapes;
    for (const double x : {50.0, 150.0}) {
        const geo::Point middle{x, 50};
        shapes.push_back(
            {test::star(random, middle, 20, 42, 17), test::star(random, middle, 6, 12, 9)});
    }
    return shapes;
}

/// Calls `visit` for points half a pixel apart, in the metres of the map.
void for_each_point(const Rect& rect, const auto& visit) {
    for (double y = rect.top.to_px(); y <= rect.bottom.to_px(); y += 0.5) {
        for (double x = rect.left.to_px(); x <= rect.right.to_px(); x += 0.5) {
            visit(frame.point(at(x, y)));
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(free_boxes_hold_no_land_and_boxes_well_off_land_are_free) {
    std::mt19937 random(1);
    int free = 0;
    int taken = 0;
    for (int round = 0; round < 20; ++round) {
        const std::vector<geo::MultiPolygon> shapes = stars(random);
        const LandMask mask(test::regions_of(shapes), frame);
        for (int i = 0; i < 40; ++i) {
            const double left = test::any(random, 0, 180);
            const double top = test::any(random, 0, 90);
            const Rect box =
                rect(left, top, left + test::any(random, 1, 40), top + test::any(random, 1, 30));
            double deepest = -1000; // how far a point of the box lies inside land
            for_each_point(box, [&](geo::Point point) {
                for (const geo::MultiPolygon& shape : shapes) {
                    const double off = test::distance_to_side(shape, point);
                    deepest = std::max(deepest, test::is_inside(shape, point) ? off : -off);
                }
            });
            if (deepest > cell) {
                BOOST_TEST(!mask.free(box));
                ++taken;
            } else if (deepest < -2 * cell) {
                BOOST_TEST(mask.free(box));
                ++free;
            }
        }
    }
    BOOST_TEST((free > 50 && taken > 50)); // both were tried
}

BOOST_AUTO_TEST_CASE(boxes_within_a_region_hold_its_land_alone) {
    std::mt19937 random(2);
    int within = 0;
    for (int round = 0; round < 20; ++round) {
        const std::vector<geo::MultiPolygon> shapes = stars(random);
        const LandMask mask(test::regions_of(shapes), frame);
        for (int i = 0; i < 60; ++i) {
            const double left = test::any(random, 5, 190);
            const double top = test::any(random, 5, 90);
            const Rect box =
                rect(left, top, left + test::any(random, 1, 12), top + test::any(random, 1, 8));
            for (std::size_t region = 0; region < shapes.size(); ++region) {
                double least = 1000;
                for_each_point(box, [&](geo::Point point) {
                    const double off = test::distance_to_side(shapes[region], point);
                    least = std::min(least, test::is_inside(shapes[region], point) ? off : -off);
                });
                if (least > 2 * cell) {
                    BOOST_TEST(mask.within(box, region));
                    BOOST_TEST(!mask.within(box, 1 - region));
                    BOOST_TEST(mask.within_one(box));
                    ++within;
                } else if (least < -2 * cell) {
                    BOOST_TEST(!mask.within(box, region));
                }
            }
        }
    }
    BOOST_TEST(within > 50);
}

BOOST_AUTO_TEST_CASE(an_islet_smaller_than_a_cell_is_land) {
    const LandMask mask(test::regions_of({{test::square(100.3, 50.3, 0.2)}}), frame);
    BOOST_TEST(!mask.free(rect(99, 48, 102, 51)));
    BOOST_TEST(mask.free(rect(104, 40, 110, 60)));
}

BOOST_AUTO_TEST_CASE(what_lies_beside_the_map_is_sea) {
    const LandMask mask(test::regions_of({{test::square(0, 0, 100)}}), frame);
    BOOST_TEST(mask.free(rect(-50, -50, -1, -1)));
    BOOST_TEST(mask.free(rect(300, 200, 400, 300)));
    BOOST_TEST(!mask.within(rect(-1, 10, 20, 20), 0));
    BOOST_TEST(mask.within(rect(10, 10, 20, 20), 0));
    BOOST_TEST(!mask.within_one(rect(150, 10, 160, 20)));
}

BOOST_AUTO_TEST_CASE(land_moves_down_with_the_map_and_can_be_added_to) {
    LandMask mask(test::regions_of({{test::square(20, 60, 20)}}), frame); // 20 to 40 px down
    BOOST_TEST(!mask.free(rect(22, 22, 38, 38)));
    mask.lower(Length::px(50));
    BOOST_TEST(mask.free(rect(22, 22, 38, 38)));
    BOOST_TEST(mask.within(rect(24, 74, 36, 86), 0));
    mask.cover({test::square(100, 40, 20)}, frame.lowered(Length::px(50)), 1);
    BOOST_TEST(mask.within(rect(104, 94, 116, 106), 1));
    BOOST_TEST(mask.within(rect(24, 74, 36, 86), 0));
}

BOOST_AUTO_TEST_CASE(a_line_is_measured_over_the_land_of_others) {
    const LandMask mask(test::regions_of({{test::square(20, 40, 20)}, {test::square(80, 40, 30)}}),
                        frame);
    const auto over = [&](std::size_t own) {
        return mask.over_others(at(10, 50), at(130, 50), own).to_px();
    };
    BOOST_TEST(std::abs(over(0) - 30) <= 2 * cell);
    BOOST_TEST(std::abs(over(1) - 20) <= 2 * cell);
    BOOST_TEST(std::abs(over(7) - 50) <= 4 * cell);
    BOOST_TEST(mask.over_others(at(10, 90), at(130, 90), 7).to_px() == 0);
}

BOOST_AUTO_TEST_CASE(a_strait_has_two_shores_nearby) {
    const LandMask mask(test::regions_of({{test::square(20, 30, 40)}, {test::square(63, 30, 40)}}),
                        frame);
    BOOST_TEST(mask.is_strait(at(61.5, 50)));
    BOOST_TEST(!mask.is_strait(at(40, 50)));   // inland
    BOOST_TEST(!mask.is_strait(at(15, 50)));   // at a coast of one
    BOOST_TEST(!mask.is_strait(at(61.5, 10))); // out at sea
}

BOOST_AUTO_TEST_CASE(there_may_be_more_regions_than_16_bits_count) {
    constexpr std::size_t last = 65'535; // which 16 bits would take for the sea
    geo::Regions regions;
    regions.regions.resize(last + 2);
    regions.regions[last].geometry = {{{10, 10}, {90, 10}, {90, 90}, {10, 90}}};
    const geo::Box box{0, 0, 100, 100};
    const LandMask mask(regions, {box, Length::px(1), {}});
    const auto square = [](double from, double to) { return rect(from, from, to, to); };
    BOOST_TEST(mask.within(square(20, 80), last));
    BOOST_TEST(!mask.within(square(20, 80), last + 1));
    BOOST_TEST(mask.within_one(square(20, 80)));
    BOOST_TEST(!mask.free(square(40, 60)));
    BOOST_TEST(mask.free(square(0, 6)));
}

BOOST_AUTO_TEST_SUITE_END()
