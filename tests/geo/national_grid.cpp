#include "geo/national_grid.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(national_grid)

using namespace cairn::geo;

namespace {

/// The squares of 100 km as on the map, from the north, west to east, from the origin of the grid.
constexpr std::array<std::string_view, 13> squares{
    "HLHMHNHOHPJLJM", "HQHRHSHTHUJQJR", "HVHWHXHYHZJVJW", "NANBNCNDNEOAOB", "NFNGNHNJNKOFOG",
    "NLNMNNNONPOLOM", "NQNRNSNTNUOQOR", "NVNWNXNYNZOVOW", "SASBSCSDSETATB", "SFSGSHSJSKTFTG",
    "SLSMSNSOSPTLTM", "SQSRSSSTSUTQTR", "SVSWSXSYSZTVTW"};

std::string digits(std::size_t number, std::size_t count) {
    std::string text = std::to_string(number);
    return std::string(count - text.size(), '0') + text;
}

} // namespace

BOOST_AUTO_TEST_CASE(degrees_become_metres) {
    struct Place {
        double longitude, latitude, x, y;
    };
    // The first is the worked example of "A guide to coordinate systems in Great Britain", annex C,
    // by its WGS 84 coordinates; the second Edinburgh Castle, NT 251 735.
    const Place known[] = {{1.71607397, 52.65800783, 651409.9, 313177.3},
                           {-3.1999, 55.9486, 325150, 673500}};
    for (const Place& place : known) {
        const auto point = from_longitude_latitude(place.longitude, place.latitude);
        BOOST_TEST_REQUIRE(point.has_value());
        BOOST_TEST(std::abs(point->x - place.x) < 100);
        BOOST_TEST(std::abs(point->y - place.y) < 100);
    }
    const auto exact = from_longitude_latitude(known[0].longitude, known[0].latitude);
    BOOST_TEST(std::abs(exact->x - known[0].x) < 5);
    BOOST_TEST(std::abs(exact->y - known[0].y) < 5);
    BOOST_TEST(!from_longitude_latitude(55.9, -3.2).has_value()); // the wrong way round
    BOOST_TEST(!from_longitude_latitude(0, 0).has_value());
    BOOST_TEST(!from_longitude_latitude(-74, 40.7).has_value());
}

BOOST_AUTO_TEST_CASE(letters_name_the_squares_of_the_map) {
    std::mt19937 random(8);
    for (std::size_t row = 0; row < squares.size(); ++row) {
        for (std::size_t column = 0; column < squares[row].size() / 2; ++column) {
            const std::size_t east = random() % 1000;
            const std::size_t north = random() % 1000;
            const std::string letters(squares[row].substr(2 * column, 2));
            const std::string text = letters + " " + digits(east, 3) + " " + digits(north, 3);
            const auto point = parse_grid_reference(text);
            BOOST_TEST_REQUIRE(point.has_value(), text);
            const double x = static_cast<double>(column * 100000 + east * 100 + 50);
            const double y = static_cast<double>((12 - row) * 100000 + north * 100 + 50);
            BOOST_TEST(point->x == x, text);
            BOOST_TEST(point->y == y, text);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_reference_has_an_even_number_of_digits) {
    const auto east = [](std::string_view text) { return parse_grid_reference(text)->x; };
    BOOST_TEST(east("NT27") == 325000);
    BOOST_TEST(east("NT 25 73") == 325500);
    BOOST_TEST(east("nt255735") == 325550);
    BOOST_TEST(east(" NT 2550 7350 ") == 325505);
    BOOST_TEST(east("NT 25501 73502") == 325501.5);
    for (const std::string_view other : {"", "NT", "N", "NT 255 73", "NT 2", "NI 255 735",
                                         "NT 255,735", "255 735", "NT 255501 735021", "NTX55735"}) {
        BOOST_TEST(!parse_grid_reference(other).has_value(), other);
    }
}

BOOST_AUTO_TEST_SUITE_END()
