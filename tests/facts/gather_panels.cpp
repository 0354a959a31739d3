#include "render/facts/gather_panels.h"

#include "render/facts/describe.h"
#include "tests/facts/support_facts.h"
#include "tests/support.h"

#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(gather_panels)

namespace {

struct Row {
    std::string place;
    double value = 0;
    std::string panel;
};

const std::vector<std::string> names{"Angus", "Fife", "Moray", "Stirling"};

facts::Facts gather(const std::vector<Row>& rows, input::Absent absent = input::Absent::zero,
                    std::optional<double> expected = {},
                    input::ClassMethod method = input::ClassMethod::quantile,
                    const geo::Whereabouts& whereabouts = {}) {
    std::vector<geo::Place> places;
    for (const std::string& name : names) {
        places.push_back({"S12 code of " + name, {}, "", name, "", {}});
    }
    input::FigureSpec spec;
    spec.kind = input::Kind::choropleth;
    spec.title = "Story origins";
    spec.absent = absent;
    spec.unit = {"story", "stories"};
    spec.expect_total = expected;
    spec.expect_total_where = {.file = "f.yaml", .line = 5};
    spec.classes.method = method;
    spec.classes.count = 2;
    spec.data.panel_column = "Year";
    spec.data.panel_where = {.file = "f.yaml", .line = 9};
    input::Observations observations{
        .file = "d.csv", .label_heading = "Area", .value_heading = "Stories", .rows = {}};
    for (const Row& row : rows) {
        const int line = static_cast<int>(observations.rows.size()) + 2;
        observations.rows.push_back(
            {.label = row.place, .value = row.value, .line = line, .panel = row.panel});
    }
    return facts::gather_panels(spec, observations, geo::Gazetteer(places), "", test::english(),
                                whereabouts);
}

std::string shown(const facts::Facts& facts) {
    std::string text;
    for (const facts::Fact& fact : facts.facts) {
        text += fmt::format("{}{} {} {}", text.empty() ? "" : ", ", facts.panels[fact.panel].label,
                            fact.label, fact.value ? fmt::format("{}", *fact.value) : "-");
    }
    return text;
}

const std::vector<Row> two_years{
    {"Fife", 1, "2022"}, {"Fife", 5, "2021"}, {"Moray", 7, "2022"}, {"Angus", 2, "2022"}};

} // namespace

BOOST_AUTO_TEST_CASE(numbers_rise_and_areas_stand_in_one_order) {
    const facts::Facts facts = gather(two_years);
    BOOST_TEST(shown(facts) == "2021 Moray 0, 2021 Fife 5, 2021 Angus 0, 2021 Stirling 0, "
                               "2022 Moray 7, 2022 Fife 1, 2022 Angus 2, 2022 Stirling 0");
    BOOST_TEST(facts.total == 15);
    BOOST_TEST(facts.panels[0].total == 5);
    BOOST_TEST(facts.panels[1].total == 10);
    BOOST_TEST(facts.zero_count.value() == 4U);
    BOOST_TEST(facts::are_steps(facts.panels));
}

BOOST_AUTO_TEST_CASE(a_scale_with_a_midpoint_is_told_by_sides) {
    facts::Facts facts = gather(two_years);
    facts.classes = {{.from = -5, .to = -1, .count = 2}, {.from = 1, .to = 4, .count = 2}};
    facts.midpoint = facts::Midpoint{0, 1, false};
    const std::string text = facts::describe(facts, test::english()).description;
    BOOST_TEST(text.find("two classes by number of stories, which part at 0. Below 0: −5 to −1. 0 "
                         "or above: 1 to 4.") != std::string::npos,
               text);
    facts.classes.clear();
    facts.scale = facts::Scale{.from = -5, .to = 4, .ticks = {-5, 0}};
    const std::string smooth = facts::describe(facts, test::english()).description;
    BOOST_TEST(smooth.find("The shades change without steps from −5 to 4, and part at 0.") !=
                   std::string::npos,
               smooth);
}

BOOST_AUTO_TEST_CASE(one_set_of_classes_holds_for_all) {
    const facts::Facts facts = gather(two_years);
    BOOST_REQUIRE(facts.classes.size() == 2U);
    std::size_t counted = 0;
    for (const facts::Class& one : facts.classes) {
        counted += one.count;
    }
    BOOST_TEST(counted == 4U);
    for (const facts::Fact& fact : facts.facts) {
        BOOST_TEST(fact.class_index.has_value() == (*fact.value != 0));
        if (fact.class_index) {
            BOOST_TEST(facts.classes[*fact.class_index].from <= *fact.value);
            BOOST_TEST(facts.classes[*fact.class_index].to >= *fact.value);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_scale_without_classes_holds_for_all) {
    const facts::Facts facts =
        gather(two_years, input::Absent::zero, {}, input::ClassMethod::continuous);
    BOOST_TEST(facts.classes.empty());
    for (const facts::Fact& fact : facts.facts) {
        BOOST_TEST(!fact.class_index.has_value(), fact.label);
    }
    BOOST_TEST(facts.scale.value().from == 1);
    BOOST_TEST(facts.scale.value().to == 7);
    BOOST_TEST(facts.zero_count.value() == 4U);
    BOOST_TEST(facts::describe(facts, test::english()).class_labels.empty());
}

BOOST_AUTO_TEST_CASE(absent_areas_are_missing_panel_by_panel) {
    const facts::Facts facts = gather(two_years, input::Absent::missing);
    BOOST_TEST(facts.missing.size() == 4U);
    BOOST_TEST(!facts.zero_count.has_value());
}

BOOST_AUTO_TEST_CASE(a_panel_is_a_map_of_its_own) {
    const facts::Facts one = facts::panel_facts(gather(two_years), 1);
    BOOST_TEST(one.facts.size() == 4U);
    BOOST_TEST(one.total == 10);
    BOOST_TEST(one.panels.empty());
}

BOOST_AUTO_TEST_CASE(borders_lead_to_areas_of_the_same_panel) {
    // Angus and Fife border on each other, Moray and Stirling.
    const geo::Whereabouts whereabouts{
        .neighbours = {{1}, {0}, {3}, {2}},
        .boxes = {{0, 0, 1, 1}, {0, 1, 1, 2}, {0, 2, 1, 3}, {0, 3, 1, 4}},
        .areas = {1, 2, 3, 4}};
    const facts::Facts facts =
        gather(two_years, input::Absent::zero, {}, input::ClassMethod::quantile, whereabouts);
    BOOST_TEST_REQUIRE(facts.neighbours.size() == 8U);
    for (std::size_t i = 0; i < 8; ++i) {
        BOOST_TEST_REQUIRE(facts.neighbours[i].size() == 1U);
        const facts::Fact& fact = facts.facts[i];
        const facts::Fact& other = facts.facts[facts.neighbours[i][0]];
        BOOST_TEST(fact.panel == other.panel);
        const std::string pair = fact.label + "-" + other.label;
        BOOST_TEST((pair == "Angus-Fife" || pair == "Fife-Angus" || pair == "Moray-Stirling" ||
                    pair == "Stirling-Moray"));
        const auto place =
            static_cast<double>(std::ranges::find(names, fact.label) - names.begin());
        BOOST_TEST(facts.extents[i].south == place);
        BOOST_TEST(facts.extents[i].area == place + 1);
    }
    const facts::Facts one = facts::panel_facts(facts, 1);
    BOOST_TEST(one.extents.size() == 4U);
    BOOST_TEST(one.facts[one.neighbours.at(0).at(0)].label == "Stirling");
    BOOST_TEST(facts::panel_facts(gather(two_years), 1).neighbours.empty());
}

BOOST_AUTO_TEST_CASE(words_tell_totals_highest_and_change) {
    const facts::Words words = facts::describe(gather(two_years), test::english());
    BOOST_TEST(words.short_text ==
               "Two maps of story origins, 2021 to 2022. Stories: 5 in 2021 and 10 in 2022. The "
               "most is 7 stories, in Moray in 2022. In all, 5 more in 2022 than in 2021.");
    BOOST_TEST(words.subtitle == "15 stories, 2021 to 2022");
    BOOST_TEST(words.mark_names.at(5) == "Fife, 2022: 1 story");
    BOOST_TEST(words.table.columns.size() == 3U);
    BOOST_TEST(words.table.columns[2].heading == "2022");
    BOOST_TEST(words.table.rows.at(1) == (std::vector<std::string>{"Fife", "5", "1"}),
               boost::test_tools::per_element());
    BOOST_TEST(words.list == "Story origins: 2021: Fife 5; 2022: Moray 7, Fife 1, Angus 2");
    for (const facts::LegendLabel& label : words.class_labels) {
        BOOST_TEST(label.count == "");
    }
    BOOST_TEST(words.panel_labels.at(0).range == "2021");
    BOOST_TEST(words.panel_labels.at(0).count == "5 stories");
}

BOOST_AUTO_TEST_CASE(words_of_generated_tables_hold) {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        std::vector<Row> rows;
        const auto panels = static_cast<unsigned>(2 + random() % 11);
        std::vector<double> totals(panels);
        for (unsigned panel = 0; panel < panels; ++panel) {
            for (const std::string& name : names) {
                if (random() % 3 > 0 || name == "Fife") {
                    const auto value = static_cast<double>(random() % 1000);
                    rows.push_back({name, value, std::to_string(2001 + panel)});
                    totals[panel] += value;
                }
            }
        }
        const facts::Words words = facts::describe(gather(rows), test::english());
        BOOST_TEST(words.short_text.size() <= 260U); // in bytes; quotation marks have three
        for (unsigned panel = 0; panel < panels; ++panel) {
            BOOST_TEST(words.panel_labels.at(panel).range == std::to_string(2001 + panel));
            std::string number = words.panel_labels.at(panel).count;
            std::erase(number, ',');
            BOOST_TEST((number.starts_with("no ") ? 0 : std::stod(number)) == totals[panel]);
            BOOST_TEST(words.description.find(fmt::format("\n{}: {}", 2001 + panel,
                                                          words.panel_labels.at(panel).count)) !=
                       std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(bad_input) {
    BOOST_TEST(test::error_text([] {
                   gather({{"Fife", 1, "2021"}});
               }) ==
               "f.yaml:9: error: the number of values of \"Year\" in d.csv is 1, not 2 to 12\n"
               "  each value gives a small map of its own: name a column of few, such as years\n");
    BOOST_TEST(test::error_text([] {
                   gather({{"Fifee", 1, "2021"}, {"Fife", 1, "2022"}, {"Fife", 2, "2022"}});
               }) == "d.csv:2: error: \"Fifee\" matches no council area\n"
                     "  did you mean \"Fife\"?\n"
                     "d.csv:4: error: \"Fife\" has a row already, on line 3\n"
                     "  take one of the two out, or write `duplicates: sum` in the figure file\n");
    BOOST_TEST(test::error_text([] { gather(two_years, input::Absent::zero, 14); }) ==
               "f.yaml:5: error: the values of d.csv add up to 15, not to the 14 expected\n"
               "  correct the value that is wrong in the table, or expect_total\n");
}

BOOST_AUTO_TEST_SUITE_END()
