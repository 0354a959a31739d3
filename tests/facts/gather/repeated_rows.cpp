#include "render/facts/gather/repeated_rows.h"

#include "tests/support.h"

#include <string>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(repeated_rows)

namespace {

/// A table of five places in each year, with a year and a note to a row.
input::Observations years(const std::vector<std::string>& labels) {
    input::Observations table{"d.csv", "Place", "Rate", {}, 0};
    table.other_headings = {"Note", "Year"};
    for (const std::string& year : labels) {
        for (const char* place : {"A", "B", "C", "D", "E"}) {
            table.rows.push_back({place, 1, static_cast<int>(table.rows.size()) + 2});
            table.rows.back().others = {"same", year};
        }
    }
    return table;
}

std::string problems_of(input::Observations table, input::FigureSpec spec = {}) {
    std::vector<facts::RowsOfOne> rows(5);
    std::vector<Problem> each;
    for (const input::Observation& row : table.rows) {
        facts::RowsOfOne& of_place = rows[static_cast<std::size_t>(row.label.front() - 'A')];
        if (!of_place.empty()) {
            each.push_back({.where = {}, .what = "second", .remedy = ""});
        }
        of_place.push_back(&row);
    }
    std::vector<Problem> problems;
    facts::add_second_rows(spec, table, rows, {"council area", "council areas"}, each, problems);
    std::string text;
    for (const Problem& problem : problems) {
        text += to_string(problem, Severity::error) + "\n";
    }
    return text;
}

input::FigureSpec map() {
    input::FigureSpec spec;
    spec.data.may_have_panels = true;
    return spec;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_forgotten_panel_is_told_once) {
    const std::string rows = "d.csv: error: each council area has 3 rows\n";
    const std::string sum = "; `duplicates: sum` adds counts up, never rates\n";
    BOOST_TEST(problems_of(years({"2021", "2022", "2023"}), map()) ==
               rows +
                   "  \"Year\" tells them apart: write `panel: Year` in `data` for a small map of "
                   "each, or keep the rows of one" +
                   sum);
    BOOST_TEST(problems_of(years({"2021", "2022", "2023"})) ==
               rows + "  \"Year\" tells them apart: keep the rows of one" + sum);
    BOOST_TEST(problems_of(years({"2021", "2021", "2023"}), map()) ==
               rows + "  keep one row of each" + sum);
    // Thirteen small maps have no room.
    const std::vector<std::string> many{"1", "2", "3",  "4",  "5",  "6", "7",
                                        "8", "9", "10", "11", "12", "13"};
    BOOST_TEST(problems_of(years(many), map()).find("panel") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(places_may_have_unlike_numbers_of_rows) {
    input::Observations table = years({"2021", "2022"});
    table.rows.pop_back();
    BOOST_TEST(problems_of(table, map())
                   .starts_with("d.csv: error: 4 of 5 council areas have more than one row\n  "
                                "\"Year\" tells them apart"));
}

BOOST_AUTO_TEST_CASE(few_second_rows_are_told_one_by_one) {
    input::Observations table = years({"2021", "2022"});
    table.rows.resize(8, table.rows.front());
    BOOST_TEST(problems_of(table, map()) == ": error: second\n: error: second\n: error: second\n");
    table.rows.resize(5, table.rows.front());
    BOOST_TEST(problems_of(table, map()) == "");
    table.rows.resize(1000, table.rows.front());
    const std::string all = problems_of(table, map());
    BOOST_TEST(std::ranges::count(all, '\n') < 60);
    BOOST_TEST(all.find("more rows are second rows too") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
