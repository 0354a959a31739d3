#include "render/words/headline.h"

#include "render/words/describe.h"
#include "tests/facts/support_many.h"
#include "tests/words/support_claims.h"

namespace cairn::words::tests {
BOOST_AUTO_TEST_SUITE(headline)

namespace {

using test::between;
using test::has;
using test::none;
using test::Rows;

std::string headline_of(const facts::Facts& facts,
                        const input::Catalogue& words = test::english()) {
    const Summary summary = summarise(facts);
    return words::headline({facts, summary, words});
}

/// A row of areas, each joined to the next, from north to south.
facts::Facts row_of_areas(const std::vector<std::pair<std::string, double>>& areas,
                          const test::About& about = {}) {
    geo::Regions regions;
    test::Rows rows;
    double top = 0;
    for (const auto& [name, value] : areas) {
        regions.regions.push_back({.code = "S12 code of " + name,
                                   .name = name,
                                   .name_gd = {},
                                   .geometry = {{{0, top - 1}, {1, top - 1}, {1, top}, {0, top}}}});
        rows.emplace_back(name, value);
        top -= 1;
    }
    test::Ground ground{.regions = regions};
    return test::facts_of(ground, rows, input::Absent::zero, about);
}

const std::vector<std::pair<std::string, double>> twelve{
    {"Ardle", 0}, {"Brae", 0}, {"Carn", 8}, {"Dour", 6}, {"Earn", 4}, {"Fyne", 2},
    {"Garry", 0}, {"Hope", 1}, {"Isla", 0}, {"Kyle", 0}, {"Lyon", 1}, {"Moy", 0}};

} // namespace

BOOST_AUTO_TEST_CASE(bars_of_counts) {
    const std::tuple<const char*, test::Rows, std::string> cases[] = {
        {"one ahead",
         {{"Third sector", 19}, {"Health / NHS", 6}, {"Statutory agency", 6}, {"Education", 8}},
         "Third sector accounts for nearly half of the stories"},
        {"one ahead, in the plural",
         {{"Unpaid carers", 19}, {"Health", 7}, {"Education", 12}},
         "Unpaid carers account for half of the stories"},
        {"a label with digits",
         {{"16 to 24", 19}, {"25 to 34", 6}, {"35 to 44", 5}},
         "The sector 16 to 24 accounts for more than three fifths of the stories"},
        {"a few ahead together",
         {{"A", 10}, {"B", 9}, {"C", 3}, {"D", 2}, {"E", 2}},
         "A and B account for nearly three quarters of the stories"},
        {"all in one", {{"A", 12}, {"B", 0}, {"C", 0}}, "A accounts for all of the stories"},
        {"too few to tell shares", {{"A", 5}, {"B", 1}, {"C", 1}}, ""},
        {"all equal", {{"A", 5}, {"B", 5}, {"C", 5}}, ""},
        {"all zero", {{"A", 0}, {"B", 0}}, ""},
        {"all missing", {{"A", none}, {"B", none}}, ""},
        {"a single row", {{"A", 50}}, ""},
        {"none far ahead", {{"A", 5}, {"B", 6}, {"C", 7}, {"D", 5}, {"E", 6}}, ""},
    };
    for (const auto& [name, rows, text] : cases) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(headline_of(test::bars(rows)) == text);
        }
    }
}

BOOST_AUTO_TEST_CASE(bars_of_measures) {
    const test::About age{"Age by sector", "Sector", "Average age", 1};
    const std::tuple<const char*, test::Rows, std::string> cases[] = {
        {"far ahead",
         {{"Health", 64.2}, {"Arts", 40.5}, {"NHS", 31}},
         "Health is highest, at 64.2"},
        {"in the plural",
         {{"Carers", 64.2}, {"A", 40.5}, {"B", 31}},
         "Carers are highest, at 64.2"},
        {"a range",
         {{"Health", 64.2}, {"Arts", 60}, {"NHS", 31}},
         "From 31.0 in NHS to 64.2 in Health"},
        {"one below zero", {{"A", -3}, {"B", 4}, {"C", 3}}, "A is below zero"},
        {"two below zero", {{"A", -3}, {"B", 4}, {"C", -1}}, "A and C are below zero"},
        {"several below zero",
         {{"A", -3}, {"B", 4}, {"C", -1}, {"D", -2}},
         "Three of four sectors are below zero"},
        {"all below zero", {{"A", -3}, {"B", -4}}, "From \u22124 in B to \u22123 in A"},
        {"level at both ends", {{"A", 3}, {"B", 3}, {"C", 4}, {"D", 4}}, ""},
        {"all equal", {{"A", 3}, {"B", 3}}, ""},
        {"one", {{"A", 3}, {"B", none}}, ""},
    };
    for (const auto& [name, rows, text] : cases) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(headline_of(test::bars(rows, age)) == text);
        }
    }
}

BOOST_AUTO_TEST_CASE(maps) {
    auto heap = twelve;
    heap[4].second = 6;
    heap[7].second = 2;
    BOOST_TEST(headline_of(row_of_areas(heap)) ==
               "Carn, Dour and Earn, which lie together, have four fifths of the stories");
    BOOST_TEST(headline_of(row_of_areas(twelve)) ==
               "Carn and three areas joined to it have just over nine tenths of the stories");
    auto spread = twelve;
    for (auto& [name, value] : spread) {
        value = name == "Ardle" || name == "Brae" ? 0 : 5;
    }
    BOOST_TEST(headline_of(row_of_areas(spread, {.label_heading = "Area"})) ==
               "Stories in 10 of 12 council areas, from Carn to Moy");
    // An area without data that lies farther out may have some too.
    facts::Facts gap = row_of_areas(spread, {.label_heading = "Area"});
    gap.facts[0].value.reset();
    BOOST_TEST(headline_of(gap) == "Stories in 10 of 11 council areas with data");
    BOOST_TEST(describe(gap, test::english()).subtitle == "Story origins by sector: 50 stories");
    gap.title = "Stories by sector";
    BOOST_TEST(describe(gap, test::english()).subtitle == "Stories by sector: 50");
    auto level = twelve;
    for (auto& [name, value] : level) {
        value = 5;
    }
    BOOST_TEST(headline_of(row_of_areas(level)) == "");
}

BOOST_AUTO_TEST_CASE(a_rate_of_few_cases_is_no_finding) {
    facts::Facts facts = test::bars({{"A", 9}, {"B", 2}, {"C", 1}}, {.value_heading = "Rate"});
    facts.unit = {"story", "stories"};
    facts.rate = facts::Rate{.factor = 1000,
                             .per = {"person", "people"},
                             .count_heading = "Stories",
                             .per_heading = "People"};
    BOOST_TEST(headline_of(facts) == "A is highest, at 9 per 1,000 people");
    facts.facts[0].few_cases = true;
    BOOST_TEST(headline_of(facts) == "");
    // Of a range, neither end may rest on few.
    facts.facts[0].few_cases = false;
    facts.facts[0].value = 10;
    facts.facts[1].value = 8;
    BOOST_TEST(headline_of(facts) == "From 1 per 1,000 people in C to 10 per 1,000 people in A");
    facts.facts[2].few_cases = true;
    BOOST_TEST(headline_of(facts) == "");
}

BOOST_AUTO_TEST_CASE(the_title_stands_once_before_the_subtitle_of_a_rate) {
    facts::Facts facts =
        test::bars({{"A", 9}, {"B", 2}, {"C", 1}}, {.title = "Origins", .value_heading = "Rate"});
    facts.wants_headline = true;
    facts.unit = {"story", "stories"};
    facts.rate = facts::Rate{.factor = 1000,
                             .per = {"person", "people"},
                             .count_heading = "Stories",
                             .per_heading = "People"};
    const Words words = describe(facts, test::english());
    BOOST_TEST(words.title == "A is highest, at 9 per 1,000 people");
    BOOST_TEST(words.subtitle == "Origins: Rate");
}

BOOST_AUTO_TEST_CASE(what_is_too_long_for_a_title_gives_way) {
    const std::string name(80, 'w');
    BOOST_TEST(headline_of(test::bars({{"A" + name, 19}, {"B", 6}, {"C", 5}})) == "");
    // The next finding that fits.
    auto areas = twelve;
    areas[2].first = "Carn" + name;
    BOOST_TEST(headline_of(row_of_areas(areas, {.label_heading = "Area"})) ==
               "Stories in 6 of 12 council areas");
}

BOOST_AUTO_TEST_CASE(the_title_goes_before_the_subtitle) {
    facts::Facts facts = test::bars({{"Third sector", 19}, {"Education", 8}, {"Health", 12}});
    facts.wants_headline = true;
    Words words = describe(facts, test::english());
    BOOST_TEST(words.has_headline);
    BOOST_TEST(words.title == "Third sector accounts for nearly half of the stories");
    BOOST_TEST(words.subtitle == "Story origins by sector: 39 stories in 3 sectors");
    BOOST_TEST(words.table.caption == "Story origins by sector");
    BOOST_TEST(words.list.starts_with("Story origins by sector: Third sector 19"));
    BOOST_TEST(words.short_text.starts_with(
        "Bar chart of story origins by sector: 39 stories in three sectors. Third sector"));
    facts.subtitle = "Stories told in 2024";
    BOOST_TEST(describe(facts, test::english()).subtitle ==
               "Story origins by sector: Stories told in 2024");
    facts.title = "Where from?";
    BOOST_TEST(describe(facts, test::english()).subtitle == "Where from? Stories told in 2024");
    // A line of one language has no place for words in another.
    facts.subtitle_language = "gd";
    words = describe(facts, test::english());
    BOOST_TEST(words.subtitle == "Where from?");
    BOOST_TEST(words.subtitle_language == "");
    BOOST_REQUIRE(words.notes.size() == 1U);
    BOOST_TEST(words.notes.front().text == "Stories told in 2024");
    BOOST_TEST(words.notes.front().language == "gd");
}

BOOST_AUTO_TEST_CASE(without_a_finding_the_title_stays) {
    facts::Facts facts = test::bars({{"A", 5}, {"B", 5}});
    facts.wants_headline = true;
    const Words words = describe(facts, test::english());
    BOOST_TEST(!words.has_headline);
    BOOST_TEST(words.title == "Story origins by sector");
    BOOST_TEST(words.subtitle == "10 stories in 2 sectors");
}

BOOST_AUTO_TEST_CASE(in_gaelic) {
    const facts::Facts facts =
        test::bars({{"An treas roinn", 19}, {"Foghlam", 8}, {"Slàinte", 12}}, {.in_gaelic = true});
    BOOST_TEST(headline_of(facts, test::gaelic()) == "Sgeulachdan: An treas roinn, faisg air leth");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words::tests
