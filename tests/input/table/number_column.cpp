#include "render/input/table/number_column.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace cairn;
using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(number_column)

namespace {

/// A table with one column, whose first row is on line 2.
Table table_of(const std::vector<std::string>& cells) {
    Table table{.file = "d.csv", .columns = {"Cases"}, .rows = {}};
    for (const std::string& cell : cells) {
        table.rows.push_back({static_cast<int>(table.rows.size()) + 2, {cell}});
    }
    return table;
}

NumberColumn read(const std::vector<std::string>& cells, const CellRules& rules = {}) {
    return read_numbers(table_of(cells), 0, rules);
}

std::string warnings_of(const NumberColumn& column) {
    std::string text;
    for (const Problem& warning : column.warnings) {
        text += to_string(warning, Severity::warning) + "\n";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(values_and_reasons) {
    const NumberColumn column = read({"1,449", "[c]", "*", "2.50", "1 to 4"});
    BOOST_TEST(column.problems.empty());
    BOOST_TEST(column.decimals == 2);
    BOOST_TEST(column.values[0].value() == 1449);
    BOOST_TEST(!column.values[1].has_value());
    BOOST_TEST(column.values[3].value() == 2.5);
    BOOST_TEST((column.reasons[0] == std::nullopt));
    BOOST_TEST((column.reasons[1] == Reason::suppressed));
    BOOST_TEST((column.reasons[2] == Reason::suppressed));
    BOOST_TEST((column.reasons[4] == Reason::range));
}

BOOST_AUTO_TEST_CASE(marks_are_told_once_a_reason) {
    BOOST_TEST(warnings_of(read({"7", "*", "c", "-", "*", "..", "[c]"})) ==
               "d.csv:3: warning: field 'Cases': 3 cells are \"*\" and \"c\": suppressed, drawn "
               "without a value\n"
               "  if that is right, write `missing: [\"*\", \"c\"]` in `data`\n"
               "d.csv:5: warning: field 'Cases': the cell is \"-\": no reason is given, drawn "
               "without a value\n"
               "  older tables may mean nil by it: then write 0; if there is no number, write "
               "`missing: [\"-\"]` in `data`\n");
    BOOST_TEST(warnings_of(read({"7", "*", "[c]", ".."}, {.missing = {"*"}})) == "");
}

BOOST_AUTO_TEST_CASE(what_stands_beside_numbers_is_told) {
    BOOST_TEST(
        warnings_of(read({"5 [p]", "6", "5r", "7 [p]"})) ==
        "d.csv:2: warning: field 'Cases': 3 cells have a mark beside the number, \"[p]\" and "
        "\"r\", which is not shown\n"
        "  say in `note` what it means, if readers should know\n");
    BOOST_TEST(warnings_of(read({"£1.2m", "£7"})) ==
               "d.csv:2: warning: field 'Cases': 1 number is abbreviated: \"£1.2m is 1,200,000\"\n"
               "  write the numbers in full if that is not what they mean\n");
    BOOST_TEST(warnings_of(read({"60%", "59", "0", "61%"})) ==
               "d.csv:3: warning: field 'Cases': 1 of 3 numbers have no %, and are read as per "
               "cent too: \"59\"\n"
               "  write all numbers of a column in one way\n");
}

BOOST_AUTO_TEST_CASE(the_sign_of_a_column) {
    BOOST_TEST(read({"£7", "[c]", "£1,234"}).sign == "£");
    BOOST_TEST(read({"7", "8"}).sign == "");
    const NumberColumn mixed = read({"£7", "8%"});
    BOOST_REQUIRE(mixed.problems.size() == 1u);
    BOOST_TEST(mixed.problems.front().what == "\"8%\" is in %, and the number on line 2 in £");
}

BOOST_AUTO_TEST_CASE(letters_are_marks_beside_numbers_alone) {
    const NumberColumn numbers = read({"5", "c", "x"});
    BOOST_TEST(numbers.problems.empty());
    const NumberColumn words = read({"c", "x"});
    BOOST_REQUIRE(words.problems.size() == 2u);
    BOOST_TEST(words.problems.front().what == "\"c\" is not a number");
    BOOST_TEST(holds_no_numbers(table_of({"c", "x", "z", "c"}), 0, {}));
    BOOST_TEST(!holds_no_numbers(table_of(std::vector<std::string>(40, "*")), 0, {}));
    std::vector<std::string> mostly(40, "c");
    mostly.emplace_back("12");
    BOOST_TEST(!holds_no_numbers(table_of(mostly), 0, {}));
}

BOOST_AUTO_TEST_CASE(a_column_of_marks_alone_holds_numbers) {
    BOOST_TEST(holds_numbers(table_of({"*", "[c]"}), 0, {}));
    BOOST_TEST(!holds_numbers(table_of({"*", "many"}), 0, {}));
    BOOST_TEST(!holds_numbers(table_of({}), 0, {}));
}

BOOST_AUTO_TEST_SUITE_END()
