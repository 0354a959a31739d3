#include "render/input/table/rows_where.h"

#include "tests/input/table/support_rows.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <string>
#include <string_view>

using namespace cairn;
using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(rows_where)

namespace {

const Location at{.file = "f.yaml", .line = 4, .column = 30};

Table table_of(std::vector<std::string> columns,
               const std::vector<std::vector<std::string>>& rows) {
    Table table{.file = "d.csv", .columns = std::move(columns), .rows = {}};
    for (const auto& cells : rows) {
        table.rows.push_back({static_cast<int>(table.rows.size()) + 2, cells});
    }
    return table;
}

std::vector<int> lines(std::string_view text, const Table& table) {
    std::vector<int> result;
    for (const Row& row : test::rows_where(parse_condition(text, table, at), table, {}, at)) {
        result.push_back(row.line);
    }
    return result;
}

Table some() {
    return table_of({"Year", "Phase", "Date", "Deaths"}, {{"2023", "Phase 1", "2024-03-31", "5"},
                                                          {"2,024", "Phase 2", "2024-04", "[c]"},
                                                          {"2024.0", "", "2024", "12"},
                                                          {"2023/24", "phase 1", "unknown", "-"}});
}

struct Selection {
    std::string_view text;
    std::vector<int> lines;
};

const Selection selections[] = {
    {"Year = 2023", {2}},
    {"Year = 2024", {3, 4}},
    {"Year = '2024.0'", {4}},
    {"Year = 2023/24", {5}},
    {"Year != 2024", {2, 5}},
    {"Year > '2023/'", {4, 5}},
    {"Phase = ''", {4}},
    {"Phase != 'Phase 1'", {3, 4, 5}},
    {"Phase = Phase 1", {2}},
    {"Date = 2024-03", {2}},
    {"Date = 2024-03-31", {2}},
    {"Phase != '' and Date != unknown and Date > 2024-03", {3}},
    {"Date != unknown and Date <= 2024-04-01", {2, 3, 4}},
    {"Date != unknown and Date < 2024-04", {2}},
    {"Deaths != '-' and Deaths >= 5", {2, 4}},
    {"Deaths != '-' and Deaths between 5 and 6", {2}},
    // The order of [c] and 6 is not known, and neither is its opposite.
    {"Deaths != '-' and not Deaths < 6", {4}},
    {"Year = 2023/24 or Deaths < 6 or Phase = 'Phase 2' or Year = 2024", {2, 3, 4, 5}},
};

struct BadInput {
    std::string_view text;
    std::string_view message;
};

constexpr BadInput bad_inputs[] = {
    {"Phase = 'Phase 3'", "f.yaml:4:30: error: `where`: the column \"Phase\" of d.csv has no "
                          "\"Phase 3\"\n"
                          "  did you mean \"Phase 1\"?\n"},
    {"Phase in ('Phase 1', Pilot)",
     "f.yaml:4:30: error: `where`: the column \"Phase\" of d.csv has no \"Pilot\"\n"
     "  \"Phase\" has \"Phase 1\", \"Phase 2\" and \"phase 1\"\n"},
    {"Phase != 'Phase 11'",
     "f.yaml:4:30: error: `where`: the column \"Phase\" of d.csv has no \"Phase 11\"\n"
     "  did you mean \"Phase 1\"?\n"},
    {"Year = 2025", "f.yaml:4:30: error: `where`: the column \"Year\" of d.csv has no \"2025\"\n"
                    "  did you mean \"2023\"?\n"},
    {"Year = 2023 and Phase = 'Phase 2'",
     "f.yaml:4:30: error: `where` leaves no row of d.csv\n"
     "  \"Year\" has \"2023\", \"2,024\", \"2024.0\" and 1 more; \"Phase\" has \"Phase 1\", "
     "\"Phase 2\" and \"phase 1\"\n"},
    {"Year > 2023", "d.csv:5: error: field 'Year': \"2023/24\" is no number, and `where` compares "
                    "it with 2023\n"
                    "  correct the cell, leave such rows out before, or compare texts: '2023' in "
                    "quotes\n"},
    {"Phase > 1", "d.csv:2: error: field 'Phase': \"Phase 1\" is no number, and so are 2 more "
                  "cells, and `where` compares it with 1\n"
                  "  correct the cell, leave such rows out before, or compare texts: '1' in "
                  "quotes\n"},
    {"Date > 2024-03-31",
     "d.csv:5: error: field 'Date': \"unknown\" is no date such as 2024-03-31, and `where` "
     "compares it with 2024-03-31\n"
     "  correct the cell, leave such rows out before, or compare texts: '2024-03-31' in quotes\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(the_rows_that_meet_a_condition_stay) {
    for (const Selection& selection : selections) {
        BOOST_TEST_CONTEXT(selection.text) {
            BOOST_TEST(lines(selection.text, some()) == selection.lines,
                       boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(what_fits_no_cell_is_told_with_the_values_there_are) {
    for (const BadInput& input : bad_inputs) {
        BOOST_TEST_CONTEXT(input.text) {
            BOOST_TEST(test::error_text([&] { lines(input.text, some()); }) == input.message);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_left_out_may_be_absent) {
    BOOST_TEST(lines("Phase != withdrawn", some()).size() == 4U);
    BOOST_TEST(lines("Phase not in (withdrawn, '')", some()).size() == 3U);
}

namespace {

// A row in numbers, and what a condition makes of it: 0 for no, 1 for unknown, 2 for yes.
struct Numbers {
    int year = 0;
    int phase = 0;
    int deaths = -1; // below zero: [c]
};

struct Predicate {
    std::string text;
    std::function<int(const Numbers&)> truth;
};

int roll(std::mt19937& random, int sides) {
    return static_cast<int>(random() % static_cast<unsigned>(sides));
}

Predicate random_comparison(std::mt19937& random, const Numbers& some_row) {
    constexpr std::array<std::string_view, 6> signs{"=", "!=", "<", "<=", ">", ">="};
    const int sign = roll(random, 6);
    const auto meets = [sign](int a, int b) {
        return std::array{a == b, a != b, a<b, a <= b, a> b, a >= b}.at(
            static_cast<std::size_t>(sign));
    };
    const std::string_view written = signs.at(static_cast<std::size_t>(sign));
    if (roll(random, 3) == 0) {
        const int other = some_row.phase;
        const bool negative = roll(random, 2) == 0;
        return {fmt::format("\"The phase\" {}in ('Phase {}')", negative ? "not " : "", other),
                [=](const Numbers& row) { return (row.phase == other) != negative ? 2 : 0; }};
    }
    if (roll(random, 2) == 0 || some_row.deaths < 0) {
        const int other = some_row.year;
        return {fmt::format("Year {} {}", written, other),
                [=](const Numbers& row) { return meets(row.year, other) ? 2 : 0; }};
    }
    const int other = some_row.deaths;
    return {fmt::format("Deaths {} {}", written, other), [=](const Numbers& row) {
                const bool unknown = row.deaths < 0 && sign > 1;
                return unknown ? 1 : meets(row.deaths, other) ? 2 : 0;
            }};
}

Predicate random_predicate(std::mt19937& random, const std::vector<Numbers>& rows, int depth) {
    const int kind = depth == 0 ? 0 : roll(random, 4);
    if (kind == 0) {
        return random_comparison(random, rows[random() % rows.size()]);
    }
    const Predicate one = random_predicate(random, rows, depth - 1);
    if (kind == 1) {
        return {fmt::format("not ({})", one.text),
                [=](const Numbers& row) { return 2 - one.truth(row); }};
    }
    const Predicate other = random_predicate(random, rows, depth - 1);
    const bool all = kind == 2;
    return {fmt::format("({}) {} ({})", one.text, all ? "and" : "or", other.text),
            [=](const Numbers& row) {
                return all ? std::min(one.truth(row), other.truth(row))
                           : std::max(one.truth(row), other.truth(row));
            }};
}

} // namespace

BOOST_AUTO_TEST_CASE(random_conditions_keep_the_rows_that_meet_them) {
    std::mt19937 random(7);
    std::size_t kept = 0;
    for (int i = 0; i < 500; ++i) {
        std::vector<Numbers> rows(1 + random() % 12);
        Table table = table_of({"Year", "The phase", "Deaths"}, {});
        for (Numbers& row : rows) {
            row = {2020 + roll(random, 4), roll(random, 3), roll(random, 5) - 1};
            table.rows.push_back({static_cast<int>(table.rows.size()),
                                  {std::to_string(row.year), fmt::format("Phase {}", row.phase),
                                   row.deaths < 0 ? "[c]" : std::to_string(row.deaths)}});
        }
        const Predicate predicate = random_predicate(random, rows, 4);
        std::vector<int> expected;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (predicate.truth(rows[row]) == 2) {
                expected.push_back(static_cast<int>(row));
            }
        }
        kept += expected.size();
        BOOST_TEST_CONTEXT(predicate.text) {
            if (expected.empty()) {
                BOOST_CHECK_THROW(lines(predicate.text, table), Error);
            } else {
                BOOST_TEST(lines(predicate.text, table) == expected,
                           boost::test_tools::per_element());
            }
        }
    }
    BOOST_TEST(kept > 1000U);
}

BOOST_AUTO_TEST_CASE(cells_are_read_by_the_rules_of_their_table) {
    const Table table =
        table_of({"Council", "Rate"}, {{"Fife", "12,5"}, {"Angus", "3,25"}, {"Moray", "~"}});
    const CellRules rules{.decimal = ',', .missing = {"~"}};
    const std::vector<Row> rows =
        test::rows_where(parse_condition("Rate > 10", table, at), table, rules, at);
    BOOST_REQUIRE(rows.size() == 1U);
    BOOST_TEST(rows.front().cells.front() == "Fife");
}

BOOST_AUTO_TEST_SUITE_END()
