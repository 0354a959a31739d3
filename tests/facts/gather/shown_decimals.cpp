#include "render/facts/gather/shown_decimals.h"

#include "render/words/describe.h"
#include "tests/facts/support_facts.h"
#include "tests/facts/support_marks.h"

#include <string>
#include <vector>

// All values of a column are told with the same number of decimals.

using namespace cairn;
using facts::Facts;
using words::Words;

BOOST_AUTO_TEST_SUITE(shown_decimals)

namespace {

using Texts = std::vector<std::string>;

constexpr auto none = std::nullopt;

Words words_of(const test::Rows& rows, const std::string& unit = "") {
    Facts facts = test::bars(rows, {"Share", "Sector", "Share", 1});
    facts.unit = {unit, unit};
    return words::describe(facts, test::english());
}

} // namespace

BOOST_AUTO_TEST_CASE(as_many_as_any_has_up_to_three) {
    BOOST_TEST(facts::shown_decimals(std::vector<double>{6, 12, 0}) == 0);
    BOOST_TEST(facts::shown_decimals(std::vector<double>{6, 2.1, -1.75}) == 2);
    BOOST_TEST(facts::shown_decimals(std::vector{1.0 / 3, 2.0}) == 3);
    BOOST_TEST(facts::shown_decimals(std::vector<double>{}) == 0);
}

BOOST_AUTO_TEST_CASE(more_where_a_value_would_look_like_zero) {
    BOOST_TEST(facts::shown_decimals(std::vector{0.00012, 0.5}) == 4);
    BOOST_TEST(facts::shown_decimals(std::vector{-0.000004, 0.5}) == 6);
}

BOOST_AUTO_TEST_CASE(labels_tables_and_words_agree) {
    const Words words = words_of({{"A", 6}, {"B", 2.1}, {"C", 0}, {"D", none}}, "%");
    BOOST_TEST(test::values_of_marks(words) == (Texts{"6.0%", "2.1%", "0%", "no data"}),
               boost::test_tools::per_element());
    for (std::size_t i = 0; i < words.table.rows.size(); ++i) {
        BOOST_TEST(words.table.rows[i].at(1) == words.marks[i].value);
    }
    BOOST_TEST(words.marks.front().name == "A: 6.0%");
    BOOST_TEST(words.list == "Share: A 6.0%, B 2.1%, C 0%, D no data");
    BOOST_TEST((words.short_text.find("6.0% (A)") != std::string::npos), words.short_text);
    BOOST_TEST((words.description.find("6.0%") != std::string::npos), words.description);
}

BOOST_AUTO_TEST_CASE(whole_numbers_stay_whole) {
    BOOST_TEST(test::values_of_marks(words_of({{"A", 6}, {"B", 1200}})) == (Texts{"6", "1,200"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_noun_goes_with_a_number_as_written) {
    Facts facts = test::bars({{"A", 1}, {"B", 2.5}}, {"Share", "Sector", "Share", 1});
    facts.unit = {"point", "points"};
    BOOST_TEST(test::names_of_marks(words::describe(facts, test::english())) ==
                   (Texts{"A: 1.0 points", "B: 2.5 points"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
