#include "render/input/figure/read_table_format.h"

#include "tests/input/figure/support_figure.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using input::TableFormat;

BOOST_AUTO_TEST_SUITE(read_table_format)

namespace {

/// A bar chart whose data have these keys more, from column 44 of line 4 on.
test::FigureReading read(std::string_view keys) {
    return test::read_one_figure(
        "id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, label: L, value: V, " + std::string(keys) +
        "}\n");
}

struct BadInput {
    std::string_view keys;
    std::string_view message;
};

constexpr BadInput bad_inputs[] = {
    {"delimiter: ':'", "f.yaml:4:52: error: \"delimiter\" cannot be \":\"\n"
                       "  write \",\", \";\", \"tab\" or \"|\"\n"},
    {"encoding: latin-1", "f.yaml:4:51: error: \"encoding\" cannot be \"latin-1\"\n"
                          "  write \"utf-8\", \"utf-16\" or \"windows-1252\"\n"},
    {"sheet: ''", "f.yaml:4:48: error: \"sheet\" is empty\n"
                  "  write it like this: sheet: Table 3\n"},
    {"range: B5", "f.yaml:4:48: error: \"range\" cannot be \"B5\"\n"
                  "  write its first and its last cell: range: B5:H40\n"},
    {"header_row: 0",
     "f.yaml:4:53: error: \"header_row\" is 0, not a whole number from 1 to 1048576\n"
     "  write it like this: header_row: 4\n"},
    {"decimal: point", "f.yaml:4:50: error: \"decimal\" cannot be \"point\"\n"
                       "  write \".\" or \",\"\n"},
    {"missing: x", "f.yaml:4:50: error: \"missing\" is text, not a list\n"
                   "  write it like this: missing: [\"*\", \"x\"]\n"},
    {"missing: [x, '']", "f.yaml:4:54: error: \"missing\" holds something that is no mark\n"
                         "  write each mark in quotes: missing: [\"*\", \"x\"]; for empty cells, "
                         "write empty: missing\n"},
    {"empty: zero", "f.yaml:4:48: error: \"empty\" cannot be \"zero\"\n"
                    "  write \"missing\" or \"error\"\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(nothing_is_said) {
    const test::FigureReading plain = read("sheet: A");
    BOOST_TEST(plain.told == "");
    const TableFormat& format = plain.spec.data.format;
    BOOST_TEST(!format.delimiter.has_value());
    BOOST_TEST(!format.encoding.has_value());
    BOOST_TEST(!format.range.has_value());
    BOOST_TEST(!format.header_row.has_value());
    BOOST_TEST(!format.decimal.has_value());
    BOOST_TEST(format.missing.empty());
    BOOST_TEST(!format.empty_is_missing);
}

BOOST_AUTO_TEST_CASE(every_key) {
    const test::FigureReading full =
        read("delimiter: tab, encoding: utf-16, sheet: 2, range: B5:H40, header_row: 6, "
             "decimal: ',', missing: ['*', ' x '], empty: missing");
    BOOST_TEST(full.told == "");
    const TableFormat& format = full.spec.data.format;
    BOOST_TEST(format.delimiter.value() == '\t');
    BOOST_TEST((format.encoding.value() == Encoding::utf_16));
    BOOST_TEST(format.sheet == "2");
    BOOST_TEST(format.range.value().first.column == 2);
    BOOST_TEST(format.range.value().first.row == 5);
    BOOST_TEST(format.range.value().last.column == 8);
    BOOST_TEST(format.range.value().last.row == 40);
    BOOST_TEST(format.header_row.value() == 6);
    BOOST_TEST(format.decimal.value() == ',');
    BOOST_TEST(format.missing == (std::vector<std::string>{"*", "x"}),
               boost::test_tools::per_element());
    BOOST_TEST(format.empty_is_missing);
    BOOST_TEST(format.sheet_where.line == 4);
    BOOST_TEST(format.sheet_where.column > format.encoding_where.column);
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(read(bad.keys).told == bad.message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
