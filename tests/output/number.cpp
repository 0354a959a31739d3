#include "render/output/number.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <charconv>
#include <clocale>
#include <cmath>
#include <random>

using namespace cairn::output;

BOOST_AUTO_TEST_SUITE(number)

BOOST_AUTO_TEST_CASE(plain_numbers) {
    BOOST_TEST(plain_number(0) == "0");
    BOOST_TEST(plain_number(-0.0) == "0");
    BOOST_TEST(plain_number(5) == "5");
    BOOST_TEST(plain_number(-3) == "-3");
    BOOST_TEST(plain_number(0.1) == "0.1");
    BOOST_TEST(plain_number(0.001) == "0.001");
    BOOST_TEST(plain_number(10'000'000) == "10000000");
    BOOST_TEST(plain_number(1e21) == "1000000000000000000000");
    BOOST_TEST(plain_number(1234.5) == "1234.5");
}

BOOST_AUTO_TEST_CASE(plain_numbers_read_back_as_they_were) {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> exponent(-20, 20);
    for (int round = 0; round < 1000; ++round) {
        const double value = std::pow(10, exponent(random)) * (round % 2 == 0 ? 1 : -1);
        const std::string text = plain_number(value);
        double read = 0;
        std::from_chars(text.data(), text.data() + text.size(), read);
        BOOST_TEST(read == value);
        BOOST_TEST(text.find('e') == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(lengths_are_rounded_to_hundredths) {
    BOOST_TEST(hundredths(cairn::Length::px(1.234)) == 123);
    BOOST_TEST(hundredths(cairn::Length::px(-1.236)) == -124);
    BOOST_TEST(hundredths(cairn::Length::pt(0.25)) == 33);
}

BOOST_AUTO_TEST_CASE(hundredths_are_written_short) {
    const std::vector<std::pair<long long, std::string>> cases{
        {0, "0"},   {5, ".05"},    {50, ".5"},   {-5, "-.05"},        {-50, "-.5"},
        {100, "1"}, {101, "1.01"}, {110, "1.1"}, {-12345, "-123.45"}, {120000, "1200"}};
    for (const auto& [value, text] : cases) {
        BOOST_TEST(from_hundredths(value) == text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
