#include "render/words/long_text.h"

#include "render/words/describe.h"
#include "tests/facts/support_facts.h"
#include "tests/support.h"

namespace cairn::words::tests {
BOOST_AUTO_TEST_SUITE(long_text)

namespace {

using test::none;
using test::Rows;

std::string long_text_of(test::Rows rows, const test::About& about = {}) {
    return describe(test::bars(std::move(rows), about), test::english()).description;
}

std::string school(int index) {
    return std::string("School ") + static_cast<char>('A' + index / 26) +
           static_cast<char>('A' + index % 26);
}

} // namespace

BOOST_AUTO_TEST_CASE(bars_of_counts) {
    const std::tuple<std::string, test::Rows, std::string> cases[] = {
        {"one ahead of one",
         {{"Education", 6}, {"Unpaid carers", 1}},
         "7 stories in two sectors.\n"
         "Education has 6 stories; Unpaid carers have 1.\n"
         "Education accounts for 6 of the 7 stories, more than four fifths. That is six times as "
         "many as the next highest."},
        {"a tie and a gap",
         {{"Education", 6}, {"Health", 6}, {"Arts", 2}, {"Other", none}},
         "14 stories in three sectors with data.\n"
         "Education and Health have 6 stories each; Arts have 2.\n"
         "Education and Health are level on 6 stories, the most.\n"
         "No data for Other."},
        {"many ahead",
         {{"A", 6}, {"B", 6}, {"C", 6}, {"D", 6}, {"E", 1}},
         "25 stories in five sectors. The bars run from the highest to the lowest.\n"
         "A, B, C and D have 6 stories each; E has 1.\n"
         "The most is 6 stories, in each of four sectors."},
        {"half of all in two",
         {{"A", 2}, {"B", 3}, {"C", 3}, {"D", 10}, {"E", 9}, {"F", 1}},
         "28 stories in six sectors.\n"
         "D has 10 stories; E has 9; B and C have 3 each; A has 2; F has 1.\n"
         "D accounts for 10 of the 28 stories, more than a third. Together, D and E account for 19 "
         "of the 28 stories, just over two thirds."},
        {"none far ahead",
         {{"A", 9},
          {"B", 10},
          {"C", 11},
          {"D", 12},
          {"E", 13},
          {"F", 14},
          {"G", 15},
          {"H", 16},
          {"I", 17},
          {"J", 18},
          {"K", 19},
          {"L", 20},
          {"M", 21},
          {"N", 22}},
         "217 stories in 14 sectors. The bars run from the lowest to the highest.\n"
         "N has 22 stories; M has 21; L has 20; K has 19; J has 18; I has 17; H has 16; G has 15; "
         "F "
         "has 14; E has 13; D has 12; C has 11; B has 10; A has 9.\n"
         "N accounts for 22 of the 217 stories, just over a tenth."},
        {"a single row", {{"Third sector", 19}}, "19 stories in one sector, Third sector."},
        {"a single gap", {{"Third sector", none}}, "no data for the one sector, Third sector."},
        {"all equal",
         {{"A", 5}, {"B", 5}, {"C", 5}},
         "15 stories in three sectors, 5 in each.\n"
         "A, B and C have 5 stories each."},
        {"all zero",
         {{"A", 0}, {"B", 0}, {"C", 0}},
         "no stories in any of the three sectors.\n"
         "No stories in A, B or C."},
        {"all missing",
         {{"A", none}, {"B", none}},
         "no data for either of the two sectors.\n"
         "No data for A or B."},
        {"all in one",
         {{"A", 0}, {"B", 11}, {"C", 0}},
         "11 stories, all in one of three sectors, B.\n"
         "No stories in A or C."},
        {"a zero among gaps",
         {{"A", none}, {"B", 0}, {"C", none}},
         "no stories in the one sector with data, B.\n"
         "No data for A or C."},
    };
    for (const auto& [name, rows, text] : cases) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(long_text_of(rows) == "Bar chart of story origins by sector: " + text);
        }
    }
}

BOOST_AUTO_TEST_CASE(bars_of_measures) {
    const test::About age{"Age by sector", "Sector", "Average age", 1};
    const std::tuple<std::string, test::Rows, std::string> cases[] = {
        {"a range with a tie",
         {{"Third sector", 64.2}, {"Health", 31}, {"Education", 31}, {"Other", none}},
         "three of four sectors, from 31.0 (Health and Education) to 64.2 (Third sector).\n"
         "From highest to lowest: Third sector, 64.2; Health and Education, 31.0 each.\n"
         "No data for Other."},
        {"negatives",
         {{"A", -3}, {"B", 4}, {"C", -0.5}},
         "three sectors, from \u22123.0 (A) to 4.0 (B).\n"
         "From highest to lowest: B, 4.0; C, \u22120.5; A, \u22123.0.\n"
         "A and C are below zero."},
        {"all equal",
         {{"A", 2.5}, {"B", 2.5}, {"C", 2.5}},
         "three sectors, all at 2.5.\n"
         "These are A, B and C."},
    };
    for (const auto& [name, rows, text] : cases) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(long_text_of(rows, age) ==
                       "Bar chart “Age by sector”: Average age in " + text);
        }
    }
}

BOOST_AUTO_TEST_CASE(more_than_forty_are_summed_up) {
    constexpr int tops[] = {50, 30, 30, 20, 19, 19, 19, 19, 19, 19};
    test::Rows counts;
    test::Rows hours;
    for (int i = 0; i < 45; ++i) {
        counts.emplace_back(school(i), i < 10 ? tops[i] : i < 20 ? 9 : i < 44 ? 24 - i / 2 : 0);
        hours.emplace_back(school(i), 50 - i * 0.5);
    }
    BOOST_TEST(long_text_of(counts, {"Stories by school", "School", "Stories"}) ==
               "Bar chart of stories by school: 538 stories in 44 of 45 schools.\n"
               "School AA has 50 stories; School AB and School AC have 30 each; School AD has 20; "
               "six schools have 19 each; School AU and School AV have 14 each; another 32 schools "
               "have from 3 to 13 each. No stories in School BS.\n"
               "School AA accounts for 50 of the 538 stories, nearly a tenth.");
    BOOST_TEST(
        long_text_of(hours, {"Hours by school", "School", "Average hours", 1}) ==
        "Bar chart “Hours by school”: Average hours in 45 schools, from 28.0 (School BS) to 50.0 "
        "(School AA). The bars run from the highest to the lowest.\n"
        "The highest: School AA, 50.0; School AB, 49.5; School AC, 49.0; School AD, 48.5; School "
        "AE, 48.0. The lowest: School BO, 30.0; School BP, 29.5; School BQ, 29.0; School BR, 28.5; "
        "School BS, 28.0.");
}

BOOST_AUTO_TEST_CASE(maps_tell_their_classes_and_their_limits) {
    const std::vector<std::string> regions{"Angus", "Falkirk", "Fife", "Highland", "Moray"};
    facts::Facts facts = test::map({{"Fife", 5}, {"Angus", 0}, {"Moray", 1}}, regions,
                                   input::Absent::missing, {.title = "Stories by place"});
    facts.note = "Some are from workshops";
    facts.source = "Us.";
    facts.attribution = "Boundaries: who?";
    BOOST_TEST(describe(facts, test::english()).description ==
               "Map of stories by place: 6 stories in two of three council areas with data. The "
               "council areas fall into two classes by number of stories: 1 to 4 (1 area) and 5 (1 "
               "area).\n"
               "Fife has 5 stories; Moray has 1. No stories in Angus.\n"
               "Fife accounts for 5 of the 6 stories, more than four fifths. That is five times as "
               "many as the next highest.\n"
               "No data for Falkirk or Highland.\n"
               "The map shows counts, not rates: it takes no account of how many people live in "
               "each council area.\n"
               "Some are from workshops. Source: Us. Boundaries: who?");
    BOOST_TEST(describe(test::map({{"Fife", 2.5}, {"Moray", 2.5}}, {"Fife", "Moray"},
                                  input::Absent::missing, {"Rates by place", "Place", "Rate", 1}),
                        test::english())
                   .description ==
               "Map of rates by place: Rate in two council areas, both at 2.5. There is one "
               "class: 2.5 (2 areas).\n"
               "These are Fife and Moray.");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words::tests
