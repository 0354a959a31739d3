#include "render/input/table/table.h"

#include "render/input/table/read_delimited.h"
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

Table read(std::string_view text, const Cells& wanted = {}, const input::TableFormat& format = {}) {
    return input::read_table({input::read_delimited(text, "d.csv", ',')}, wanted, format);
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
        const test::TemporaryFolder folder;
        const Table table = input::read_csv(folder.write("d.csv", text), "d.csv");
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
    BOOST_TEST(input::column_index(table, " stories", where) == 1u);
    BOOST_TEST(message("Population") == "f.yaml:8:42: error: d.csv has no column \"Population\"\n"
                                        "  its columns are \"Council area\", \"Stories\", \"\"\n");
    BOOST_TEST(message("") == "f.yaml:8:42: error: d.csv has no column \"\"\n"
                              "  its columns are \"Council area\", \"Stories\", \"\"\n");
}

BOOST_AUTO_TEST_CASE(rows_above_and_below_the_data) {
    const Table table = read("\"Table 3: Applications by local authority\",,,,\n"
                             "\n"
                             "[c] = suppressed,,,,\n"
                             "\n"
                             "Local authority,Applications received [note 1],% awarded,,\n"
                             "Scotland,\"59,866\",63.2%,,\n"
                             "Angus [note 2],\"7,865\",56.5%,,\n"
                             ",,,,\n"
                             "Source: Scottish Government\n"
                             "[note 1] Includes repeat applications.\n",
                             {"Local authority", "Applications received [note 1]"});
    BOOST_TEST(table.columns ==
                   (Cells{"Local authority", "Applications received", "% awarded", "", ""}),
               boost::test_tools::per_element());
    BOOST_TEST(table.rows.size() == 2u);
    check_row(table, 0, 6, {"Scotland", "59,866", "63.2%", "", ""});
    check_row(table, 1, 7, {"Angus [note 2]", "7,865", "56.5%", "", ""});
    BOOST_REQUIRE(table.other_rows.size() == 5u);
    BOOST_TEST((table.other_rows[1].kind == input::RowKind::title));
    BOOST_TEST(table.other_rows[1].line == 3);
    BOOST_TEST((table.other_rows[2].kind == input::RowKind::heading));
    BOOST_TEST((table.other_rows[4].kind == input::RowKind::note));
    BOOST_TEST(table.other_rows[4].text == "[note 1] Includes repeat applications.");
    BOOST_TEST(table.warnings.empty());
    BOOST_REQUIRE(table.notices.size() == 3u);
    BOOST_TEST(to_string(table.notices[2], Severity::advice) ==
               "d.csv:10: advice: the heading \"Applications received\" has a note, [note 1]\n"
               "  the figure can have it: note: \"Includes repeat applications.\"");
}

BOOST_AUTO_TEST_CASE(headings_as_people_have_them) {
    const Cells wanted{"Council area", "Cases"};
    for (const char* text : {"Council area,Cases\nFife,3\n", " Council area , Cases \nFife,3\n",
                             "council AREA,cases\nFife,3\n", "Council\u00A0area,Cases\nFife,3\n",
                             "\"Council\narea\",\"Cases [note 2]\"\nFife,3\n",
                             "Council area,Cases*,Rate,Rate\nFife,3,1,2\n"}) {
        const Table table = read(text, wanted);
        BOOST_TEST(input::column_index(table, "Cases", {}) == 1u);
        BOOST_TEST(table.rows.size() == 1u);
    }
}

BOOST_AUTO_TEST_CASE(a_heading_of_two_rows) {
    const char* const text = ",2022/23,,2023/24,,\n"
                             "Council,Number,Rate,Number,Rate,Note\n"
                             "Fife,1,2,3,4,x\n";
    const Table table = read(text, {"Council", "2023/24 Number"});
    BOOST_TEST(input::column_index(table, "2023/24 Number", {}) == 3u);
    BOOST_TEST(table.columns[4] == "2023/24 Rate");
    BOOST_TEST(table.rows.size() == 1u);
    const Table unclear = read(text, {"Council", "Number"});
    BOOST_TEST(test::error_text([&] {
                   input::column_index(unclear, "Number", {.file = "f.yaml", .line = 6});
               }) == "f.yaml:6: error: d.csv has 2 columns \"Number\": columns 2 and 4\n"
                     "  say which: \"2022/23 Number\" and \"2023/24 Number\"\n");
    // The label stands in the upper row.
    const Table below =
        read("Council,2022,2022,2023,2023\n,Male,Female,Male,Female\nFife,1,2,3,4\n",
             {"Council", "2022"});
    BOOST_TEST(below.rows.size() == 1u);
    BOOST_TEST(input::column_index(below, "2023 Male", {}) == 3u);
    BOOST_TEST(input::column_index(below, "Council", {}) == 0u);
    BOOST_TEST(test::error_text([&] { input::column_index(below, "2022", {.file = "f.yaml"}); }) ==
               "f.yaml: error: d.csv has 2 columns \"2022\": columns 2 and 3\n"
               "  say which: \"2022 Male\" and \"2022 Female\"\n");
}

BOOST_AUTO_TEST_CASE(doubled_headings) {
    const Table table = read("Place,Stories,Place\nFife,5,1\n", {"Stories"});
    BOOST_TEST(input::column_index(table, "Stories", {}) == 1u);
    BOOST_TEST(test::error_text([&] { input::column_index(table, "Place", {.file = "f.yaml"}); }) ==
               "f.yaml: error: d.csv has 2 columns \"Place\": columns 1 and 3\n"
               "  give each column a name of its own in the table\n");
}

BOOST_AUTO_TEST_CASE(a_heading_that_the_figure_names) {
    const char* const text = "Place,Stories\nold,table\nPlace,Stories\nFife,5\n";
    BOOST_TEST(read(text, {"Place", "Stories"}).rows.size() == 3u);
    input::TableFormat format{.header_row = 3};
    const Table table = read(text, {"Place", "Stories"}, format);
    BOOST_TEST(table.rows.size() == 1u);
    check_row(table, 0, 4, {"Fife", "5"});
    format.header_row = 7;
    format.header_row_where = {.file = "f.yaml", .line = 9};
    BOOST_TEST(test::error_text([&] { read(text, {"Place"}, format); }) ==
               "f.yaml:9: error: row 7 of d.csv is empty\n"
               "  its rows are 1 to 4; say where the heading is\n");
}

// The row most like a heading is the one that the message speaks of.
BOOST_AUTO_TEST_CASE(a_column_that_is_not_there) {
    const Table table = read("Table 1\n\nPlace,Storeys,Rate\nFife,5,1\n", {"Place", "Stories"});
    BOOST_TEST(test::error_text([&] { input::column_index(table, "Stories", {.file = "f"}); }) ==
               "f: error: d.csv has no column \"Stories\"\n  did you mean \"Storeys\"?\n");
}

BOOST_AUTO_TEST_CASE(cells_beyond_the_heading) {
    BOOST_TEST(read("Place,Stories\nFife,5,\nMoray,1,,\n").rows.size() == 2u);
    BOOST_TEST(read("Place,Stories,\nFife,5\n").rows.front().cells.size() == 3u);
}

BOOST_AUTO_TEST_CASE(rows_of_a_sheet_go_on_to_the_right) {
    input::Grid grid =
        input::read_delimited("Place,Stories,Rate\nFife,5\nMoray,1,2,x\n", "d.xlsx", ',');
    grid.is_sheet = true;
    const Table table = input::read_table({grid}, Cells{"Place", "Stories"}, {});
    check_row(table, 0, 2, {"Fife", "5", "", ""});
    check_row(table, 1, 3, {"Moray", "1", "2", "x"});
}

BOOST_AUTO_TEST_CASE(one_of_several_sheets) {
    const auto sheet = [](const char* name, const char* text) {
        return input::read_delimited(text, name, ',');
    };
    const input::Grid cover = sheet("b.xlsx [Cover]", "About this table\n");
    const input::Grid one = sheet("b.xlsx [T1]", "Title\nPlace,Stories\nFife,5\n");
    const input::Grid two = sheet("b.xlsx [T2]", "Place,Stories\nFife,6\n");
    const Cells wanted{"Place", "Stories"};
    BOOST_TEST(input::read_table({cover, one}, wanted, {}).file == "b.xlsx [T1]");
    BOOST_TEST(test::error_text([&] {
                   input::read_table({cover, one, two}, wanted, {});
               }) ==
               "b.xlsx [Cover]: error: 2 of 3 sheets have the columns \"Place\" and \"Stories\": "
               "b.xlsx [T1] and b.xlsx [T2]\n"
               "  say which to read, with the key `sheet` of `data`\n");
    BOOST_TEST(test::error_text([&] {
                   input::read_table({cover, one}, Cells{"Place", "Homes"}, {});
               }) == "b.xlsx [Cover]: error: none of 2 sheets has the columns \"Place\" and "
                     "\"Homes\": b.xlsx [Cover] and b.xlsx [T1]\n"
                     "  name columns that a sheet has\n");
}

BOOST_AUTO_TEST_CASE(a_lone_text_below_an_empty_row_is_told) {
    const Table table = read("Place,Stories\nFife,5\n\nAngus\n");
    BOOST_TEST(table.rows.size() == 1u);
    BOOST_REQUIRE(table.warnings.size() == 1u);
    BOOST_TEST(to_string(table.warnings.front(), Severity::warning) ==
               "d.csv:4: warning: \"Angus\" stands alone below an empty row, and is taken for a "
               "note\n"
               "  if it is data, write its number beside it, or [x] where there is none");
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
