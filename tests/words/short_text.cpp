#include "render/words/short_text.h"

#include "base/utf8.h"
#include "render/words/prose.h"
#include "tests/facts/support_facts.h"
#include "tests/support.h"

namespace cairn::words::tests {
BOOST_AUTO_TEST_SUITE(short_text)

namespace {

using test::none;
using test::Rows;

std::string short_text_of(test::Rows rows, const test::About& about = {}) {
    const facts::Facts facts = test::bars(std::move(rows), about);
    return words::short_text(facts, summarise(facts), test::english());
}

std::string mapped(test::Rows rows, const std::vector<std::string>& regions, input::Absent absent) {
    const facts::Facts facts =
        test::map(std::move(rows), regions, absent, {.title = "Stories by place"});
    return words::short_text(facts, summarise(facts), test::english());
}

const std::vector<std::string> six_areas{
    "Angus", "Dumfries and Galloway", "Falkirk", "Fife", "Highland", "Moray"};

} // namespace

BOOST_AUTO_TEST_CASE(bars_of_counts) {
    const std::tuple<std::string, test::Rows, std::string> cases[] = {
        {"one ahead",
         {{"Education", 3}, {"Health", 6}, {"Unpaid carers", 1}, {"Arts", 2}},
         "12 stories in four sectors. Health accounts for 6 of them, half; Education has 3; Unpaid "
         "carers have the fewest, 1."},
        {"two ahead",
         {{"Education", 6}, {"Health", 6}, {"Arts", 2}},
         "14 stories in three sectors. Education and Health are level on 6 stories, the most; Arts "
         "have the fewest, 2."},
        {"many ahead",
         {{"A", 6}, {"B", 6}, {"C", 6}, {"D", 6}, {"E", 1}},
         "25 stories in five sectors. The most is 6 stories, in each of four sectors; E has the "
         "fewest, 1."},
        {"many behind",
         {{"A", 9}, {"B", 1}, {"C", 1}, {"D", 1}, {"E", 1}, {"F", 2}},
         "15 stories in six sectors. A accounts for 9 of them, three fifths; F has 2; four sectors "
         "have 1 story each."},
        {"a single row", {{"Third sector", 19}}, "19 stories in one sector, Third sector."},
        {"a single story", {{"Third sector", 1}}, "1 story in one sector, Third sector."},
        {"a single zero", {{"Third sector", 0}}, "no stories in the one sector, Third sector."},
        {"a single gap", {{"Third sector", none}}, "no data for the one sector, Third sector."},
        {"all equal", {{"A", 5}, {"B", 5}, {"C", 5}}, "15 stories in three sectors, 5 in each."},
        {"all zero", {{"A", 0}, {"B", 0}, {"C", 0}}, "no stories in any of the three sectors."},
        {"both zero", {{"A", 0}, {"B", 0}}, "no stories in either of the two sectors."},
        {"all missing",
         {{"A", none}, {"B", none}, {"C", none}},
         "no data for any of the three sectors."},
        {"zeros and gaps",
         {{"A", 0}, {"B", 0}, {"C", none}},
         "no stories in either of the two sectors with data. No data for C."},
        {"all in one",
         {{"A", 0}, {"B", 0}, {"C", 11}, {"D", 0}, {"E", 0}},
         "11 stories, all in one of five sectors, C. No stories in the other four."},
        {"one in all", {{"A", 0}, {"B", 1}}, "1 story in one of two sectors, B. No stories in A."},
        {"equal but for one",
         {{"A", 2}, {"B", 0}, {"C", 2}},
         "4 stories in two of three sectors, 2 in each. No stories in B."},
        {"zeros and a gap",
         {{"A", 2}, {"B", 0}, {"C", 4}, {"D", none}},
         "6 stories in two of three sectors with data. C accounts for 4 of them, two thirds; A has "
         "2. No stories in B. No data for D."},
        {"huge",
         {{"Glasgow", 10000000}, {"Edinburgh", 514990}},
         "10,514,990 stories in two sectors. Glasgow accounts for 10,000,000 of them, more than "
         "nine tenths; Edinburgh has the fewest, 514,990."},
        {"labels with digits",
         {{"16 to 24", 5}, {"25 to 34", 1}, {"35 to 44", 2}},
         "8 stories in three sectors. The sector 16 to 24 accounts for 5 of them, more than three "
         "fifths; 35 to 44 has 2; 25 to 34 has the fewest, 1."},
    };
    for (const auto& [name, rows, text] : cases) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(short_text_of(rows) == "Bar chart of story origins by sector: " + text);
        }
    }
}

BOOST_AUTO_TEST_CASE(bars_of_measures) {
    const test::About age{"Age by sector", "Sector", "Average age", 1};
    const std::tuple<std::string, test::Rows, std::string> cases[] = {
        {"a range",
         {{"Third sector", 64.2}, {"Health", 31}, {"Arts", 40.5}},
         "three sectors, from 31.0 (Health) to 64.2 (Third sector)."},
        {"ties at the ends",
         {{"A", 64.2}, {"B", 64.2}, {"C", 31}, {"D", 31}, {"E", 31}, {"F", none}},
         "five of six sectors, from 31.0 (C and two others) to 64.2 (A and B). No data for F."},
        {"a single row", {{"Health", 31.5}}, "one sector, Health, at 31.5."},
        {"a single value",
         {{"Health", 31.5}, {"Arts", none}},
         "one of two sectors, Health, at 31.5. No data for Arts."},
        {"all equal", {{"A", 2.5}, {"B", 2.5}, {"C", 2.5}}, "three sectors, all at 2.5."},
        {"both equal", {{"A", 2.5}, {"B", 2.5}}, "two sectors, both at 2.5."},
        {"negatives",
         {{"A", -3}, {"B", 4}, {"C", 0}},
         "three sectors, from \u22123 (A) to 4 (B). A is below zero."},
        {"all negative",
         {{"A", -3}, {"B", -4.5}},
         "two sectors, from \u22124.5 (B) to \u22123.0 (A)."},
        {"tiny", {{"A", 0.1}, {"B", 10000000}}, "two sectors, from 0.1 (A) to 10,000,000.0 (B)."},
    };
    for (const auto& [name, rows, text] : cases) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(short_text_of(rows, age) ==
                       "Bar chart “Age by sector”: Average age in " + text);
        }
    }
}

BOOST_AUTO_TEST_CASE(maps) {
    BOOST_TEST(
        mapped({{"Fife", 5}, {"Angus", 1}}, six_areas, input::Absent::zero) ==
        "Map of stories by place: 6 stories in two of six council areas. Fife accounts for 5 "
        "of them, more than four fifths; Angus has 1. No stories in the other four.");
    BOOST_TEST(
        mapped({{"Fife", 5}, {"Angus", 1}}, six_areas, input::Absent::missing) ==
        "Map of stories by place: 6 stories in both council areas with data. Fife accounts "
        "for 5 of them, more than four fifths; Angus has the fewest, 1. No data for the other "
        "four.");
    BOOST_TEST(mapped({{"Fife", 5}, {"Angus", 1}}, {"Angus", "Fife"}, input::Absent::missing) ==
               "Map of stories by place: 6 stories in both council areas. Fife accounts for 5 of "
               "them, more than four fifths; Angus has the fewest, 1.");
    BOOST_TEST(mapped({{"Fife", 5}, {"Angus", 0}}, six_areas, input::Absent::missing) ==
               "Map of stories by place: 5 stories, all in one of two council areas with data, "
               "Fife. No stories in Angus. No data for four council areas.");
}

BOOST_AUTO_TEST_CASE(clauses_go_before_labels_are_cut) {
    const std::string families = "Organisations that support unpaid carers and their families";
    const std::string agencies = "Government agencies with a responsibility for health";
    BOOST_TEST(short_text_of({{families, 9}, {agencies, 8}, {"Arts", 7}, {"Other", 1}}) ==
               "Bar chart of story origins by sector: 25 stories in four sectors. " + families +
                   " account for 9 of them, more than a third; Other has the fewest, 1.");
    BOOST_TEST(
        short_text_of({{families + " in the Highlands and Islands of Scotland", 9},
                       {agencies + " and for social care in any part of the United Kingdom", 9},
                       {"Other", 1}}) ==
        "Bar chart of story origins by sector: 19 stories in three sectors. Organisations "
        "that support unpaid carers and their families…, and Government agencies with a "
        "responsibility for health and… are level on 9 stories, the most; Other has the "
        "fewest, 1.");
}

BOOST_AUTO_TEST_CASE(even_a_title_and_nouns_without_end_are_cut) {
    facts::Facts facts = test::bars({{"A", 9}, {"B", 1}});
    facts.title = std::string(500, 'T');
    BOOST_TEST(count_characters(words::short_text(facts, summarise(facts), test::english())) <=
               250U);
    facts.unit = {std::string(300, 'u'), std::string(300, 'u')};
    BOOST_TEST(count_characters(words::short_text(facts, summarise(facts), test::english())) <=
               250U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words::tests
