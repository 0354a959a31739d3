#include "base/read_number.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <variant>

using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(read_number)

namespace {

struct Reading {
    std::string_view text;
    double value;
    int decimals;
};

constexpr Reading readings[] = {
    {"0", 0, 0},
    {"5", 5, 0},
    {"005", 5, 0},
    {"+5", 5, 0},
    {"-5", -5, 0},
    {"\u22125", -5, 0},
    {"-0", 0, 0},
    {"0.001", 0.001, 3},
    {"1.50", 1.5, 2},
    {".5", 0.5, 1},
    {"-.25", -0.25, 2},
    {"10000000", 1e7, 0},
    {"1,234", 1234, 0},
    {"-1,234.5", -1234.5, 1},
    {"12,345,678", 12345678, 0},
    {"999999999999999", 999999999999999, 0},
    {"0.000000000000001", 1e-15, 15},
    {"\u20133", -3, 0},
    {"- 5", -5, 0},
    {"5.", 5, 0},
    {"1 234", 1234, 0},
    {"12 345 678.9", 12345678.9, 1},
    {"1\u00A0234", 1234, 0},
    {"1\u2009234", 1234, 0},
    {"1\u202F234", 1234, 0},
    {"1'234", 1234, 0},
    {"1\u2019234.5", 1234.5, 1},
    {"1e5", 100000, 0},
    {"1E-05", 0.00001, 5},
    {"-1.2E+05", -120000, 0},
    {"1.5e\u22123", 0.0015, 4},
    {"0e99", 0, 0},
    {"12.300000000000001", 12.300000000000001, 1},
    {"0.30000000000000004", 0.30000000000000004, 1},
    {"0.1428571428571428", 0.1428571428571428, 15},
    {"1234567.12345678901", 1234567.12345678901, 8},
};

// With a comma before decimals.
constexpr Reading with_comma[] = {
    {"1,23", 1.23, 2},      {"1.234,5", 1234.5, 1}, {"1.234", 1234, 0},
    {"1 234,5", 1234.5, 1}, {"-0,5", -0.5, 1},      {"12.345.678", 12345678, 0},
};

struct Refused {
    std::string_view text;
    std::string_view what;
    std::string_view remedy;
};

constexpr std::string_view alone =
    "write the number alone, such as 1234 or 0.5; [x] where it is not known";
constexpr std::string_view thousands =
    "write a point before decimals (1.23), and commas only before groups of three digits (1,234)";
constexpr std::string_view finite = "write a number, or [x] where it is not known";
constexpr std::string_view digits = "write the digits of the number without it";

constexpr Refused refusals[] = {
    {"", "the cell is empty",
     "write a number: 0 where there are none, [x] where the number is not known"},
    {"1,23", "\"1,23\" has a comma that does not part thousands", thousands},
    {"1,2345", "\"1,2345\" has a comma that does not part thousands", thousands},
    {"1234,567", "\"1234,567\" has a comma that does not part thousands", thousands},
    {"0,123", "\"0,123\" has a comma that does not part thousands", thousands},
    {"1,234,56", "\"1,234,56\" has a comma that does not part thousands", thousands},
    {",123", "\",123\" is not a number", alone},
    {"1,", "\"1,\" is not a number", alone},
    {"1.234,5", "\"1.234,5\" is not a number", alone},
    {"1.234.567", "\"1.234.567\" is not a number", alone},
    {".", "\".\" is not a number", alone},
    {"-", "\"-\" is not a number", alone},
    {"--5", "\"--5\" is not a number", alone},
    {"(5)", "\"(5)\" is not a number", alone},
    {"0x10", "\"0x10\" is not a number", alone},
    {"five", "\"five\" is not a number", alone},
    {"12 stories", "\"12 stories\" is not a number", alone},
    {"5 [p]", "\"5 [p]\" is not a number", alone},
    {"\u0665", "\"\u0665\" is not a number", alone},
    {"n/a", "\"n/a\" is not a number", alone},
    {"...", "\"...\" is not a number", alone},
    {"e5", "\"e5\" is not a number", alone},
    {"*", "\"*\" is not a number", alone},
    {"<5", "\"<5\" is not a number", alone},
    {"12*", "\"12*\" is not a number", alone},
    {"[x]", "\"[x]\" is not a number", alone},
    {"NaN", "\"NaN\" is not a finite number", finite},
    {"-nan", "\"-nan\" is not a finite number", finite},
    {"Infinity", "\"Infinity\" is not a finite number", finite},
    {"-INF", "\"-INF\" is not a finite number", finite},
    {"∞", "\"∞\" is not a finite number", finite},
    {"£5", "\"£5\" is not a number", alone},
    {"12%", "\"12%\" is not a number", alone},
    {"1e400", "\"1e400\" is not a number", alone},
    {"1,234 567", "\"1,234 567\" is not a number", alone},
    {"12 34", "\"12 34\" has a space in the number that does not part thousands", digits},
    {"1'23", "\"1'23\" has an apostrophe in the number that does not part thousands", digits},
    {"1e20", "\"1e20\" has 21 significant digits, more than the 15 that are kept",
     "round the number"},
    {"1234567890123456",
     "\"1234567890123456\" has 16 significant digits, more than the 15 that are kept",
     "round the number"},
    {"0.0000000000000001", "\"0.0000000000000001\" has 16 decimals, more than the 15 that are kept",
     "round the number"},
};

} // namespace

BOOST_AUTO_TEST_CASE(numbers_as_people_write_them) {
    const auto check = [](const Reading& reading, char decimal) {
        BOOST_TEST_CONTEXT(reading.text) {
            const auto result = parse_number(reading.text, decimal);
            const auto* number = std::get_if<Number>(&result);
            BOOST_REQUIRE(number != nullptr);
            BOOST_TEST(number->value == reading.value);
            BOOST_TEST(!(number->value == 0 && std::signbit(number->value)));
            BOOST_TEST(number->decimals == reading.decimals);
        }
    };
    for (const Reading& reading : readings) {
        check(reading, '.');
    }
    for (const Reading& reading : with_comma) {
        check(reading, ',');
    }
}

BOOST_AUTO_TEST_CASE(a_point_where_decimals_stand_after_a_comma) {
    const auto result = parse_number("1.5", ',');
    BOOST_REQUIRE(std::holds_alternative<Refusal>(result));
    BOOST_TEST(std::get<Refusal>(result).what ==
               "\"1.5\" has a point that does not part thousands");
    BOOST_TEST(std::get<Refusal>(result).remedy ==
               "write a comma before decimals (1,23), and points only before groups of three "
               "digits (1.234)");
}

// A number too small for any decimals is not told as zero.
BOOST_AUTO_TEST_CASE(no_number_becomes_zero) {
    for (const std::string& text : {"0." + std::string(400, '0') + "1", std::string("1e-16"),
                                    "0." + std::string(20, '0') + "7"}) {
        BOOST_TEST(std::holds_alternative<Refusal>(parse_number(text)), text);
    }
}

BOOST_AUTO_TEST_CASE(refused_with_the_reason) {
    for (const Refused& refused : refusals) {
        BOOST_TEST_CONTEXT(refused.text) {
            const auto result = parse_number(refused.text);
            const auto* refusal = std::get_if<Refusal>(&result);
            BOOST_REQUIRE(refusal != nullptr);
            BOOST_TEST(refusal->what == refused.what);
            BOOST_TEST(refusal->remedy == refused.remedy);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_number_of_fifteen_digits_comes_back) {
    std::mt19937_64 random(3);
    for (int i = 0; i < 5000; ++i) {
        const std::uint64_t written = 100'000'000'000'000ULL + random() % 900'000'000'000'000ULL;
        const int decimals = static_cast<int>(random() % 15);
        std::string text = fmt::format("{}", written);
        if (decimals > 0) {
            text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
        }
        const auto result = parse_number(text);
        BOOST_REQUIRE(std::holds_alternative<Number>(result));
        BOOST_REQUIRE(fmt::format("{:.{}f}", std::get<Number>(result).value, decimals) == text);
    }
}

BOOST_AUTO_TEST_CASE(any_text_is_answered) {
    constexpr std::string_view alphabet = "0123456789.,+-eE% '[x]£\xE2\x88\x92\xFFn";
    std::mt19937 random(11);
    for (int i = 0; i < 50'000; ++i) {
        std::string text;
        for (auto left = random() % 12; left > 0; --left) {
            text += alphabet[random() % alphabet.size()];
        }
        const auto result = parse_number(text, random() % 2 == 0 ? '.' : ',');
        if (const auto* refusal = std::get_if<Refusal>(&result)) {
            BOOST_REQUIRE(!refusal->what.empty());
            BOOST_REQUIRE(!refusal->remedy.empty());
        } else if (const auto* value = std::get_if<Number>(&result)) {
            BOOST_REQUIRE(std::isfinite(value->value));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
