#include "render/input/spreadsheet/ods.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(ods)

namespace {

struct Example {
    double value;
    bool is_percentage;
    std::string_view shown; ///< by the program that wrote the file
    std::string_view result;
};

constexpr Example examples[] = {
    {628, false, "628", "628"},
    {1234, false, "1,234", "1,234"},
    {1234.5, false, "£1,234.50", "£1,234.50"},
    {20.4873, false, "20.5", "20.5"},
    {0.632, true, "63.2%", "63.2%"},
    {5, false, "5r", "5r"},
    {12345, false, "12 345", "12 345"},
    // In another language.
    {7.25, false, "7,25", "7.25"},
    {1234, false, "1.234", "1234"},
    {1.234, false, "1,234", "1.234"},
    {0.632, true, "63,2 %", "63.2%"},
    // Without a minus.
    {-7, false, "(7)", "-7"},
    {-7, false, "-7", "-7"},
    {-7, false, "\u22127", "-7"},
    // Nil is zero, but what is kept back is not.
    {0, false, "-", "0"},
    {0, false, "", "0"},
    {3, false, "*", "*"},
    {3, false, "[c]", "[c]"},
    // A column too narrow, and a document without texts.
    {628, false, "###", "628"},
    {628, false, "", "628"},
};

} // namespace

BOOST_AUTO_TEST_CASE(numbers_as_they_are_shown_in_english) {
    for (const Example& example : examples) {
        BOOST_TEST(input::shown_value(example.value, example.is_percentage, example.shown) ==
                   example.result);
    }
}

BOOST_AUTO_TEST_SUITE_END()
