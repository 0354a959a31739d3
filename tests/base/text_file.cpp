#include "base/text_file.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

using namespace cairn;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(text_file)

namespace {

/// All that a file of text gives, or its error.
std::string answer(const std::filesystem::path& path, std::size_t piece_bytes) {
    try {
        std::string text;
        TextFile file(path, "d.csv", {}, most_text_bytes, piece_bytes);
        while (const auto piece = file.next_piece()) {
            BOOST_REQUIRE(!piece->empty());
            text += *piece;
        }
        for (const Problem& warning : file.warnings()) {
            text += to_string(warning, Severity::warning);
        }
        return text;
    } catch (const Error& error) {
        return "error: " + error.problems().front().what;
    }
}

} // namespace

// The oracle decodes the text as a whole.
BOOST_AUTO_TEST_CASE(any_text_in_pieces_of_any_size) {
    const test::TemporaryFolder folder;
    constexpr std::string_view letters[] = {"a", "1,", "\n", "\r\n", "\"", "à", "€", "\U0001F600"};
    constexpr std::string_view odd[] = {"\xA3", "\xC3", "\x81", "\x1B"};
    std::mt19937 random(41);
    int texts = 0;
    for (int i = 0; i < 400; ++i) {
        std::string bytes = i % 5 == 0 ? "\xEF\xBB\xBF" : "";
        for (auto left = 1 + random() % 60; left > 0; --left) {
            bytes += letters[random() % std::size(letters)];
        }
        if (const auto which = random() % 8; which < std::size(odd)) {
            bytes += odd[which];
            bytes += "b\n";
        }
        std::string whole;
        try {
            const DecodedText decoded = decode_text(bytes, "d.csv");
            whole = decoded.text;
            for (const Problem& warning : decoded.warnings) {
                whole += to_string(warning, Severity::warning);
            }
            ++texts;
        } catch (const Error& error) {
            whole = "error: " + error.problems().front().what;
        }
        const auto path = folder.write("d.csv", bytes);
        BOOST_TEST(answer(path, std::size_t{1} << 20) == whole);
        // A small piece need not hold the whole of the word that a message quotes.
        if (!whole.starts_with("error") && whole.find("warning") == whole.npos) {
            BOOST_TEST(answer(path, 5 + random() % 9) == whole);
        }
    }
    BOOST_TEST(texts > 250);
}

BOOST_AUTO_TEST_CASE(utf_16_in_small_pieces) {
    const test::TemporaryFolder folder;
    const auto path =
        folder.write("d.csv", "\xFF\xFE\xE0\0,\0\x3D\xD8\x00\xDE\n\0\x3D\xD8\x01\xDE"sv);
    for (std::size_t piece = 4; piece < 20; ++piece) {
        BOOST_TEST(answer(path, piece) == "à,\U0001F600\n\U0001F601");
    }
}

BOOST_AUTO_TEST_CASE(a_byte_far_down_tells_the_encoding) {
    const test::TemporaryFolder folder;
    std::string bytes;
    for (int i = 0; i < 50'000; ++i) {
        bytes += "Fife,12\n";
    }
    const auto path = folder.write("d.csv", bytes + "F\xECobha,3\n");
    TextFile file(path, "d.csv", {}, most_text_bytes, 4096);
    BOOST_REQUIRE(file.warnings().size() == 1U);
    BOOST_TEST(file.warnings().front().where.line == 50'001);
    std::string text;
    while (const auto piece = file.next_piece()) {
        BOOST_TEST(piece->size() < 5000U);
        text += *piece;
    }
    BOOST_TEST((text == bytes + "Fìobha,3\n"));
}

BOOST_AUTO_TEST_CASE(holes_end_at_once) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("d.csv", "Place,Stories\n");
    std::filesystem::resize_file(path, std::uintmax_t{15} << 30);
    TextFile file(path, "d.csv", {}, std::uintmax_t{16} << 30);
    BOOST_TEST(test::error_text([&] {
                   while (file.next_piece()) {
                   }
               }) == "d.csv:2: error: holds the control character U+0000, which is no text\n"
                     "  take it out, or save the file as text again\n");
}

BOOST_AUTO_TEST_SUITE_END()
