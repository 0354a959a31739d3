#include "base/decode_text.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <string_view>

using namespace cairn;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(decode_text)

// How tables are decoded is tested in input/table/read_delimited.
BOOST_AUTO_TEST_CASE(text_in_other_encodings) {
    const auto text = [](std::string_view bytes, std::optional<Encoding> encoding = {}) {
        return cairn::decode_text(std::string(bytes), "d.csv", encoding).text;
    };
    BOOST_TEST(text("\xEF\xBB\xBF\xC3\xA0") == "à");
    BOOST_TEST(text("\xFF\xFE\xE0\0"sv) == "à");
    BOOST_TEST(text("\xFE\xFF\0\xE0"sv) == "à");
    BOOST_TEST(text("\xFE\xFF\xD8\x3D\xDE\x00"sv) == "\U0001F600");
    BOOST_TEST(text("\xE0\0"sv, Encoding::utf_16) == "à");
    BOOST_TEST(text("\x80 \xE0") == "€ à");
    BOOST_TEST(text("\xC3\xA0", Encoding::windows_1252) == "Ã\u00A0");
}

BOOST_AUTO_TEST_CASE(lines_are_counted_over_pieces) {
    EncodingSearch search("d.csv");
    search.look_at("a\nb\n");
    search.look_at("c,F\xECobha\n");
    search.look_at("d\n");
    BOOST_TEST((search.found({}).encoding == Encoding::windows_1252));
    BOOST_TEST(test::error_text([&] { search.found(Encoding::utf_8); }) ==
               "d.csv:3: error: the text is not UTF-8; as Windows-1252 it reads \"Fìobha\"\n"
               "  save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")\n");
    search.look_at("\x81\n");
    BOOST_TEST(test::error_text([&] { search.found({}); }) ==
               "d.csv:3: error: the text is not UTF-8: byte 0xEC\n"
               "  save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")\n");

    Decoder decoder({}, "d.csv");
    BOOST_TEST(decoder.decode("\xEF\xBB\xBF\na\n") == "\na\n");
    BOOST_TEST(decoder.decode("\xEF\xBB\xBF") == "\xEF\xBB\xBF"); // a mark at the start alone
    BOOST_TEST(test::error_text([&] { decoder.decode("b\nc\x1B"); }) ==
               "d.csv:4: error: holds the control character U+001B, which is no text\n"
               "  take it out, or save the file as text again\n");
}

BOOST_AUTO_TEST_SUITE_END()
