#include "render/words/measure.h"

#include "render/facts/gather/figure_nouns.h"
#include "render/words/describe.h"
#include "tests/facts/support_facts.h"
#include "tests/facts/support_marks.h"
#include "tests/support.h"

namespace cairn::words::tests {
BOOST_AUTO_TEST_SUITE(measure)

namespace {

facts::Facts facts_of(const std::string& title, const std::string& heading,
                      const Noun& unit = {"", ""}) {
    input::FigureSpec spec = test::spec_of(true, {.title = title});
    spec.unit = unit;
    spec.headline = true;
    const std::vector<geo::Place> places{{"S12 1", {}, "", "Fife", "", {}},
                                         {"S12 2", {}, "", "Moray", "", {}},
                                         {"S12 3", {}, "", "Angus", "", {}}};
    const test::About about{.label_heading = "Area", .value_heading = heading, .decimals = 1};
    return facts::gather_map(
        spec, test::observations({{"Fife", 4.5}, {"Moray", -1195.5}, {"Angus", 9}}, about),
        geo::Gazetteer(places), "", test::english());
}

Words words_of(const facts::Facts& facts) {
    return describe(facts, test::english());
}

const Noun points{"percentage point", "percentage points"};
const Noun percent{"%", "%"};
const Noun pounds{"£", "£"};

} // namespace

BOOST_AUTO_TEST_CASE(a_unit_stands_in_subtitle_legend_and_table) {
    const std::tuple<std::string, Noun, std::string, std::string> cases[] = {
        {"Change", points, "Change (percentage points)", "Change, in percentage points"},
        {"Wait", {"day", "days"}, "Wait (days)", "Wait, in days"},
        {"Days waited", {"day", "days"}, "Days waited", "Days waited"},
        {"Way (km)", {"km", "km"}, "Way (km)", "Way (km)"},
        {"Today", {"day", "days"}, "Today (days)", "Today, in days"},
        {"Poverty", percent, "Poverty", "Poverty"},
        {"Poverty (%)", percent, "Poverty (%)", "Poverty (%)"},
        {"Spend", pounds, "Spend", "Spend"},
        {"Average", {}, "Average", "Average"},
        {"People per acre",
         {"person per ac", "people per ac"},
         "People per acre",
         "People per acre"}};
    for (const auto& [heading, unit, legend, subtitle] : cases) {
        facts::Facts facts = facts_of("A title", heading, unit);
        facts.wants_headline = false;
        const Words words = words_of(facts);
        BOOST_TEST(words.legend_title == legend);
        BOOST_TEST(words.table.columns.at(1).heading == legend);
        BOOST_TEST(words.subtitle == subtitle);
    }
}

BOOST_AUTO_TEST_CASE(what_title_and_heading_say_is_said_once) {
    const std::tuple<std::string, std::string, Noun, std::string> cases[] = {
        {"Children in poverty", "Children in poverty (%)", {}, "Children in poverty (%)"},
        {"Change", "change", {}, "change"},
        {"Change in the employment rate", "Change", points,
         "Change in the employment rate, in percentage points"},
        {"Change", "Change in pay", points, "Change in pay, in percentage points"},
        {"Distance to school", "Distance (km)", {}, "Distance to school (km)"},
        {"Exchange", "Change", {}, "Exchange: Change"},
        {"Waiting times", "Wait", {"day", "days"}, "Waiting times: Wait, in days"},
        {"How long?", "Wait", {"day", "days"}, "How long? Wait, in days"}};
    for (const auto& [title, heading, unit, subtitle] : cases) {
        const Words words = words_of(facts_of(title, heading, unit));
        BOOST_TEST_REQUIRE(words.has_headline);
        BOOST_TEST(words.subtitle == subtitle);
    }
    BOOST_TEST(words_of(facts_of("Children in poverty", "Children in poverty (%)"))
                   .short_text.starts_with("Map “Children in poverty”: three council areas, from "
                                           "−1,195.5% (Moray) to 9.0% (Angus)."));
}

BOOST_AUTO_TEST_CASE(the_sign_of_a_currency_goes_before_the_number) {
    const Words words = words_of(facts_of("Spend per head", "Spend", pounds));
    BOOST_TEST(test::values_of_marks(words) ==
                   (std::vector<std::string>{"£4.5", "−£1,195.5", "£9.0"}),
               boost::test_tools::per_element());
    BOOST_TEST(words.marks.at(1).name == "Moray: −£1,195.5");
    BOOST_TEST(words.list == "Spend per head: Fife £4.5, Moray −£1,195.5, Angus £9.0");
    BOOST_TEST(words.description.find("from −£1,195.5 (Moray) to £9.0 (Angus)") !=
               std::string::npos);
    for (const LegendLabel& label : words.class_labels) {
        BOOST_TEST(label.range.find("£") != std::string::npos, label.range);
    }
}

BOOST_AUTO_TEST_CASE(sums_of_money_are_told_as_a_measure) {
    const facts::Facts facts = test::bars({{"A", 9}, {"B", 0}}, {.value_heading = "Grants (£)"});
    BOOST_TEST(facts.unit.other == "£");
    const Words words = words_of(facts);
    BOOST_TEST(words.subtitle == "Grants (£)");
    BOOST_TEST(words.marks.at(1).value == "£0");
    BOOST_TEST(words.short_text.find("no £") == std::string::npos, words.short_text);
}

BOOST_AUTO_TEST_CASE(a_heading_may_hold_the_unit) {
    BOOST_TEST(words_of(facts_of("A title", "Poverty (%)")).marks.at(0).value == "4.5%");
}

BOOST_AUTO_TEST_CASE(a_sign_is_no_heading_in_another_language) {
    facts::Facts facts =
        test::bars({{"A", 1.5}, {"B", 2}}, {.value_heading = "Rate", .decimals = 1});
    input::Observations rows = test::observations({{"A", 1.5}});
    rows.value_heading = "Rate (%)";
    rows.value_heading_language = "en";
    facts.unit = percent;
    add_headings(facts, rows);
    BOOST_TEST(facts.value_heading == "Rate (%)");
    BOOST_TEST(facts.value_heading_language == "en");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words::tests
