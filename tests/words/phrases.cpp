#include "render/words/phrases.h"

#include "tests/facts/support_facts.h"
#include "tests/support.h"

namespace cairn::words {
BOOST_AUTO_TEST_SUITE(phrases)

namespace {

std::string opening_of(const std::string& title, const Noun& unit = {"story", "stories"}) {
    facts::Facts facts = test::bars({{"a", 1}});
    facts.title = title;
    facts.unit = unit;
    return opening(TextContext{facts, summarise(facts), test::english()});
}

std::string quantity_of(const facts::Facts& facts, double value) {
    return quantity(TextContext{facts, summarise(facts), test::english()}, value);
}

facts::Facts of_unit(const std::string& one, const std::string& other) {
    facts::Facts facts = test::bars({{"a", 1.5}}, {.decimals = 1});
    facts.unit = {one, other};
    return facts;
}

} // namespace

BOOST_AUTO_TEST_CASE(quantity_has_its_unit) {
    const facts::Facts stories = test::bars({{"a", 1}});
    BOOST_TEST(quantity_of(stories, 0) == "no stories");
    BOOST_TEST(quantity_of(stories, 1) == "1 story");
    BOOST_TEST(quantity_of(stories, 2) == "2 stories");
    BOOST_TEST(quantity_of(stories, 1234) == "1,234 stories");
    BOOST_TEST(quantity_of(of_unit("tonne", "tonnes"), 0) == "0 tonnes");
    BOOST_TEST(quantity_of(of_unit("tonne", "tonnes"), 1) == "1.0 tonnes");
    BOOST_TEST(quantity_of(of_unit("tonne", "tonnes"), 1.5) == "1.5 tonnes");
    BOOST_TEST(quantity_of(of_unit("degree", "degrees"), -1) == "\u22121.0 degrees");
    BOOST_TEST(quantity_of(of_unit("%", "%"), 12.5) == "12.5%");
    BOOST_TEST(quantity_of(of_unit("", ""), -3) == "\u22123.0");
}

BOOST_AUTO_TEST_CASE(a_title_runs_on_where_its_first_word_is_known) {
    BOOST_TEST(opening_of("Story origins by sector") == "bar chart of story origins by sector");
    BOOST_TEST(opening_of("Number of stories.") == "bar chart of number of stories");
    BOOST_TEST(opening_of("GPs by board", {"GP", "GPs"}) == "bar chart of GPs by board");
    BOOST_TEST(opening_of("Glasgow’s stories") == "bar chart “Glasgow’s stories”");
    BOOST_TEST(opening_of("Stories: who told them?") == "bar chart “Stories: who told them?”");
    BOOST_TEST(opening_of("") == "bar chart");
}

BOOST_AUTO_TEST_CASE(a_sentence_begins_with_no_digit_or_small_letter) {
    BOOST_TEST(opened({"Fife has 5", "council area"}, test::english()) == "Fife has 5");
    BOOST_TEST(opened({"16 to 24 has 5", "age group"}, test::english()) ==
               "The age group 16 to 24 has 5");
    BOOST_TEST(opened({"eBay and iPhone are level", "shops"}, test::english()) ==
               "The shops eBay and iPhone are level");
    BOOST_TEST(opened({"five sectors have 1 each", ""}, test::english()) ==
               "Five sectors have 1 each");
    BOOST_TEST(opened({"12 sectors have 1 each", ""}, test::english()) ==
               "In all, 12 sectors have 1 each");
    BOOST_TEST(opened({"Òban has 5", "town"}, test::english()) == "Òban has 5");
    BOOST_TEST(opened({"", ""}, test::english()) == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
