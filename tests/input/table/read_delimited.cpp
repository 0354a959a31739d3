#include "render/input/table/read_delimited.h"

#include "base/decode_text.h"
#include "base/utf8.h"
#include "render/input/table/read_grid.h"
#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using namespace std::string_view_literals;
using input::Grid;

BOOST_AUTO_TEST_SUITE(read_delimited)

namespace {

/// "1: a|b\n3: c|d\n", in which white space within a cell is one space.
std::string rows_of(const Grid& grid) {
    std::string text;
    for (const input::GridRow& row : grid.rows) {
        text += std::to_string(row.line) + ":";
        for (const input::Cell& cell : row.cells) {
            text += (&cell == row.cells.data() ? " " : "|") + cell.text;
        }
        text += "\n";
    }
    return text;
}

/// What is told of a grid, each on its line: warnings, then notices.
std::string told_of(const Grid& grid) {
    std::string text;
    for (const Problem& problem : grid.warnings) {
        text += to_string(problem, Severity::warning) + "\n";
    }
    for (const Problem& problem : grid.notices) {
        text += problem.what + "\n";
    }
    return text;
}

Grid read_file(std::string_view bytes, const input::TableFormat& format = {}) {
    const test::TemporaryFolder folder;
    return input::read_grids(folder.write("d.csv", bytes), "d.csv", format).at(0);
}

struct Example {
    std::string_view bytes;
    std::string_view rows;
    std::string_view told;
};

constexpr std::string_view plain = "1: Council|Rate\n2: Fife|12\n3: Angus|7\n";

const Example examples[] = {
    {"Council,Rate\nFife,12\nAngus,7\n", plain, ""},
    {"\xEF\xBB\xBF"
     "Council,Rate\r\nFife,12\r\nAngus,7",
     plain, ""},
    {"Council;Rate\nFife;12\nAngus;7\n", plain, "its columns are parted by semicolons\n"},
    {"Council|Rate\nFife|12\nAngus|7\n", plain, "its columns are parted by upright strokes\n"},
    {"Council\tRate\nFife\t12\nAngus\t7\n", plain, "its columns are parted by tabs\n"},
    // A line for Excel says it.
    {"sep=;\r\nCouncil;Rate\r\nFife;12\r\n", "2: Council|Rate\n3: Fife|12\n",
     "its columns are parted by semicolons\n"},
    {"sep=:\nCouncil:Rate\nFife:12,5\n", "2: Council|Rate\n3: Fife|12,5\n",
     "its columns are parted by \":\"\n"},
    // Decimal commas do not part columns, nor do commas in a title.
    {"Council;Rate\nFife;12,5\nAngus;7,25\n", "1: Council|Rate\n2: Fife|12,5\n3: Angus|7,25\n",
     "its columns are parted by semicolons\n"},
    {"Rates, by council, of 2024\n\nCouncil;Rate\nFife;12,5\n",
     "1: Rates, by council, of 2024\n3: Council|Rate\n4: Fife|12,5\n",
     "its columns are parted by semicolons\n"},
    {"Rates, 2024\nCouncil;Rate;N\nFife;12,5;3\nAngus;7,25;4\n",
     "1: Rates, 2024\n2: Council|Rate|N\n3: Fife|12,5|3\n4: Angus|7,25|4\n",
     "its columns are parted by semicolons\n"},
    // Where both part alike, it is the comma.
    {"Council,Rate;a\nFife,1;2\n", "1: Council|Rate;a\n2: Fife|1;2\n", ""},
    {"Council,\"Rate;a;b\"\nFife,1\n", "1: Council|Rate;a;b\n2: Fife|1\n", ""},
    // A tab is no space around a cell where it parts them.
    {"Council\tRate\tNote\nFife\t\tx\nAngus\t7\t\n",
     "1: Council|Rate|Note\n2: Fife||x\n3: Angus|7|\n", "its columns are parted by tabs\n"},
    // Rows of any length.
    {"A title\n\nCouncil,Rate\nFife,1,2\n", "1: A title\n3: Council|Rate\n4: Fife|1|2\n", ""},
    {"Council,\"Applications\nreceived\"\nFife,3\n",
     "1: Council|Applications\nreceived\n3: Fife|3\n", ""},
    // Encodings.
    {"\xFF\xFEP\0l\0;\0R\0\n\0\xC8\0;\0001\0"sv, "1: Pl|R\n2: È|1\n",
     "its columns are parted by semicolons\nthe text is UTF-16\n"},
    {"\xFE\xFF\0P\0,\0R\0\n\0\xC8\0,\0001"sv, "1: P|R\n2: È|1\n", "the text is UTF-16\n"},
    {"P\0,\0R\0\n\0F\0,\0001\0"sv, "1: P|R\n2: F|1\n", "the text is UTF-16\n"},
    {"\0P\0,\0R\0\n\0F\0,\0001"sv, "1: P|R\n2: F|1\n", "the text is UTF-16\n"},
    {"Council,Spend (\xA3)\nFife,12\n", "1: Council|Spend (£)\n2: Fife|12\n",
     "d.csv:1: warning: the text is not UTF-8; as Windows-1252 it reads \"(£)\"\n"
     "  if it is right, write encoding: windows-1252; else save it as UTF-8 (in Excel: the file "
     "type \"CSV UTF-8\")\n"},
};

struct BadInput {
    std::string_view bytes;
    std::string_view message;
};

const BadInput bad_inputs[] = {
    {"", "d.csv: error: the file is empty\n  check that it was saved\n"},
    {"\n<!DOCTYPE HTML><title>a,b</title>", "d.csv: error: is a web page, not a table\n"
                                            "  open it in a spreadsheet program, or copy its table "
                                            "there, and save it as .xlsx\n"},
    {"%PDF-1.7\n\x01",
     "d.csv: error: is a PDF, not a table\n"
     "  open it in a spreadsheet program, or copy its table there, and save it as "
     ".xlsx\n"},
    {"Place;Stories\nFife;5\n\"Moray;1\nAngus;2\n",
     "d.csv:3: error: a quote opens here before \"Moray;1\" and is never closed\n"
     "  close it, or double each quote inside a cell: \"the \"\"big\"\" one\"\n"},
    {"Place,Stories\n\"Fife\" council,5\n\"Moray,1\n",
     "d.csv:2: error: after the quoted cell \"Fife\" comes \"council,5\"\n"
     "  double each quote inside a cell: \"the \"\"big\"\" one\"\n"
     "d.csv:3: error: a quote opens here before \"Moray,1\" and is never closed\n"
     "  close it, or double each quote inside a cell: \"the \"\"big\"\" one\"\n"},
    {"Place,Stories\nFife,\x1B[5m\n",
     "d.csv:2: error: holds the control character U+001B, which is no text\n"
     "  take it out, or save the file as text again\n"},
    {"Place,Stories\nFife\x81\xA3,5\n",
     "d.csv:2: error: the text is not UTF-8: byte 0x81\n"
     "  save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")\n"},
    {"\xFF\xFEP\0,"sv, "d.csv: error: the text is not UTF-16\n"
                       "  save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")\n"},
    {"\xFF\xFE\0\xD8"sv, "d.csv: error: the text is not UTF-16\n"
                         "  save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(recognised_and_told) {
    for (const Example& example : examples) {
        const Grid grid = read_file(example.bytes);
        BOOST_TEST(rows_of(grid) == example.rows);
        BOOST_TEST(told_of(grid) == example.told);
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read) {
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(test::error_text([&] { read_file(bad.bytes); }) == bad.message);
    }
}

BOOST_AUTO_TEST_CASE(what_the_author_says_holds) {
    const Grid commas = read_file("a;b,c\n1;2,3\n", {.delimiter = ','});
    BOOST_TEST(rows_of(commas) == "1: a;b|c\n2: 1;2|3\n");
    BOOST_TEST(told_of(commas) == "");
    const Grid semicolons = read_file("sep=,\na;b,c\n1;2,3\n", {.delimiter = ';'});
    BOOST_TEST(rows_of(semicolons) == "2: a|b,c\n3: 1|2,3\n");
    const Grid windows = read_file("a\xA3,b\n", {.encoding = Encoding::windows_1252});
    BOOST_TEST(rows_of(windows) == "1: a£|b\n");
    BOOST_TEST(told_of(windows) == "");
    BOOST_TEST(test::error_text([] { read_file("a\n\xA3,b\n", {.encoding = Encoding::utf_8}); }) ==
               "d.csv:2: error: the text is not UTF-8; as Windows-1252 it reads \"£\"\n"
               "  save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")\n");
    BOOST_TEST(test::error_text([] { read_file("a\x81", {.encoding = Encoding::windows_1252}); }) ==
               "d.csv: error: the text is not Windows-1252\n"
               "  save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")\n");
}

BOOST_AUTO_TEST_CASE(keys_that_do_not_fit) {
    const Location where{.file = "f.yaml", .line = 7, .column = 9};
    BOOST_TEST(test::error_text([&] {
                   read_file("a,b\n", {.sheet = "Table 3", .sheet_where = where});
               }) == "f.yaml:7:9: error: \"sheet\" does not fit d.csv, which is text without "
                     "sheets\n  take it away\n");
    BOOST_TEST(
        test::error_text([&] {
            read_file("a,b\n", {.range = input::CellRange{{1, 1}, {2, 2}}, .range_where = where});
        }) == "f.yaml:7:9: error: \"range\" does not fit d.csv, which is text without "
              "sheets\n  take it away\n");
}

BOOST_AUTO_TEST_CASE(rows_in_pieces_of_any_size) {
    constexpr std::string_view alphabet = "ab1,,\"\"\n\r ";
    std::mt19937 random(31);
    const auto answer = [](input::RowReader rows) {
        std::string text;
        while (const auto row = rows.next()) {
            text += rows_of({.file = "", .rows = {*row}});
        }
        for (const Problem& problem : rows.problems()) {
            text += to_string(problem, Severity::error);
        }
        return text;
    };
    for (int i = 0; i < 2000; ++i) {
        // The delimiter is looked for in a start that is longer.
        std::string text = std::string(70'000, 'x') + ",y\n";
        for (auto left = random() % 30; left > 0; --left) {
            text += alphabet[random() % alphabet.size()];
        }
        const auto in_pieces = [&](std::size_t most) {
            return answer(input::RowReader(
                [&, at = std::size_t{0}]() mutable -> std::optional<std::string> {
                    if (at == text.size()) {
                        return std::nullopt;
                    }
                    const std::string piece = text.substr(at, at < 70'000 ? 70'000 : most);
                    at += piece.size();
                    return piece;
                },
                "d.csv", ','));
        };
        const std::string whole = in_pieces(text.size());
        BOOST_TEST(in_pieces(1) == whole);
        BOOST_TEST(in_pieces(1 + random() % 5) == whole);
    }
}

BOOST_AUTO_TEST_CASE(a_row_without_end) {
    std::size_t pieces = 0;
    input::RowReader rows(
        [&]() -> std::optional<std::string> {
            ++pieces;
            return pieces == 1 ? "a,b\n\"" : std::string(std::size_t{1} << 20, 'x');
        },
        "d.csv", ',');
    BOOST_TEST(rows.next().has_value());
    BOOST_TEST(test::error_text([&] { rows.next(); }) ==
               "d.csv:2: error: the row has more than 32 MB\n"
               "  look for a quote in it that is never closed\n");
    BOOST_TEST(pieces < 100U);
}

// Any bytes are either a grid, whose texts are UTF-8 without control characters, or an Error that
// says what to do.
BOOST_AUTO_TEST_CASE(any_bytes_are_answered) {
    constexpr std::string_view alphabet = "ab1,,;;\t|\"\"\n\r\0\xA3\xC3\x80\xFF\xFE\xD8\x81"sv;
    std::mt19937 random(29);
    int grids = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = i % 3 == 0 ? "a,b\n" : "";
        for (auto left = random() % 40; left > 0; --left) {
            bytes += alphabet[random() % alphabet.size()];
        }
        try {
            const DecodedText decoded = decode_text(bytes, "d.csv");
            for (const input::GridRow& row : input::read_delimited(decoded.text, "d.csv").rows) {
                BOOST_REQUIRE(row.line > 0);
                for (const input::Cell& cell : row.cells) {
                    BOOST_REQUIRE(!invalid_utf8(cell.text));
                    BOOST_REQUIRE(!find_control_character(cell.text));
                }
            }
            ++grids;
        } catch (const Error& error) {
            for (const Problem& problem : error.problems()) {
                BOOST_REQUIRE(!problem.remedy.empty());
            }
        }
    }
    BOOST_TEST(grids > 300);
}

BOOST_AUTO_TEST_SUITE_END()
