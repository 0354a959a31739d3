#include "base/utf8.h"

#include <boost/test/unit_test.hpp>

#include <vector>

BOOST_AUTO_TEST_SUITE(utf8)

using namespace cairn;

BOOST_AUTO_TEST_CASE(characters_are_decoded_and_written) {
    const std::string_view text = "a\u00F9\u20AC\U0001F3F4";
    BOOST_TEST((characters_of(text) == U"a\u00F9\u20AC\U0001F3F4"));
    std::string written;
    for (const char32_t character : characters_of(text)) {
        written += to_utf8(character);
    }
    BOOST_TEST(written == text);
    BOOST_TEST((characters_of("a\xFF") == U"a\uFFFD"));
}

BOOST_AUTO_TEST_CASE(characters_are_counted) {
    BOOST_TEST(count_characters("") == 0U);
    BOOST_TEST(count_characters("D\u00F9n \u20AC") == 5U);
    BOOST_TEST(beginning("\u00F9\u20ACx", 0) == "");
    BOOST_TEST(beginning("\u00F9\u20ACx", 2) == "\u00F9\u20AC");
    BOOST_TEST(beginning("\u00F9", 9) == "\u00F9");
}

BOOST_AUTO_TEST_CASE(first_letters_become_capitals) {
    BOOST_TEST(capitalised("") == "");
    BOOST_TEST(capitalised("fife") == "Fife");
    BOOST_TEST(capitalised("\u00E0ireamh") == "\u00C0ireamh");
    BOOST_TEST(capitalised("\u0153uvre") == "\u0152uvre");
    BOOST_TEST(capitalised("\u00F7") == "\u00F7");   // the sign of division
    BOOST_TEST(capitalised("\u00B5g") == "\u00B5g"); // a unit
    BOOST_TEST(capitalised("\xE0") == "\xE0");       // not UTF-8
}

BOOST_AUTO_TEST_CASE(spaces_of_any_script) {
    for (const char32_t space : U"\t\n\v\f\r \u0085\u00A0\u1680\u2000\u200A\u2028\u2029\u202F"
                                U"\u205F\u3000") {
        BOOST_TEST((space == 0 || is_space(space)), static_cast<unsigned>(space));
    }
    for (const char32_t other : U"a\u200B\uFEFF\u2060-") {
        BOOST_TEST(!is_space(other), static_cast<unsigned>(other));
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_found) {
    struct Case {
        std::string_view bytes;
        std::optional<std::size_t> at;
    };
    const std::vector<Case> cases{
        {"", std::nullopt},
        {"Fife", std::nullopt},
        {"D\u00F9n \u00C8ideann", std::nullopt},
        {"\u20AC \U0001F3F4 \uD7FF \uE000 \U0010FFFF", std::nullopt},
        {"D\xF9n", 1},              // Windows-1252
        {"ab\x80", 2},              // a byte that only continues
        {"ab\xC3", 2},              // cut off
        {"a\xE2\x82", 1},           // cut off
        {"\xC0\x80", 0},            // longer than needed
        {"\xC1\xBF", 0},            // longer than needed
        {"\xE0\x9F\xBF", 0},        // longer than needed
        {"\xF0\x8F\xBF\xBF", 0},    // longer than needed
        {"\xED\xA0\x80", 0},        // half of a surrogate pair
        {"\xF4\x90\x80\x80", 0},    // beyond U+10FFFF
        {"\xF8\x88\x80\x80\x80", 0} // five bytes
    };
    for (const Case& one : cases) {
        BOOST_TEST((invalid_utf8(one.bytes) == one.at), one.bytes);
    }
}

BOOST_AUTO_TEST_SUITE_END()
