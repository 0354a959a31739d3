#include "render/input/spreadsheet/number_format.h"

#include "tests/support.h"

#include <random>
#include <string>
#include <string_view>

using namespace cairn;
using input::shown_number;

BOOST_AUTO_TEST_SUITE(number_format)

namespace {

struct Example {
    double value;
    std::string_view code;
    std::string_view shown;
};

constexpr Example examples[] = {
    {1628, "General", "1628"},
    {1628, "", "1628"},
    {1628, "@", "1628"},
    {12.300000000000001, "General", "12.3"},
    {1e-5, "General", "1E-05"},
    {-7, "General", "-7"},
    // Decimals, rounded as 15 digits have them.
    {2.5, "0", "3"},
    {-2.5, "0", "-3"},
    {-0.4, "0", "0"},
    {20.4873, "0.0", "20.5"},
    {1.005, "0.00", "1.01"},
    {7, "0.00", "7.00"},
    {7, "0.##", "7"},
    {7.25, "0.0##", "7.25"},
    {0.25, "#.##", "0.25"},
    {7, "00000", "00007"},
    // Thousands, and numbers in thousands.
    {1234567, "#,##0", "1,234,567"},
    {999, "#,##0", "999"},
    {1234567.891, "#,##0.00", "1,234,567.89"},
    {1234567, "#,##0,", "1,235"},
    {1234567, "0.0,,\" m\"", "1.2 m"},
    {0.632, "0.0%", "63.2%"},
    {0.285, "0%", "29%"},
    {0.5649999999999999, "0.0%", "56.5%"},
    {-0.05, "0%", "-5%"},
    {12345, "0.00E+00", "1.23E+04"},
    {0.5, "# ?/?", "0.5"},
    // Currency, and text of the format's own.
    {1234, "\"£\"#,##0", "£1,234"},
    {840.5, "[$£-809]#,##0.00", "£840.50"},
    {5, "0\"r\"", "5r"},
    {5, "0\\ \\[\\p\\]", "5 [p]"},
    {5, "_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", "5"},
    // Below zero there is a minus, whatever else shows it.
    {-7, "0;(0)", "-7"},
    {-1234, "#,##0_);[Red](#,##0)", "-1,234"},
    {-7, "0;[Red]0", "-7"},
    {-7, "\"£\"#,##0;[Red]\\-\"£\"#,##0", "-£7"},
    // Nil is zero, but what is kept back is not.
    {0, "0;-0;\"-\"", "0"},
    {0, "0;-0;", "0"},
    {0, "\"£\"#,##0;-\"£\"#,##0;\"£-\"", "0"},
    {0, "#,##0;-#,##0;\"-\"??", "0"},
    {0, "#", "0"},
    {0, "0;-0;\"[c]\"", "[c]"},
    {3, "[<5]\"*\";0", "*"},
    {5, "[<5]\"*\";0", "5"},
    // Dates, of which as much is told as is shown.
    {45017, "dd/mm/yyyy", "2023-04-01"},
    {45017, "[$-809]d mmmm yyyy;@", "2023-04-01"},
    {45017.520833333333, "dd/mm/yyyy hh:mm", "2023-04-01 12:30"},
    {45017, "dd/mm/yyyy hh:mm", "2023-04-01"},
    {45017.999999, "dd/mm/yyyy hh:mm", "2023-04-02"},
    {45017, "mmm-yy", "2023-04"},
    {45017, "yyyy", "2023"},
    {0.5, "hh:mm", "12:00"},
    {1, "yyyy-mm-dd", "1900-01-01"},
    {59, "yyyy-mm-dd", "1900-02-28"},
    {61, "yyyy-mm-dd", "1900-03-01"},
    {2958465, "yyyy-mm-dd", "9999-12-31"},
    {2958466, "yyyy-mm-dd", "2958466"},
    {-1, "yyyy-mm-dd", "-1"},
    {1.5, "[h]:mm", "1.5"},
};

} // namespace

BOOST_AUTO_TEST_CASE(as_a_person_sees_them) {
    for (const Example& example : examples) {
        BOOST_TEST(shown_number(example.value, example.code) == example.shown,
                   example.code << " of " << example.value << " is "
                                << shown_number(example.value, example.code));
    }
}

BOOST_AUTO_TEST_CASE(days_from_1904) {
    BOOST_TEST(shown_number(43555, "yyyy-mm-dd", input::DateSystem::from_1904) == "2023-04-01");
    BOOST_TEST(shown_number(0, "yyyy-mm-dd", input::DateSystem::from_1904) == "1904-01-01");
}

BOOST_AUTO_TEST_CASE(formats_without_a_code) {
    BOOST_TEST(shown_number(0.632, input::built_in_format(10)) == "63.20%");
    BOOST_TEST(shown_number(45017, input::built_in_format(14)) == "2023-04-01");
    BOOST_TEST(shown_number(1234, input::built_in_format(3)) == "1,234");
    BOOST_TEST(shown_number(1234.5, input::built_in_format(0)) == "1234.5");
    BOOST_TEST(shown_number(1234.5, input::built_in_format(1000)) == "1234.5");
}

// Any code gives something, and of a plain one what reads back as the number.
BOOST_AUTO_TEST_CASE(any_code_is_answered) {
    constexpr std::string_view alphabet = "0#?.,;%\"[]\\_*<5yMdhsEe+-/@G £";
    std::mt19937 random(3);
    for (int i = 0; i < 5000; ++i) {
        std::string code;
        for (auto left = random() % 12; left > 0; --left) {
            code += alphabet[random() % alphabet.size()];
        }
        const double value = (static_cast<double>(random()) - 2e9) / 1024;
        BOOST_REQUIRE(shown_number(value, code).size() < 200);
        const int cents = static_cast<int>(random() % 2'000'001) - 1'000'000;
        BOOST_REQUIRE(std::stod(shown_number(cents / 100.0, "0.00")) == cents / 100.0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
