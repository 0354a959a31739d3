#include "render/input/style.h"
#include "render/scene/lab.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace cairn;
using input::ramp_colours;
using scene::Colour;

BOOST_AUTO_TEST_SUITE(ramp)

namespace {

input::Style::Map map_with(const std::vector<std::string>& stops) {
    input::Style::Map map;
    for (const std::string& stop : stops) {
        map.ramp.push_back(scene::parse_colour(stop).value());
    }
    return map;
}

std::vector<std::string> hex(const std::vector<Colour>& colours) {
    std::vector<std::string> result;
    for (const Colour colour : colours) {
        result.push_back(to_hex(colour));
    }
    return result;
}

} // namespace

BOOST_AUTO_TEST_CASE(at_the_stops) {
    const auto map = map_with({"#ffffff", "#cad8ee", "#94addd", "#5f85cc", "#1c5eba"});
    BOOST_TEST(hex(ramp_colours(map, 4)) ==
                   (std::vector<std::string>{"#cad8ee", "#94addd", "#5f85cc", "#1c5eba"}),
               boost::test_tools::per_element());
    BOOST_TEST(hex(ramp_colours(map, 2)) == (std::vector<std::string>{"#94addd", "#1c5eba"}),
               boost::test_tools::per_element());
    BOOST_TEST(hex(ramp_colours(map, 1)) == (std::vector<std::string>{"#94addd"}),
               boost::test_tools::per_element());
    BOOST_TEST(ramp_colours(map, 0).empty());
}

BOOST_AUTO_TEST_CASE(even_steps_of_lightness_between_two_stops) {
    const auto map = map_with({"#ffffff", "#000000"});
    for (std::size_t count = 2; count <= 7; ++count) {
        const std::vector<Colour> colours = ramp_colours(map, count);
        BOOST_REQUIRE(colours.size() == count);
        for (std::size_t i = 0; i < count; ++i) {
            const double wanted =
                100 - 100 * static_cast<double>(i + 1) / static_cast<double>(count);
            BOOST_TEST(std::abs(scene::to_lab(colours[i]).lightness - wanted) < 0.3);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
