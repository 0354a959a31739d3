#include "render/input/table/join.h"

#include "render/input/table/observations.h"
#include "render/input/table/read_selected.h"
#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <string>

using namespace cairn;
using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(join)

namespace {

constexpr std::string_view names = "Code,Name,People\nS1,Fife,3\nS2,Angus,2\nS3,Moray,1\n";

/// Stories by the names that another table has for their codes.
DataSpec spec_of(Aggregate of = Aggregate::count) {
    DataSpec spec;
    spec.source = "d.csv";
    spec.shown = "d.csv";
    spec.label_column = "Name";
    spec.value_column = "Stories";
    spec.records.condition_where = {.file = "f.yaml", .line = 4};
    spec.records.aggregation = Aggregation{.of = of};
    spec.records.join = JoinSpec{.file = "n.csv",
                                 .shown = "n.csv",
                                 .key = "Code",
                                 .to = "Council",
                                 .where = {.file = "f.yaml", .line = 5}};
    return spec;
}

std::string answer(const DataSpec& spec) {
    try {
        const Table table = input::read_selected(spec);
        std::string text = fmt::format("{}\n", fmt::join(table.columns, ","));
        for (const Row& row : table.rows) {
            text += fmt::format("{}: {}\n", row.line, fmt::join(row.cells, ","));
        }
        for (const Problem& warning : table.warnings) {
            text += to_string(warning, Severity::warning) + "\n";
        }
        for (const Problem& notice : table.notices) {
            text += to_string(notice, Severity::advice) + "\n";
        }
        return text;
    } catch (const Error& error) {
        std::string text;
        for (const Problem& problem : error.problems()) {
            text += to_string(problem, Severity::error) + "\n";
        }
        return text;
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(columns_of_the_second_table_are_like_those_of_the_first) {
    const test::WorkingFolder folder;
    folder.write("n.csv", names);
    folder.write("d.csv", "Council,Phase\nS2,1\n S1 ,1\nS1,2\nS2,2\n");
    const std::string unused = "f.yaml:5: advice: 1 of 3 keys of n.csv are in no row of d.csv\n";
    DataSpec spec = spec_of();
    BOOST_TEST(answer(spec) == "Name,Stories\n2: Angus,2\n3: Fife,2\n" + unused);
    spec.records.condition = "Name = Fife and Phase = 1";
    BOOST_TEST(answer(spec) == "Name,Stories\n3: Fife,1\n" + unused +
                                   "f.yaml:4: advice: `where` takes 1 of 4 rows of d.csv\n");
    spec = spec_of(Aggregate::sum);
    spec.records.aggregation->column = "People";
    spec.label_column = "Phase";
    BOOST_TEST(answer(spec) == "Phase,Stories\n2: 1,5\n4: 2,5\n" + unused);
    spec.records.aggregation.reset(); // rows as they are
    BOOST_TEST(answer(spec) == "Council,Phase,Name,People\n2: S2,1,Angus,2\n3: S1,1,Fife,3\n"
                               "4: S1,2,Fife,3\n5: S2,2,Angus,2\n" +
                                   unused);
}

BOOST_AUTO_TEST_CASE(a_column_of_both_tables_is_told_as_such) {
    const test::WorkingFolder folder;
    folder.write("d.csv", "Council,People\nS1,4\nS2,5\n");
    folder.write("n.csv", names);
    DataSpec spec = spec_of();
    spec.value_column = "People";
    spec.value_where = {.file = "f.yaml", .line = 3};
    spec.records.aggregation.reset();
    const Table table = input::read_selected(spec);
    BOOST_TEST(test::error_text([&] { input::read_observations(table, spec); }) ==
               "f.yaml:3: error: d.csv and the table that is joined both have a column \"People\"\n"
               "  give it another name in one of the two\n");
}

BOOST_AUTO_TEST_CASE(what_a_second_table_divides_by_counts_once_a_key) {
    const test::WorkingFolder folder;
    folder.write("d.csv", "Council,Quarter,Cases\nS1,1,4\nS1,2,5\nS2,1,1\n");
    folder.write("n.csv", names);
    DataSpec spec = spec_of();
    spec.value_column = "Cases";
    spec.records.aggregation.reset();
    spec.rate = RateSpec{.column = "People", .factor = 1};
    const Observations rows = input::read_observations(input::read_selected(spec), spec);
    BOOST_TEST(rows.per_is_joined);
    BOOST_TEST(rows.rows.at(0).per.value() == 3);
}

BOOST_AUTO_TEST_CASE(rows_without_a_partner_are_told) {
    const test::WorkingFolder folder;
    folder.write("n.csv", names);
    folder.write("d.csv", "Council,Phase\nS1,1\nS9,1\nS8,1\nS9,1\nS2,1\nS3,1\n");
    BOOST_TEST(answer(spec_of()) ==
               "Name,Stories\n2: Fife,1\n6: Angus,1\n7: Moray,1\n"
               "d.csv:3: warning: field 'Council': 3 of 6 rows have no partner in n.csv and are "
               "left out: \"S9\" and \"S8\"\n  add a row for each of these to n.csv\n");
    folder.write("d.csv", "Council,Phase\nFife,1\nMoray,1\n");
    BOOST_TEST(
        answer(spec_of()) ==
        "f.yaml:5: error: no row of d.csv has a key of n.csv: it has \"Fife\" and \"Moray\"\n"
        "  name the columns that hold the same keys\n");
}

BOOST_AUTO_TEST_CASE(keys_that_join_nothing) {
    const test::WorkingFolder folder;
    folder.write("d.csv", "Council,Phase\nS1,1\n");
    folder.write("n.csv", "Code,Name\nS1,Fife\nS2,Angus\nS1,Moray\n,Bute\n");
    BOOST_TEST(answer(spec_of()) ==
               "n.csv:4: error: field 'Code': \"S1\" stands on line 2 too, and each key joins one "
               "row\n  leave one of the two rows in\n"
               "n.csv:5: error: field 'Code': the cell is empty\n  write the key of this row\n");
    folder.write("n.csv", "Key,Name\nS1,Fife\n");
    BOOST_TEST(answer(spec_of()) == "f.yaml:5: error: n.csv has no column \"Code\"\n"
                                    "  its columns are \"Key\", \"Name\"\n");
    folder.write("n.csv", names);
    folder.write("d.csv", "Area,Phase\nS1,1\n");
    BOOST_TEST(answer(spec_of()) == "f.yaml:5: error: d.csv has no column \"Council\"\n"
                                    "  its columns are \"Area\", \"Phase\"\n");
}

BOOST_AUTO_TEST_SUITE_END()
