#include "render/input/table/heading.h"

#include "render/input/table/read_delimited.h"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(heading)

BOOST_AUTO_TEST_CASE(headings_without_marks_of_notes) {
    struct Case {
        const char* text;
        const char* without;
    };
    for (const Case& one : {Case{"Applications received [note 1]", "Applications received"},
                            {"Number [note 3] (%)", "Number (%)"},
                            {"Rate (Note 2)", "Rate"},
                            {"Rate [notes 1, 2 and 3]", "Rate"},
                            {"Cases [1]", "Cases"},
                            {"Cases*", "Cases"},
                            {"Cases¹²", "Cases"},
                            {"Area (km²)", "Area (km²)"},
                            {"Area, km²", "Area, km²"},
                            {"Rate (%)", "Rate (%)"},
                            {"Deaths (per 1,000)", "Deaths (per 1,000)"},
                            {"Year (2)", "Year (2)"},
                            {"Notes", "Notes"},
                            {"[note 1]", ""}}) {
        BOOST_TEST(without_note_marks(one.text) == one.without);
    }
    BOOST_TEST(without_note_brackets("Angus [note 2]") == "Angus");
    BOOST_TEST(without_note_brackets("Western Isles (Na h-Eileanan Siar)") ==
               "Western Isles (Na h-Eileanan Siar)");
    BOOST_TEST(note_brackets_in("A [note 1] (note 22)") ==
                   (std::vector<std::string>{"[note 1]", "(note 22)"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(keys_of_headings) {
    for (const char* text : {"Council area", " council  AREA ", "Council\u00A0area",
                             "Council\narea", "Council area [note 4]", "Council area\u00B9"}) {
        BOOST_TEST(heading_key(text) == "council area", text);
    }
    BOOST_TEST(heading_key("Rate (%)") != heading_key("Rate"));
}

BOOST_AUTO_TEST_CASE(names_of_columns) {
    const std::vector<ColumnName> columns{{"Council"},
                                          {"2022 Number", "2022", "Number"},
                                          {"2022 Rate", "2022", "Rate"},
                                          {"2023 Number", "2023", "Number"},
                                          {"Total"},
                                          {"total"}};
    using Found = std::vector<std::size_t>;
    const auto check = [&](const char* name, const Found& found) {
        BOOST_TEST(columns_named(columns, name) == found, boost::test_tools::per_element());
    };
    check("council", {0});
    check("2023 number", {3});
    check("Rate", {2});
    check("2023", {3});
    check("Number", {1, 3});
    check("total", {5});
    check("TOTAL", {4, 5});
    check("", {});
    check("Share", {});
}

BOOST_AUTO_TEST_CASE(a_heading_of_two_lines_is_known_by_either) {
    const Grid grid = read_delimited(
        "\"Ainm\nName\",\"Uile\nAll\",\"Rate\nper\n1,000\"\nFife,1,2\n", "d.csv", ',');
    const std::vector<std::string> wanted{"Name", "Uile All"};
    const Heading heading = find_heading(grid, wanted, std::nullopt);
    BOOST_TEST(heading.found == 2U);
    BOOST_TEST(columns_named(heading.columns, "ainm") == std::vector<std::size_t>{0},
               boost::test_tools::per_element());
    BOOST_TEST(columns_named(heading.columns, "1,000").empty());
    BOOST_TEST(heading.columns[2].text == "Rate per 1,000");
}

BOOST_AUTO_TEST_SUITE_END()
