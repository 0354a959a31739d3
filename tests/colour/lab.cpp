#include "render/colour/lab.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <cstdint>
#include <random>

using namespace cairn::colour;

BOOST_AUTO_TEST_SUITE(lab)

namespace {

struct Pair {
    Lab first;
    Lab second;
    double difference;
};

// All of table 1 of Sharma, Wu and Dalal 2005.
constexpr Pair published[] = {
    {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
    {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
    {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
    {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
    {{50, -1.1848, -84.8006}, {50, 0, -82.7485}, 1.0000},
    {{50, -0.9009, -85.5211}, {50, 0, -82.7485}, 1.0000},
    {{50, 0, 0}, {50, -1, 2}, 2.3669},
    {{50, -1, 2}, {50, 0, 0}, 2.3669},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0010}, 7.1792},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0011}, 7.2195},
    {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0012}, 7.2195},
    {{50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0010, -2.4900}, 4.8045},
    {{50, -0.0010, 2.4900}, {50, 0.0011, -2.4900}, 4.7461},
    {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
    {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
    {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
    {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
    {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
    {{50, 2.5, 0}, {50, 3.1736, 0.5854}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2972, 0}, 1.0000},
    {{50, 2.5, 0}, {50, 1.8634, 0.5757}, 1.0000},
    {{50, 2.5, 0}, {50, 3.2592, 0.3350}, 1.0000},
    {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
    {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
    {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
    {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
    {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
    {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
    {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
    {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
    {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
    {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
};

} // namespace

BOOST_AUTO_TEST_CASE(difference_as_published) {
    for (const Pair& pair : published) {
        BOOST_TEST(std::abs(difference(pair.first, pair.second) - pair.difference) < 0.00005);
        BOOST_TEST(std::abs(difference(pair.second, pair.first) - pair.difference) < 0.00005);
    }
}

BOOST_AUTO_TEST_CASE(lightness_of_known_colours) {
    const Lab white = to_lab({255, 255, 255});
    BOOST_TEST(std::abs(white.lightness - 100) < 0.001);
    BOOST_TEST(std::abs(white.a) < 0.01);
    BOOST_TEST(std::abs(white.b) < 0.01);
    BOOST_TEST(std::abs(to_lab({0, 0, 0}).lightness) < 0.001);
    const Lab red = to_lab({255, 0, 0});
    BOOST_TEST(std::abs(red.lightness - 53.24) < 0.01);
    BOOST_TEST(std::abs(red.a - 80.09) < 0.02);
    BOOST_TEST(std::abs(red.b - 67.20) < 0.02);
}

BOOST_AUTO_TEST_CASE(every_colour_comes_back) {
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const std::uint_fast32_t bits = random();
        const Colour colour{static_cast<std::uint8_t>(bits), static_cast<std::uint8_t>(bits >> 8U),
                            static_cast<std::uint8_t>(bits >> 16U)};
        BOOST_REQUIRE(from_lab(to_lab(colour)) == colour);
    }
}

BOOST_AUTO_TEST_CASE(outside_srgb_is_cut_off) {
    BOOST_TEST(to_hex(from_lab({60, 130, 110})) == "#ff0000");
    BOOST_TEST(to_hex(from_lab({120, 0, 0})) == "#ffffff");
    BOOST_TEST(to_hex(from_lab({-5, 0, 0})) == "#000000");
}

BOOST_AUTO_TEST_SUITE_END()
