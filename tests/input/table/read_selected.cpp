#include "render/input/table/read_selected.h"

#include "render/input/table/observations.h"
#include "render/input/table/read_grid.h"
#include "render/input/table/records.h"
#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

using namespace cairn;
using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(read_selected)

namespace {

DataSpec spec_of(Aggregate of, std::string column = {}) {
    DataSpec spec;
    spec.source = "d.csv";
    spec.shown = "d.csv";
    spec.label_column = "Council";
    spec.label_where = {.file = "f.yaml", .line = 3};
    spec.value_column = "Made";
    spec.records.condition_where = {.file = "f.yaml", .line = 4};
    spec.records.aggregation = Aggregation{of, std::move(column), {.file = "f.yaml", .line = 5}};
    return spec;
}

std::string shown(const Table& table) {
    std::string text = fmt::format("{}\n", fmt::join(table.columns, ","));
    for (const Row& row : table.rows) {
        text += fmt::format("{}: {}\n", row.line, fmt::join(row.cells, ","));
    }
    for (const OtherRow& row : table.other_rows) {
        text += fmt::format("{} {}: {}\n", static_cast<int>(row.kind), row.line, row.text);
    }
    for (const Problem& warning : table.warnings) {
        text += to_string(warning, Severity::warning) + "\n";
    }
    for (const Problem& notice : table.notices) {
        text += to_string(notice, Severity::advice) + "\n";
    }
    return text;
}

std::string answer(const auto& read) {
    try {
        return shown(read());
    } catch (const Error& error) {
        std::string text;
        for (const Problem& problem : error.problems()) {
            text += to_string(problem, Severity::error) + "\n";
        }
        return text;
    }
}

/// What comes of a table that is held whole before it is looked at.
std::string held_whole(const DataSpec& spec) {
    return answer([&] {
        return selected(read_table(read_grids(spec.source, spec.shown, spec.format),
                                   wanted_columns(spec), spec.format),
                        spec);
    });
}

std::string row_by_row(const DataSpec& spec) {
    return answer([&] { return input::read_selected(spec); });
}

} // namespace

// One fault at a time: of several, those in the columns asked for are told first.
BOOST_AUTO_TEST_CASE(records_give_the_same_row_by_row_as_held_whole) {
    constexpr std::array<std::string_view, 5> above{"", "Stories of councils\n\n", "\n", "A,B\n",
                                                    "sep=,\n"};
    constexpr std::array<std::string_view, 6> below{"",
                                                    "\nSource: NRS\n",
                                                    "Source: NRS, 2024\n\"Note 1: in\nlines\"\n",
                                                    "\nIslands apart\n",
                                                    "\nIslands apart\n\nFife,7,A\n",
                                                    "Moray\n"};
    constexpr std::array<std::string_view, 8> cells{"12",    "3.25", "[c]", "-1",
                                                    "\"4\"", "1,5",  "x",   "\"two\nlines\""};
    constexpr std::array aggregates{Aggregate::count, Aggregate::sum, Aggregate::mean,
                                    Aggregate::median, Aggregate::distinct};
    const test::WorkingFolder folder;
    std::mt19937 random(5);
    int tables = 0;
    for (int i = 0; i < 300; ++i) {
        std::string text(above.at(random() % above.size()));
        text += "Council,Hours,Phase\n";
        const bool is_long = i % 20 == 0; // than a heading is looked for
        const std::size_t sound = random() % 3 == 0 ? cells.size() : 5;
        for (auto rows = is_long ? 1200 + random() % 500 : random() % 20; rows > 0; --rows) {
            text += random() % 2 == 0 ? "Fife," : "Angus,";
            text += cells.at(random() % sound);
            text += random() % 2 == 0 ? ",A\n" : ",B\r\n";
        }
        text += below.at(random() % below.size());
        folder.write("d.csv", text);
        DataSpec spec = spec_of(aggregates.at(random() % aggregates.size()), "Hours");
        if (spec.records.aggregation->of == Aggregate::count) {
            spec.records.aggregation->column.clear();
        }
        if (random() % 2 == 0) {
            spec.records.condition = random() % 2 == 0 ? "Phase = A" : "Phase != C";
        }
        const std::string whole = held_whole(spec);
        BOOST_TEST(row_by_row(spec) == whole);
        tables += whole.find("error") == whole.npos ? 1 : 0;
    }
    BOOST_TEST(tables > 100);
}

BOOST_AUTO_TEST_CASE(the_columns_of_a_condition_help_to_find_the_heading) {
    const test::WorkingFolder folder;
    folder.write("d.csv", "Council,Hours\nScotland,9\n\nCouncil,Year,Hours\nFife,2023,2\n"
                          "Fife,2022,3\nFife,2023,4\n");
    DataSpec spec = spec_of(Aggregate::sum, "Hours");
    spec.records.condition = "Year = 2023";
    BOOST_TEST(row_by_row(spec) == held_whole(spec));
    const Table table = input::read_selected(spec);
    BOOST_REQUIRE(table.rows.size() == 1U);
    BOOST_TEST(table.rows[0].cells.back() == "6");
    spec.records.condition = "Yaer = 2023"; // is still told as what it is
    BOOST_TEST(test::error_text([&] {
                   input::read_selected(spec);
               }).find("d.csv has no column \"Yaer\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_heading_far_down_is_found_where_it_is_said_to_be) {
    const test::WorkingFolder folder;
    std::string text;
    for (int i = 0; i < 1500; ++i) {
        text += fmt::format("line {},x\n", i + 1);
    }
    folder.write("d.csv", text + "Council,Hours\nFife,2\n\nFife,3\n");
    DataSpec spec = spec_of(Aggregate::sum, "Hours");
    spec.format.header_row = 1501;
    spec.format.header_row_where = {.file = "f.yaml", .line = 6};
    BOOST_TEST(row_by_row(spec) == held_whole(spec));
    BOOST_TEST(input::read_selected(spec).rows.front().cells.back() == "5");
    spec.format.header_row = 1503;
    BOOST_TEST(row_by_row(spec) == held_whole(spec));
    BOOST_TEST(row_by_row(spec) == "f.yaml:6: error: row 1503 of d.csv is empty\n"
                                   "  its rows are 1 to 1504; say where the heading is\n");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_very_many_rows_is_told_of_some) {
    const test::WorkingFolder folder;
    std::string text = "Council,Hours\n";
    for (int i = 0; i < 5000; ++i) {
        text += "Fife,a,b\n";
    }
    folder.write("d.csv", text);
    std::size_t told = 0;
    try {
        input::read_selected(spec_of(Aggregate::count));
    } catch (const Error& error) {
        told = error.problems().size();
    }
    BOOST_TEST(told == 1000U);
}

BOOST_AUTO_TEST_CASE(too_many_labels) {
    const test::WorkingFolder folder;
    std::string text = "Council,Hours\n";
    for (int i = 0; i <= 1'000'000; ++i) {
        text += fmt::format("{},1\n", i);
    }
    folder.write("d.csv", text);
    BOOST_TEST(test::error_text([] { input::read_selected(spec_of(Aggregate::count)); }) ==
               "f.yaml:3: error: \"Council\" has more than a million different entries\n"
               "  name a column whose entries records share\n");
}

BOOST_AUTO_TEST_SUITE_END()
