#include "render/words/summary.h"

#include "tests/facts/support_facts.h"
#include "tests/support.h"

namespace cairn::words {

using test::bars;
using test::none;

BOOST_AUTO_TEST_SUITE(summary)

BOOST_AUTO_TEST_CASE(facts_are_grouped_from_the_highest) {
    const Summary summary =
        summarise(bars({{"a", 1}, {"b", 6}, {"c", none}, {"d", 0}, {"e", 6}, {"f", 1}}));
    BOOST_TEST(summary.counts);
    BOOST_REQUIRE(summary.by_value.size() == 2U);
    BOOST_TEST(summary.by_value[0].value == 6);
    BOOST_TEST((summary.by_value[0].members == std::vector<std::size_t>{1, 4}));
    BOOST_TEST(summary.by_value[1].value == 1);
    BOOST_TEST((summary.by_value[1].members == std::vector<std::size_t>{0, 5}));
    BOOST_TEST((summary.zeros == std::vector<std::size_t>{3}));
    BOOST_TEST((summary.missing == std::vector<std::size_t>{2}));
    BOOST_TEST(summary.with_value == 5U);
}

BOOST_AUTO_TEST_CASE(a_zero_that_is_no_count_is_a_value) {
    const Summary summary = summarise(bars({{"a", -1}, {"b", 0}}));
    BOOST_TEST(!summary.counts);
    BOOST_TEST(summary.by_value.size() == 2U);
    BOOST_TEST(summary.zeros.empty());
}

BOOST_AUTO_TEST_CASE(counts_are_whole_from_zero_and_have_a_unit_that_adds_up) {
    facts::Facts facts = bars({{"a", 1}, {"b", 0}});
    BOOST_TEST(are_amounts(facts));
    for (const char* unit : {"%", "per cent", "percentage points", "stories per head", ""}) {
        facts.unit = {unit, unit};
        BOOST_TEST(!are_amounts(facts), unit << " has no total");
    }
    facts.unit = {"tonne", "tonnes"};
    facts.decimals = 1;
    BOOST_TEST(!are_amounts(facts));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
