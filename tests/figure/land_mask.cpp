#include "render/figure/land_mask.h"

#include <boost/test/unit_test.hpp>

#include <cstddef>

using namespace cairn;
using figure::Rect;

BOOST_AUTO_TEST_SUITE(land_mask)

BOOST_AUTO_TEST_CASE(there_may_be_more_regions_than_16_bits_count) {
    constexpr std::size_t last = 65'535; // which 16 bits would take for the sea
    geo::Regions regions;
    regions.regions.resize(last + 2);
    regions.regions[last].geometry = {{{10, 10}, {90, 10}, {90, 90}, {10, 90}}};
    const geo::Box box{0, 0, 100, 100};
    const figure::LandMask mask(regions, {box, Length::px(1), {}});
    const auto square = [](double from, double to) {
        return Rect{Length::px(from), Length::px(from), Length::px(to), Length::px(to)};
    };
    BOOST_TEST(mask.within(square(20, 80), last));
    BOOST_TEST(!mask.within(square(20, 80), last + 1));
    BOOST_TEST(mask.within_one(square(20, 80)));
    BOOST_TEST(!mask.free(square(40, 60)));
    BOOST_TEST(mask.free(square(0, 6)));
}

BOOST_AUTO_TEST_SUITE_END()
