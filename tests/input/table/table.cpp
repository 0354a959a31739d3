#include "render/input/table/table.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using input::Table;

BOOST_AUTO_TEST_SUITE(table)

namespace {

using Cells = std::vector<std::string>;

Table read(std::string_view text) {
    const test::TemporaryFolder folder;
    return input::read_csv(folder.write("d.csv", text), "d.csv");
}

void check_row(const Table& table, std::size_t index, int line, const Cells& cells) {
    BOOST_REQUIRE(index < table.rows.size());
    BOOST_TEST(table.rows[index].line == line);
    BOOST_TEST(table.rows[index].cells == cells, boost::test_tools::per_element());
}

struct BadInput {
    std::string_view text;
    std::string_view message;
};

constexpr BadInput bad_inputs[] = {
    {"\n  \n,,\n", "d.csv: error: the file holds no heading row\n"
                   "  write the names of the columns in the first row\n"},
    {"Place,Stories\nFife,5\nMoray\n",
     "d.csv:3: error: the row has 1 cell, and the heading has 2: \"Moray\"\n"
     "  write a cell for each column: \"Place\", \"Stories\"\n"},
    {"Place,Stories\nFife,5,\n",
     "d.csv:2: error: the row has 3 cells, and the heading has 2: \"Fife\", \"5\", \"\"\n"
     "  take away the comma at the end of the row\n"},
    {"Place,Stories\nEdinburgh, City of,5\n",
     "d.csv:2: error: the row has 3 cells, and the heading has 2: \"Edinburgh\", \"City of\", "
     "\"5\"\n"
     "  put a cell that holds a comma in quotes: \"Edinburgh, City of\"\n"},
    {"Place,Stories\nFife,1,234\n",
     "d.csv:2: error: the row has 3 cells, and the heading has 2: \"Fife\", \"1\", \"234\"\n"
     "  put a number with a comma in quotes: \"1,234\"\n"},
    {"a,b,c,d,e,f,g\n1,2,3,4,5,6\n",
     "d.csv:2: error: the row has 6 cells, and the heading has 7: \"1\", \"2\", \"3\", \"4\", "
     "\"5\", …\n"
     "  write a cell for each column: \"a\", \"b\", \"c\", \"d\", \"e\", …\n"},
    {"Place,Stories\nFife\nMoray,5\nAngus,1,2\n",
     "d.csv:2: error: the row has 1 cell, and the heading has 2: \"Fife\"\n"
     "  write a cell for each column: \"Place\", \"Stories\"\n"
     "d.csv:4: error: the row has 3 cells, and the heading has 2: \"Angus\", \"1\", \"2\"\n"
     "  put a cell that holds a comma in quotes: \"Edinburgh, City of\"\n"},
    {"Place,Stories\nFife,5\n\"Moray,1\nAngus,2\n",
     "d.csv:3: error: a quote opens here before \"Moray,1\" and is never closed\n"
     "  close it, or double each quote inside a cell: \"the \"\"big\"\" one\"\n"},
    {"Place,\"Stories\n",
     "d.csv:1: error: a quote opens here before \"Stories\" and is never closed\n"
     "  close it, or double each quote inside a cell: \"the \"\"big\"\" one\"\n"},
    {"Place,Stories\n\"Fife\" council,5\nMoray,1\n",
     "d.csv:2: error: after the quoted cell \"Fife\" comes \"council,5\"\n"
     "  double each quote inside a cell: \"the \"\"big\"\" one\"\n"},
    {"Place,Stories\n\"Fife,5\nMoray,1\n\"Angus\",2\nMoray,1\n",
     "d.csv:2: error: after the quoted cell \"Fife,5 Moray,1 \", closed on line 4, comes "
     "\"Angus\",2\"\n"
     "  double each quote inside a cell: \"the \"\"big\"\" one\"\n"},
    {"Place;Stories\nFife;5\n",
     "d.csv:1: error: the heading \"Place;Stories\" is one column: its names are parted by "
     "semicolons\n"
     "  part columns by commas (in Excel: the file type \"CSV UTF-8 (Comma delimited)\")\n"},
    {"\nPlace\tStories\nFife\t5\n",
     "d.csv:2: error: the heading \"Place Stories\" is one column: its names are parted by tabs\n"
     "  part columns by commas (in Excel: the file type \"CSV UTF-8 (Comma delimited)\")\n"},
    {"Place,Stories, Place\nFife,5,1\n", "d.csv:1: error: two columns are called \"Place\"\n"
                                         "  give each column a name of its own\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(cells_and_lines) {
    const Table table = read("Place,Stories\nFife,5\n\n  \nMoray , 1\n");
    BOOST_TEST(table.file == "d.csv");
    BOOST_TEST(table.columns == (Cells{"Place", "Stories"}), boost::test_tools::per_element());
    BOOST_TEST(table.rows.size() == 2u);
    check_row(table, 0, 2, {"Fife", "5"});
    check_row(table, 1, 5, {"Moray", "1"});
}

BOOST_AUTO_TEST_CASE(quoted_cells) {
    const Table table = read("Place,Stories\n\"Edinburgh, City of\", \"1,234\" \n"
                             "\"the \"\"big\"\" one\",\"\"\n\"two\nlines\",2\n5\" pipe,3\n");
    check_row(table, 0, 2, {"Edinburgh, City of", "1,234"});
    check_row(table, 1, 3, {"the \"big\" one", ""});
    check_row(table, 2, 4, {"two\nlines", "2"});
    check_row(table, 3, 6, {"5\" pipe", "3"});
}

BOOST_AUTO_TEST_CASE(every_line_break_and_mark) {
    for (const auto* text :
         {"Place,Stories\nFife,5\nMoray,1", "Place,Stories\r\nFife,5\r\nMoray,1\r\n",
          "Place,Stories\rFife,5\rMoray,1\r", "\xEF\xBB\xBFPlace,Stories\nFife,5\nMoray,1\n"}) {
        const Table table = read(text);
        BOOST_TEST(table.columns == (Cells{"Place", "Stories"}), boost::test_tools::per_element());
        BOOST_TEST(table.rows.size() == 2u);
        check_row(table, 1, 3, {"Moray", "1"});
    }
}

BOOST_AUTO_TEST_CASE(columns_and_rows_without_anything) {
    const Table table = read("Place,Stories,,\nFife,5,,\n,,,\nMoray,1,x,\n");
    BOOST_TEST(table.columns.size() == 4u);
    BOOST_TEST(table.rows.size() == 2u);
    check_row(table, 1, 4, {"Moray", "1", "x", ""});
    BOOST_TEST(read("Place\n").rows.empty());
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(test::error_text([&] { read(bad.text); }) == bad.message);
    }
}

BOOST_AUTO_TEST_CASE(columns_by_name) {
    const Table table = read("Council area,Stories,\nFife,5,\n");
    const Location where{.file = "f.yaml", .line = 8, .column = 42};
    BOOST_TEST(input::column_index(table, "Stories", where) == 1u);
    const auto message = [&](const char* name) {
        return test::error_text([&] { input::column_index(table, name, where); });
    };
    BOOST_TEST(message("Storys") == "f.yaml:8:42: error: d.csv has no column \"Storys\"\n"
                                    "  did you mean \"Stories\"?\n");
    BOOST_TEST(message("stories") == "f.yaml:8:42: error: d.csv has no column \"stories\"\n"
                                     "  did you mean \"Stories\"?\n");
    BOOST_TEST(message("Population") == "f.yaml:8:42: error: d.csv has no column \"Population\"\n"
                                        "  its columns are \"Council area\", \"Stories\", \"\"\n");
    BOOST_TEST(message("") == "f.yaml:8:42: error: d.csv has no column \"\"\n"
                              "  its columns are \"Council area\", \"Stories\", \"\"\n");
}

// Whatever cells hold, what was written with quotes comes back.
BOOST_AUTO_TEST_CASE(every_cell_comes_back) {
    constexpr std::string_view alphabet = "ab,\"\n;1";
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i) {
        std::vector<Cells> rows;
        std::string text = "a,b,c\n";
        for (int r = 0; r < 5; ++r) {
            Cells row;
            for (int c = 0; c < 3; ++c) {
                std::string cell = "x";
                std::string quoted = "\"x";
                for (auto left = random() % 6; left > 0; --left) {
                    const char character = alphabet[random() % alphabet.size()];
                    cell += character;
                    quoted += character == '"' ? "\"\"" : std::string(1, character);
                }
                row.push_back(cell + "x");
                text += quoted + "x\"" + (c < 2 ? "," : "\n");
            }
            rows.push_back(row);
        }
        const Table table = read(text);
        BOOST_REQUIRE(table.rows.size() == rows.size());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            BOOST_REQUIRE(table.rows[r].cells == rows[r]);
        }
    }
}

// Any text is either a table with whole rows or an Error with a line in it.
BOOST_AUTO_TEST_CASE(any_text_is_answered) {
    constexpr std::string_view alphabet = "ab1,,\"\"\n\r \t;";
    std::mt19937 random(17);
    for (int i = 0; i < 5000; ++i) {
        std::string text = "a";
        for (auto left = random() % 40; left > 0; --left) {
            text += alphabet[random() % alphabet.size()];
        }
        try {
            const Table table = read(text);
            for (const input::Row& row : table.rows) {
                BOOST_REQUIRE(row.cells.size() == table.columns.size());
            }
        } catch (const Error& error) {
            for (const Problem& problem : error.problems()) {
                BOOST_REQUIRE(problem.where.line > 0);
                BOOST_REQUIRE(!problem.remedy.empty());
                BOOST_REQUIRE(to_string(problem, Severity::error).find('\r') == std::string::npos);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
