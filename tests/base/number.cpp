#include "base/number.h"

#include "tests/support.h"

#include <cmath>
#include <locale>

namespace cairn {
BOOST_AUTO_TEST_SUITE(number)

namespace {

/// A locale that writes 1.234.567,5.
class Continental : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace

BOOST_AUTO_TEST_CASE(format_number_writes_thousands_minus_and_no_idle_zeros) {
    BOOST_TEST(format_number(0, 0) == "0");
    BOOST_TEST(format_number(7, 0) == "7");
    BOOST_TEST(format_number(999, 0) == "999");
    BOOST_TEST(format_number(1000, 0) == "1,000");
    BOOST_TEST(format_number(10000000, 0) == "10,000,000");
    BOOST_TEST(format_number(5447700.25, 2) == "5,447,700.25");
    BOOST_TEST(format_number(-3, 0) == "\u22123");
    BOOST_TEST(format_number(-1234.5, 1) == "\u22121,234.5");
    BOOST_TEST(format_number(0.5, 1) == "0.5");
    BOOST_TEST(format_number(0.001, 3) == "0.001");
    BOOST_TEST(format_number(2.50, 2) == "2.5");
    BOOST_TEST(format_number(100, 2) == "100");
    BOOST_TEST(format_number(0.04, 1) == "0");
    BOOST_TEST(format_number(-0.04, 1) == "0");
    BOOST_TEST(format_number(-0.0, 0) == "0");
}

BOOST_AUTO_TEST_CASE(format_fixed_keeps_zeros_and_zero_itself) {
    BOOST_TEST(format_fixed(6, 1) == "6.0");
    BOOST_TEST(format_fixed(2.1, 1) == "2.1");
    BOOST_TEST(format_fixed(-1234.5, 2) == "\u22121,234.50");
    BOOST_TEST(format_fixed(-3, 0) == "\u22123");
    BOOST_TEST(format_fixed(0, 2) == "0");
    BOOST_TEST(format_fixed(-0.0, 2) == "0");
    BOOST_TEST(format_fixed(-0.04, 1) == "0.0");
}

BOOST_AUTO_TEST_CASE(format_number_heeds_no_locale) {
    const std::locale before =
        std::locale::global(std::locale(std::locale::classic(), new Continental));
    const std::string text = format_number(1234567.5, 1);
    std::locale::global(before);
    BOOST_TEST(text == "1,234,567.5");
}

BOOST_AUTO_TEST_CASE(rounded_mends_what_adding_decimals_breaks) {
    BOOST_TEST(0.1 + 0.2 != 0.3);
    BOOST_TEST(rounded(0.1 + 0.2, 1) == 0.3);
    BOOST_TEST(rounded(38.999999999999, 0) == 39.0);
    BOOST_TEST(rounded(-2.675000000001, 3) == -2.675);
    BOOST_TEST(rounded(1e300, 2) == 1e300);
    BOOST_TEST(rounded(1.5, 40) == 1.5);
    BOOST_TEST(!std::signbit(rounded(-0.0, 0)));
}

BOOST_AUTO_TEST_CASE(decimals_of_counts_fifteen_digits) {
    BOOST_TEST(decimals_of(0) == 0);
    BOOST_TEST(decimals_of(39) == 0);
    BOOST_TEST(decimals_of(-2.5) == 1);
    BOOST_TEST(decimals_of(0.001) == 3);
    BOOST_TEST(decimals_of(1e22) == 0);
    BOOST_TEST(decimals_of(1e-9) == 9);
    BOOST_TEST(decimals_of(0.1 + 0.2) == 1);
    BOOST_TEST(decimals_of(12.300000000000001) == 1);
    BOOST_TEST(decimals_of(1.0 / 3) == 15);
    BOOST_TEST(decimals_of(5447700.25) == 2);
    BOOST_TEST(most_decimals(std::vector{2.5, 100.0, 0.125}) == 3);
    BOOST_TEST(most_decimals({}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn
