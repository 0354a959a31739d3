#include "render/input/figure/read_records.h"

#include "tests/input/figure/support_figure.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

using namespace cairn;
using input::Aggregate;

BOOST_AUTO_TEST_SUITE(read_records)

namespace {

test::FigureReading bar_of(const std::string& data, const std::string& more = "") {
    return test::read_one_figure("id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, label: L, " +
                                 data + "}\n" + more);
}

struct Reading {
    std::string_view data;
    std::string_view more;
    Aggregate of;
    std::string_view column;
    std::string_view heading;
};

constexpr Reading readings[] = {
    {"count: rows", "", Aggregate::count, "", "Records"},
    {"count: rows", "unit: {one: story, other: stories}", Aggregate::count, "", "Stories"},
    {"count: rows", "unit: {one: l, other: l}", Aggregate::count, "", "Number of l"},
    {"sum: Hours", "unit: {one: hour, other: hours}", Aggregate::sum, "Hours", "Hours"},
    {"mean: Waiting days", "", Aggregate::mean, "Waiting days", "Mean of Waiting days"},
    {"median: Age", "", Aggregate::median, "Age", "Median of Age"},
    {"distinct: Partner", "", Aggregate::distinct, "Partner", "Distinct values of Partner"},
    {"distinct: Partner", "unit: {one: partner, other: partners}", Aggregate::distinct, "Partner",
     "Partners"},
};

} // namespace

BOOST_AUTO_TEST_CASE(what_is_made_of_records_stands_in_place_of_the_value) {
    for (const Reading& reading : readings) {
        BOOST_TEST_CONTEXT(reading.data) {
            const auto [spec, told] = bar_of(std::string(reading.data), std::string(reading.more));
            BOOST_TEST(told.empty(), told);
            BOOST_REQUIRE(spec.data.records.aggregation);
            BOOST_TEST((spec.data.records.aggregation->of == reading.of));
            BOOST_TEST(spec.data.records.aggregation->column == reading.column);
            BOOST_TEST(spec.data.value_column == reading.heading);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_place_may_be_spelt_in_several_ways_where_values_add_up) {
    BOOST_TEST((bar_of("count: rows").spec.duplicates == input::Duplicates::sum));
    BOOST_TEST((bar_of("sum: Hours").spec.duplicates == input::Duplicates::sum));
    BOOST_TEST((bar_of("mean: Hours").spec.duplicates == input::Duplicates::error));
    BOOST_TEST((bar_of("value: Hours").spec.duplicates == input::Duplicates::error));
}

BOOST_AUTO_TEST_CASE(a_condition_goes_with_values_too) {
    const auto [spec, told] = bar_of("value: V, where: Year = 2023");
    BOOST_TEST(told.empty(), told);
    BOOST_TEST(spec.data.records.condition == "Year = 2023");
    BOOST_TEST(spec.data.records.condition_where.line == 4);
    BOOST_TEST(spec.data.records.condition_where.column == 48);
    BOOST_TEST(!spec.data.records.aggregation);
}

BOOST_AUTO_TEST_CASE(labels_may_be_made_of_pairs_and_bins) {
    const auto bars = [](const std::string& data) {
        return test::read_one_figure("id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, " + data +
                                     "}\n");
    };
    const auto [pairs, told] = bars("by: [Phase, How recorded], count: rows");
    BOOST_TEST(told.empty(), told);
    BOOST_TEST(pairs.data.records.by == (std::vector<std::string>{"Phase", "How recorded"}),
               boost::test_tools::per_element());
    BOOST_TEST(pairs.data.label_column == "Phase, How recorded");
    const auto numbers = bars("label: Age, count: rows, bin: 10").spec.data.records.bin;
    BOOST_REQUIRE(numbers);
    BOOST_TEST(std::get<double>(numbers->width) == 10.0);
    const auto dates = bars("label: Day, count: rows, bin: financial_year").spec.data.records.bin;
    BOOST_REQUIRE(dates);
    BOOST_TEST((std::get<input::Period>(dates->width) == input::Period::financial_year));

    const std::string_view no_list = " error: \"by\" is no list of two columns\n"
                                     "  write by: [Phase, How recorded], or one column as the "
                                     "label\n";
    const std::string_view no_bin = " error: \"bin\" is neither a number above zero nor a part of "
                                    "a year\n  write a width such as 10, or month, quarter, year "
                                    "or financial_year\n";
    BOOST_TEST(bars("by: [Phase], count: rows").told.ends_with(no_list));
    BOOST_TEST(bars("by: [A, A], count: rows").told.ends_with(no_list));
    BOOST_TEST(bars("by: [A, B, C], count: rows").told.ends_with(no_list));
    BOOST_TEST(bars("label: A, by: [A, B], count: rows")
                   .told.ends_with(" error: \"label\" and \"by\" both say what the labels are\n  "
                                   "keep one of the two\n"));
    BOOST_TEST(bars("label: A, count: rows, bin: 0").told.ends_with(no_bin));
    BOOST_TEST(bars("label: A, count: rows, bin: weeks").told.ends_with(no_bin));
    BOOST_TEST(
        bars("label: A, value: V, bin: 10")
            .told.ends_with(" error: \"bin\" puts records together, and the rows are none\n"
                            "  write count: rows, or sum: and the column, in place of value\n"));
    BOOST_TEST(bars("by: [A, B], count: rows, bin: 10")
                   .told.ends_with(" error: \"bin\" does not go with \"by\"\n"
                                   "  keep one of the two\n"));
    BOOST_TEST(bars("label: A, count: rows, bin: 10, top: 3")
                   .told.ends_with(" error: \"top\" does not go with \"bin\", whose labels have an "
                                   "order\n  keep one of the two\n"));
}

BOOST_AUTO_TEST_CASE(the_words_around_a_column_are_english) {
    const std::string gaelic = "language: gd\nitems: {one: r, two: r, few: r, other: r}\n";
    BOOST_TEST(bar_of("mean: Aois", gaelic).spec.data.value_language == "en");
    BOOST_TEST(bar_of("count: rows", gaelic).spec.data.value_language == "en");
    BOOST_TEST(bar_of("sum: Aois", gaelic).spec.data.value_language.empty());
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_told) {
    BOOST_TEST(bar_of("value: V, count: rows").told ==
               "f.yaml:4:48: error: \"value\" and \"count\" both say what the values are\n"
               "  keep one of the two\n");
    BOOST_TEST(bar_of("sum: V, median: V").told ==
               "f.yaml:4:47: error: \"sum\" and \"median\" both say what the values are\n"
               "  keep one of the two\n");
    BOOST_TEST(bar_of("count: stories").told ==
               "f.yaml:4:38: error: \"count\" cannot be \"stories\"\n"
               "  write \"rows\"\n");
    BOOST_TEST(test::read_one_figure("id: a\nkind: symbols\ntitle: T\nboundaries: "
                                     "scotland-councils\ndata: {file: d.csv, place: L, mean: V}\n")
                   .told ==
               "f.yaml:5:37: error: \"mean\" does not fit a map of circles, which shows amounts\n"
               "  write kind: choropleth, or a count or sum\n");
    BOOST_TEST(bar_of("value: V, top: 3").told ==
               "f.yaml:4:46: error: \"top\" adds the other values up, and not all values can be\n"
               "  write sum: and the column in place of value, where it holds counts\n");
    BOOST_TEST(bar_of("count: rows, top: 3").told.empty());
    BOOST_TEST(bar_of("value: V, where: ''").told ==
               "f.yaml:4:48: error: \"where\" is empty\n"
               "  write it like this: where: Year = 2023 and Phase = 'Phase 1'\n");
}

BOOST_AUTO_TEST_SUITE_END()
