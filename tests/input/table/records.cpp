#include "render/input/table/records.h"

#include "base/read_number.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>

using namespace cairn;
using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(records)

namespace {

Table table_of(std::vector<std::string> columns,
               const std::vector<std::vector<std::string>>& rows) {
    Table table{.file = "d.csv", .columns = std::move(columns), .rows = {}};
    for (const auto& cells : rows) {
        table.rows.push_back({static_cast<int>(table.rows.size()) + 2, cells});
    }
    return table;
}

DataSpec spec_of(Aggregate of, std::string column = {}) {
    DataSpec spec;
    spec.label_column = "Phase";
    spec.value_column = "Made";
    spec.records.condition_where = {.file = "f.yaml", .line = 4, .column = 30};
    spec.records.aggregation =
        Aggregation{of, std::move(column), {.file = "f.yaml", .line = 4, .column = 50}};
    return spec;
}

Table stories() {
    return table_of({"Phase", "Hours", "Partner"}, {{"Phase 1", "0.1", "A"},
                                                    {"Phase 2", "7", "B"},
                                                    {"Phase 1", "0.2", "A"},
                                                    {"Phase 1", "[c]", "B"},
                                                    {"Phase 3", "[u]", ""},
                                                    {"Phase 2", "8.25", "B"}});
}

std::string shown(const Table& table) {
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
}

const std::string no_hours =
    "d.csv: warning: field 'Hours': 2 of 6 records have no value, and add nothing\n";

std::string few_for(const std::string& labels) {
    return "d.csv: warning: field 'Hours': fewer than 5 records have a value for " + labels +
           "\n  say so in the note, or put labels together\n";
}

} // namespace

BOOST_AUTO_TEST_CASE(a_row_a_label_in_the_order_of_the_first) {
    BOOST_TEST(shown(selected(stories(), spec_of(Aggregate::count))) ==
               "Phase,Made\n2: Phase 1,3\n3: Phase 2,2\n6: Phase 3,1\n");
    BOOST_TEST(shown(selected(stories(), spec_of(Aggregate::sum, "Hours"))) ==
               "Phase,Made\n2: Phase 1,0.30\n3: Phase 2,15.25\n6: Phase 3,[u]\n" + no_hours);
    BOOST_TEST(shown(selected(stories(), spec_of(Aggregate::mean, "Hours"))) ==
               "Phase,Made\n2: Phase 1,0.150\n3: Phase 2,7.625\n6: Phase 3,[u]\n" + no_hours +
                   few_for("\"Phase 1\" and \"Phase 2\""));
    BOOST_TEST(shown(selected(stories(), spec_of(Aggregate::median, "Hours"))) ==
               "Phase,Made\n2: Phase 1,0.150\n3: Phase 2,7.625\n6: Phase 3,[u]\n" + no_hours +
                   few_for("\"Phase 1\" and \"Phase 2\""));
    BOOST_TEST(shown(selected(stories(), spec_of(Aggregate::distinct, "Partner"))) ==
               "Phase,Made\n2: Phase 1,2\n3: Phase 2,1\n6: Phase 3,0\n"
               "d.csv: warning: field 'Partner': 1 of 6 records have no value, and add nothing\n");
}

BOOST_AUTO_TEST_CASE(labels_of_panels_stay_apart) {
    DataSpec spec = spec_of(Aggregate::count);
    spec.panel_column = "Partner";
    BOOST_TEST(shown(selected(stories(), spec)) ==
               "Phase,Partner,Made\n2: Phase 1,A,2\n3: Phase 2,B,2\n5: Phase 1,B,1\n"
               "6: Phase 3,,1\n");
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_counted) {
    DataSpec spec = spec_of(Aggregate::count);
    spec.records.condition = "Partner = A";
    BOOST_TEST(shown(selected(stories(), spec)) ==
               "Phase,Made\n2: Phase 1,2\n"
               "f.yaml:4:30: advice: `where` takes 2 of 6 rows of d.csv\n");
    spec.records.aggregation.reset();
    BOOST_TEST(shown(selected(stories(), spec)) ==
               "Phase,Hours,Partner\n2: Phase 1,0.1,A\n4: Phase 1,0.2,A\n"
               "f.yaml:4:30: advice: `where` takes 2 of 6 rows of d.csv\n");
}

BOOST_AUTO_TEST_CASE(labels_below_the_highest_are_one) {
    const Table table =
        table_of({"Phase", "Hours"},
                 {{"C", "1"}, {"A", "5.5"}, {"D", "2"}, {"B", "7"}, {"A", "1"}, {"E", "[x]"}});
    DataSpec spec = spec_of(Aggregate::sum, "Hours");
    spec.records.top = 2;
    spec.records.top_where = spec.records.condition_where;
    spec.records.rest = "Other";
    BOOST_TEST(shown(selected(table, spec)) ==
               "Phase,Made\n3: A,6.5\n5: B,7.0\n2: Other (3),3.0\n"
               "d.csv: warning: field 'Hours': 1 of 6 records have no value, and add nothing\n"
               "f.yaml:4:30: advice: \"Other (3)\" stands for \"C\", \"D\" and \"E\"\n");
    const Table made = selected(table, spec);
    BOOST_TEST(made.rest_of == 3U);
    BOOST_TEST(made.rest_with_some == 2U);
    BOOST_TEST(selected(stories(), spec_of(Aggregate::count)).rest_of == 0U);
    // Those level with the last stand alone too, or, where they are very many, none of them does.
    const Table level =
        table_of({"Phase"}, {{"A"}, {"A"}, {"B"}, {"B"}, {"C"}, {"C"}, {"D"}, {"E"}});
    DataSpec counts = spec_of(Aggregate::count);
    counts.records.rest = "Other";
    counts.records.top = 2;
    BOOST_TEST(shown(selected(level, counts))
                   .starts_with("Phase,Made\n2: A,2\n4: B,2\n6: C,2\n8: Other (2),2\n"));
    const Table many = table_of({"Phase"}, {{"A"}, {"A"}, {"B"}, {"C"}, {"D"}, {"E"}, {"F"}});
    BOOST_TEST(shown(selected(many, counts)).starts_with("Phase,Made\n2: A,2\n4: Other (5),5\n"));
    spec.records.top = 4; // one alone has a name of its own
    BOOST_TEST(selected(table, spec).rows.size() == 5U);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_added_is_told) {
    BOOST_TEST(test::error_text([] { selected(stories(), spec_of(Aggregate::sum, "Ours")); }) ==
               "f.yaml:4:50: error: d.csv has no column \"Ours\"\n"
               "  did you mean \"Hours\"?\n");
    const std::string remedy =
        "  write the number alone, such as 1234 or 0.5; [x] where it is not known\n";
    BOOST_TEST(test::error_text([] { selected(stories(), spec_of(Aggregate::mean, "Partner")); }) ==
               "d.csv:2: error: field 'Partner': \"A\" is not a number\n" + remedy +
                   "d.csv:3: error: field 'Partner': \"B\" is not a number\n" + remedy +
                   "d.csv:4: error: field 'Partner': \"A\" is not a number\n" + remedy +
                   "d.csv: error: field 'Partner': 3 more cells of this column cannot be read\n"
                   "  mend these first: the others are likely to be alike\n");
}

BOOST_AUTO_TEST_CASE(each_pair_has_a_row) {
    DataSpec spec = spec_of(Aggregate::count);
    spec.records.by = {"Partner", "Phase"};
    spec.label_column = "Partner, Phase";
    Table table = stories();
    table.rows.erase(table.rows.begin() + 4); // without a partner
    BOOST_TEST(shown(selected(table, spec)) == "Partner, Phase,Partner,Phase,Made\n"
                                               "2: A (Phase 1),A,Phase 1,2\n"
                                               "0: A (Phase 2),A,Phase 2,0\n"
                                               "5: B (Phase 1),B,Phase 1,1\n"
                                               "3: B (Phase 2),B,Phase 2,2\n");
    // Of no records there is no mean.
    spec.records.aggregation = Aggregation{Aggregate::mean, "Hours", {}};
    table.rows.erase(table.rows.begin() + 3);
    BOOST_TEST(shown(selected(table, spec)) ==
               "Partner, Phase,Partner,Phase,Made\n2: A (Phase 1),A,Phase 1,0.150\n"
               "3: B (Phase 2),B,Phase 2,7.625\n" +
                   few_for("\"A (Phase 1)\" and \"B (Phase 2)\""));
    // Numbers that stand in the table have their pairs too.
    spec.records.aggregation.reset();
    BOOST_TEST(shown(selected(table, spec)) == "Phase,Hours,Partner,Partner, Phase\n"
                                               "2: Phase 1,0.1,A,A (Phase 1)\n"
                                               "3: Phase 2,7,B,B (Phase 2)\n"
                                               "4: Phase 1,0.2,A,A (Phase 1)\n"
                                               "7: Phase 2,8.25,B,B (Phase 2)\n");
}

BOOST_AUTO_TEST_CASE(bins_stand_in_order_and_none_is_left_out) {
    const Table table = table_of({"Age", "Day", "Hours"}, {{"35", "2024-03-31", "1"},
                                                           {"7", "2023-12-01", "2.5"},
                                                           {"[x]", "", "4"},
                                                           {"39", "2024-03", "[c]"},
                                                           {"0", "2023-12-31", "1"}});
    DataSpec spec = spec_of(Aggregate::count);
    spec.label_column = "Age";
    spec.records.bin = BinSpec{.width = 10.0};
    BOOST_TEST(shown(selected(table, spec)) ==
               "Age,Made\n3: 0 to 9,2\n0: 10 to 19,0\n0: 20 to 29,0\n2: 30 to 39,2\n"
               "d.csv: warning: field 'Age': 1 of 5 records have no value, and are in no bin\n");
    spec.label_column = "Day";
    spec.records.bin = BinSpec{.width = Period::month};
    BOOST_TEST(
        shown(selected(table, spec))
            .starts_with("Day,Made\n3: December 2023,2\n0: January 2024,0\n0: February 2024,0\n"
                         "2: March 2024,2\n"));
    spec.records.bin = BinSpec{.width = Period::quarter};
    spec.records.aggregation = Aggregation{Aggregate::mean, "Hours", {}};
    BOOST_TEST(
        shown(selected(table, spec))
            .starts_with(
                "Day,Made\n3: October to December 2023,1.75\n2: January to March 2024,1.00\n"));
}

BOOST_AUTO_TEST_CASE(too_many_bins_and_pairs) {
    Table table = table_of({"Age", "Phase"}, {});
    for (int i = 0; i < 40; ++i) {
        table.rows.push_back({i, {fmt::format("{}", 1000 * i), fmt::format("{}", i % 30)}});
    }
    DataSpec spec = spec_of(Aggregate::count);
    spec.label_column = "Age";
    spec.records.bin = BinSpec{.width = 10.0, .where = {.file = "f.yaml", .line = 5}};
    BOOST_TEST(test::error_text([&] { selected(table, spec); }) ==
               "f.yaml:5: error: from \"0 to 9\" to \"39,000 to 39,009\" there are 3901 bins, and "
               "1000 are drawn at most\n  take larger bins, or leave records out by `where`\n");
    spec.records.bin.reset();
    spec.records.by = {"Age", "Phase"};
    spec.records.by_where = {.file = "f.yaml", .line = 6};
    BOOST_TEST(test::error_text([&] { selected(table, spec); }) ==
               "f.yaml:6: error: \"Age\" and \"Phase\" make 1200 pairs, and 1000 are drawn at "
               "most\n  name columns of fewer entries, or pick some by `where`\n");
}

// The oracle keeps all numbers, as hundredths, in sorted lists.
BOOST_AUTO_TEST_CASE(random_records_come_to_what_a_recount_says) {
    std::mt19937 random(11);
    for (int i = 0; i < 200; ++i) {
        Table table = table_of({"Phase", "Hours"}, {});
        std::map<std::string, std::multiset<std::int64_t>> hundredths;
        const std::size_t rows = 1 + random() % 200;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::string label = std::string(1, static_cast<char>('a' + random() % 5));
            const auto number = static_cast<std::int64_t>(random() % 2'000'000'000) - 1'000'000'000;
            const std::int64_t size = std::abs(number);
            hundredths[label].insert(number);
            table.rows.push_back({static_cast<int>(row),
                                  {label, fmt::format("{}{}.{:02}", number < 0 ? "-" : "",
                                                      size / 100, size % 100)}});
        }
        const auto values = [&](Aggregate of) {
            std::map<std::string, double> by_label;
            for (const Row& row : selected(table, spec_of(of, "Hours")).rows) {
                const auto read = parse_number(row.cells.back());
                BOOST_REQUIRE(std::holds_alternative<Number>(read));
                by_label[row.cells.front()] = std::get<Number>(read).value;
            }
            BOOST_TEST(by_label.size() == hundredths.size());
            return by_label;
        };
        const auto counts = values(Aggregate::count);
        const auto sums = values(Aggregate::sum);
        const auto means = values(Aggregate::mean);
        const auto medians = values(Aggregate::median);
        const auto distinct = values(Aggregate::distinct);
        for (const auto& [label, numbers] : hundredths) {
            std::int64_t sum = 0;
            for (const std::int64_t number : numbers) {
                sum += number;
            }
            const auto count = static_cast<double>(numbers.size());
            const double exact = static_cast<double>(sum) / 100;
            const auto low =
                std::next(numbers.begin(), static_cast<long>((numbers.size() - 1) / 2));
            const auto high = std::next(numbers.begin(), static_cast<long>(numbers.size() / 2));
            BOOST_TEST(counts.at(label) == count);
            BOOST_TEST(sums.at(label) == exact);
            BOOST_TEST(std::abs(means.at(label) - exact / count) <= 0.00051);
            BOOST_TEST(medians.at(label) == static_cast<double>(*low + *high) / 200);
            BOOST_TEST(
                distinct.at(label) ==
                static_cast<double>(std::set<std::int64_t>(numbers.begin(), numbers.end()).size()));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
