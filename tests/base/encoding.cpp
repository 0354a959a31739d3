#include "base/encoding.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(encoding)

BOOST_AUTO_TEST_CASE(windows_1252_to_utf8) {
    BOOST_TEST(from_windows_1252("Fife").value() == "Fife");
    BOOST_TEST(from_windows_1252("Obar Dheathain, F\xECobha").value() == "Obar Dheathain, Fìobha");
    BOOST_TEST(from_windows_1252("\x93quoted\x94 \x96 \x80"
                                 "5")
                   .value() == "“quoted” – €5");
    BOOST_TEST(from_windows_1252("\xFF").value() == "ÿ");
}

BOOST_AUTO_TEST_CASE(bytes_that_windows_1252_lacks) {
    for (const auto* bytes : {"\x81", "a\x8D", "\x8F", "\x90", "\x9D"}) {
        BOOST_TEST(!from_windows_1252(bytes).has_value());
    }
}

BOOST_AUTO_TEST_CASE(text_without_control_characters) {
    BOOST_TEST(!find_control_character("").has_value());
    BOOST_TEST(!find_control_character("a\tb\r\nc à – € \U0001F3F4 \u00A0").has_value());
}

BOOST_AUTO_TEST_CASE(control_characters) {
    struct Sample {
        std::string_view text;
        std::size_t offset;
        char32_t character;
    };
    constexpr Sample samples[] = {
        {std::string_view("a\0b", 3), 1, 0},
        {"\x1B[0m", 0, 0x1B},
        {"ab\x7F", 2, 0x7F},
        {"à\u0092", 2, 0x92},
        {"\uFFFE", 0, 0xFFFE},
        {"a\uFFFF", 1, 0xFFFF},
    };
    for (const Sample& sample : samples) {
        const auto found = find_control_character(sample.text);
        BOOST_REQUIRE(found.has_value());
        BOOST_TEST(found->offset == sample.offset);
        BOOST_TEST(static_cast<unsigned>(found->character) ==
                   static_cast<unsigned>(sample.character));
    }
}

BOOST_AUTO_TEST_CASE(what_steers_a_terminal_is_shown_by_its_number) {
    struct Sample {
        std::string_view text;
        std::string_view unfit;
        std::string_view visible;
    };
    const Sample samples[] = {
        {"", "", ""},
        {"D\u00F9n (\u4E2D) \u200B", "", "D\u00F9n (\u4E2D) \u200B"},
        {"a\x1B[31m", "the control character U+001B", "a<U+001B>[31m"},
        {"a\u009B31m", "the control character U+009B", "a<U+009B>31m"},
        {"a\x7F", "the control character U+007F", "a<U+007F>"},
        {"a\nf.yaml:1: error: b", "the control character U+000A", "a<U+000A>f.yaml:1: error: b"},
        {"\tb", "the control character U+0009", "<U+0009>b"},
        {"\u202Etxt", "the control character U+202E", "<U+202E>txt"},
        {"\u2066txt", "the control character U+2066", "<U+2066>txt"},
        {"a\u2028b", "the control character U+2028", "a<U+2028>b"},
        {"a\x9B"
         "31m",
         "", "a<0x9B>31m"},
    };
    for (const Sample& sample : samples) {
        BOOST_TEST(unfit_for_name(sample.text) == sample.unfit);
        BOOST_TEST(visible(sample.text) == sample.visible);
    }
}

BOOST_AUTO_TEST_SUITE_END()
