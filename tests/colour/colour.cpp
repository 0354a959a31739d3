#include "render/colour/colour.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

using namespace cairn::colour;

BOOST_AUTO_TEST_SUITE(colour)

namespace {

constexpr Colour white{255, 255, 255};
constexpr Colour black{0, 0, 0};

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

std::string seen(Vision vision, std::string_view hex) {
    return to_hex(seen_with(vision, parse_colour(hex).value()));
}

} // namespace

BOOST_AUTO_TEST_CASE(hex_both_ways) {
    BOOST_TEST(to_hex({0, 10, 255}) == "#000aff");
    BOOST_TEST(to_hex(parse_colour("#12436D").value()) == "#12436d");
    BOOST_TEST(to_hex(parse_colour("#fa3").value()) == "#ffaa33");
}

BOOST_AUTO_TEST_CASE(other_text_is_no_colour) {
    for (const auto* text : {"", "#", "#12", "#1234", "#12345", "#1234567", "123456", "1234567",
                             "#12345g", "#-12345", "# 12345", "white", "#١٢"}) {
        BOOST_TEST(!parse_colour(text).has_value(), text);
    }
}

// Ratios as the Web Content Accessibility Guidelines and the tools of the field give them.
BOOST_AUTO_TEST_CASE(contrast_ratios) {
    BOOST_TEST(near(contrast(white, black), 21, 1e-12));
    BOOST_TEST(near(contrast(black, white), 21, 1e-12));
    BOOST_TEST(near(contrast(white, white), 1, 1e-12));
    BOOST_TEST(near(contrast({0x77, 0x77, 0x77}, white), 4.48, 0.005));
    BOOST_TEST(near(contrast({0x76, 0x76, 0x76}, white), 4.54, 0.005));
    BOOST_TEST(near(contrast({0x59, 0x59, 0x59}, white), 7.00, 0.005));
    BOOST_TEST(near(contrast({255, 0, 0}, white), 4.00, 0.005));
    BOOST_TEST(near(contrast({0, 0, 255}, white), 8.59, 0.005));
    BOOST_TEST(near(contrast({0, 255, 0}, white), 1.37, 0.005));
}

BOOST_AUTO_TEST_CASE(luminance_of_the_primaries) {
    BOOST_TEST(near(luminance({255, 0, 0}), 0.2126, 1e-12));
    BOOST_TEST(near(luminance({0, 255, 0}), 0.7152, 1e-12));
    BOOST_TEST(near(luminance({0, 0, 255}), 0.0722, 1e-12));
}

// White and black look alike to all. The rows of the matrices add up to one, so greys stay greys.
BOOST_AUTO_TEST_CASE(greys_look_alike_to_all) {
    for (const Vision vision :
         {Vision::normal, Vision::protanopia, Vision::deuteranopia, Vision::tritanopia}) {
        for (const auto* grey : {"#000000", "#404040", "#808080", "#f7f7f7", "#ffffff"}) {
            BOOST_TEST(seen(vision, grey) == grey);
        }
    }
}

// The first column of each matrix of Machado, Oliveira and Fernandes, put through the transfer
// function of sRGB by hand: 0.152286 is #6d, 0.114503 is #5f, 0.367322 is #a3, 0.280085 is #90.
BOOST_AUTO_TEST_CASE(primaries_without_one_cone_type) {
    BOOST_TEST(seen(Vision::normal, "#ff0000") == "#ff0000");
    BOOST_TEST(seen(Vision::protanopia, "#ff0000") == "#6d5f00");
    BOOST_TEST(seen(Vision::deuteranopia, "#ff0000") == "#a39000");
    BOOST_TEST(seen(Vision::tritanopia, "#ff0000") == "#ff000f");
    BOOST_TEST(seen(Vision::protanopia, "#00ff00") == "#ffe500");
    BOOST_TEST(seen(Vision::deuteranopia, "#0000ff") == "#003dfb");
    BOOST_TEST(seen(Vision::tritanopia, "#0000ff") == "#006b96");
}

BOOST_AUTO_TEST_CASE(difference_between_colours) {
    BOOST_TEST(near(difference(white, black), 100, 1e-3));
    BOOST_TEST(difference(white, white) == 0);
    BOOST_TEST(near(difference({255, 0, 0}, {0, 255, 0}), 86.61, 0.01));
    BOOST_TEST(near(difference({0, 0, 255}, {255, 0, 0}), 52.88, 0.01));
}

BOOST_AUTO_TEST_SUITE_END()
