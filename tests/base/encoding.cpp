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

BOOST_AUTO_TEST_SUITE_END()
