#include "render/output/fonts/woff2.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <woff2/decode.h>

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(woff2)

namespace {

/// Unpacked by Google's decoder.
std::string unpacked(const std::string& packed) {
    std::string font;
    ::woff2::WOFF2StringOut out(&font);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(packed.data());
    BOOST_REQUIRE(::woff2::ConvertWOFF2ToTTF(bytes, packed.size(), &out));
    return font;
}

std::size_t number(const std::string& bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (const char byte : bytes.substr(at, size)) {
        value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
}

/// The tables of a TrueType font by tag; of "head" without the checksum of the whole.
std::map<std::string, std::string> tables(const std::string& font) {
    std::map<std::string, std::string> found;
    for (std::size_t i = 0; i < number(font, 4, 2); ++i) {
        const std::size_t record = 12 + 16 * i;
        std::string table = font.substr(number(font, record + 8, 4), number(font, record + 12, 4));
        const std::string tag = font.substr(record, 4);
        found[tag] = tag == "head" ? table.replace(8, 4, "") : table;
    }
    return found;
}

std::string font_file() {
    return test::read_bytes(test::source_folder() /
                            "styles/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
}

} // namespace

BOOST_AUTO_TEST_CASE(unpacks_to_the_same_tables) {
    const std::string font = font_file();
    const std::string packed = output::to_woff2(font);
    BOOST_TEST(tables(font).size() > 10U);
    BOOST_TEST((tables(unpacked(packed)) == tables(font)));
    BOOST_TEST(packed.size() < font.size() / 2);
    BOOST_TEST(number(packed, 8, 4) == packed.size());
    BOOST_TEST(packed.size() % 4 == 0U);
}

BOOST_AUTO_TEST_CASE(the_same_font_gives_the_same_bytes) {
    BOOST_TEST((output::to_woff2(font_file()) == output::to_woff2(font_file())));
}

BOOST_AUTO_TEST_CASE(what_is_no_font) {
    const std::string font = font_file();
    for (const std::string& bad : {std::string(), std::string("OTTO"), std::string(12, '\0'),
                                   font.substr(0, 100), font.substr(0, font.size() - 2000)}) {
        BOOST_CHECK_THROW(output::to_woff2(bad), std::runtime_error);
    }
}

BOOST_AUTO_TEST_SUITE_END()
