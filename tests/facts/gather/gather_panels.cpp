#include "render/facts/gather/gather_panels.h"

#include "render/facts/body.h"
#include "render/words/describe.h"
#include "tests/facts/support_facts.h"
#include "tests/support.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <span>
#include <string>
#include <utility>
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
                    const geo::Whereabouts& whereabouts = {},
                    const std::vector<std::string>& areas = names) {
    std::vector<geo::Place> places;
    for (const std::string& name : areas) {
        places.push_back({"S12 code of " + name, {}, "", name, "", {}});
    }
    input::FigureSpec spec;
    spec.data.are_places = true;
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
        text += fmt::format("{}{} {} {}", text.empty() ? "" : ", ",
                            facts::panels_of(facts)[fact.panel].label, fact.label,
                            fact.value ? fmt::format("{}", *fact.value) : "-");
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
    BOOST_TEST(facts::panels_of(facts)[0].total == 5);
    BOOST_TEST(facts::panels_of(facts)[1].total == 10);
    BOOST_TEST(facts::zero_count_of(facts).value() == 4U);
    BOOST_TEST(std::get<facts::Panels>(facts.body).are_steps);
}

BOOST_AUTO_TEST_CASE(a_scale_with_a_midpoint_is_told_by_sides) {
    facts::Facts facts = gather(two_years);
    facts::Shades& shades = std::get<facts::Panels>(facts.body).shades;
    shades = facts::Classes{
        .classes = {{.from = -5, .to = -1, .count = 2}, {.from = 1, .to = 4, .count = 2}},
        .midpoint = facts::Midpoint{0, 1, false}};
    const std::string text = words::describe(facts, test::english()).description;
    BOOST_TEST(text.find("two classes by number of stories, which part at 0. Below 0: −5 to −1. 0 "
                         "or above: 1 to 4.") != std::string::npos,
               text);
    shades = facts::Scale{.from = -5, .to = 4, .ticks = {-5, 0}, .midpoint = 0};
    const std::string smooth = words::describe(facts, test::english()).description;
    BOOST_TEST(smooth.find("The shades change without steps from −5 to 4, and part at 0.") !=
                   std::string::npos,
               smooth);
}

BOOST_AUTO_TEST_CASE(one_set_of_classes_holds_for_all) {
    const facts::Facts facts = gather(two_years);
    BOOST_REQUIRE(facts::classes_of(facts).size() == 2U);
    std::size_t counted = 0;
    for (const facts::Class& one : facts::classes_of(facts)) {
        counted += one.count;
    }
    BOOST_TEST(counted == 4U);
    for (const facts::Fact& fact : facts.facts) {
        BOOST_TEST(fact.class_index.has_value() == (*fact.value != 0));
        if (fact.class_index) {
            BOOST_TEST(facts::classes_of(facts)[*fact.class_index].from <= *fact.value);
            BOOST_TEST(facts::classes_of(facts)[*fact.class_index].to >= *fact.value);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_scale_without_classes_holds_for_all) {
    const facts::Facts facts =
        gather(two_years, input::Absent::zero, {}, input::ClassMethod::continuous);
    BOOST_TEST(facts::classes_of(facts).empty());
    for (const facts::Fact& fact : facts.facts) {
        BOOST_TEST(!fact.class_index.has_value(), fact.label);
    }
    BOOST_TEST(facts::continuous_scale(facts)->from == 1);
    BOOST_TEST(facts::continuous_scale(facts)->to == 7);
    BOOST_TEST(facts::zero_count_of(facts).value() == 4U);
    BOOST_TEST(words::describe(facts, test::english()).class_labels.empty());
}

BOOST_AUTO_TEST_CASE(absent_areas_are_missing_panel_by_panel) {
    const facts::Facts facts = gather(two_years, input::Absent::missing);
    BOOST_TEST(facts.missing.size() == 4U);
    BOOST_TEST(!facts::zero_count_of(facts).has_value());
}

BOOST_AUTO_TEST_CASE(a_panel_is_a_map_of_its_own) {
    const facts::Facts one = facts::panel_facts(gather(two_years), 1);
    BOOST_TEST(one.facts.size() == 4U);
    BOOST_TEST(one.total == 10);
    BOOST_TEST(std::holds_alternative<facts::Areas>(one.body));
}

BOOST_AUTO_TEST_CASE(borders_lead_to_areas_of_the_same_panel) {
    // Angus and Fife border on each other, Moray and Stirling.
    const geo::Whereabouts whereabouts{
        .neighbours = {{1}, {0}, {3}, {2}},
        .boxes = {{0, 0, 1, 1}, {0, 1, 1, 2}, {0, 2, 1, 3}, {0, 3, 1, 4}},
        .areas = {1, 2, 3, 4}};
    const facts::Facts facts =
        gather(two_years, input::Absent::zero, {}, input::ClassMethod::quantile, whereabouts);
    BOOST_TEST_REQUIRE(facts.facts.size() == 8U);
    for (std::size_t i = 0; i < 8; ++i) {
        BOOST_TEST_REQUIRE(facts.facts[i].area.value().neighbours.size() == 1U);
        const facts::Fact& fact = facts.facts[i];
        const facts::Fact& other = facts.facts[facts.facts[i].area->neighbours[0]];
        BOOST_TEST(fact.panel == other.panel);
        const std::string pair = fact.label + "-" + other.label;
        BOOST_TEST((pair == "Angus-Fife" || pair == "Fife-Angus" || pair == "Moray-Stirling" ||
                    pair == "Stirling-Moray"));
        const auto place =
            static_cast<double>(std::ranges::find(names, fact.label) - names.begin());
        BOOST_TEST(fact.area->south == place);
        BOOST_TEST(fact.area->size == place + 1);
    }
    const facts::Facts one = facts::panel_facts(facts, 1);
    BOOST_TEST(one.facts.size() == 4U);
    BOOST_TEST(one.facts[one.facts.at(0).area.value().neighbours.at(0)].label == "Stirling");
    BOOST_TEST(!facts::panel_facts(gather(two_years), 1).facts.at(0).area.has_value());
}

BOOST_AUTO_TEST_CASE(words_tell_totals_highest_and_change) {
    const words::Words words = words::describe(gather(two_years), test::english());
    BOOST_TEST(words.short_text ==
               "Two maps of story origins, 2021 to 2022. Stories: 5 in 2021 and 10 in 2022. The "
               "most is 7 stories, in Moray in 2022. In all, 5 more in 2022 than in 2021.");
    BOOST_TEST(words.subtitle == "15 stories, 2021 to 2022");
    BOOST_TEST(words.marks.at(5).name == "Fife, 2022: 1 story");
    BOOST_TEST(words.table.columns.size() == 3U);
    BOOST_TEST(words.table.columns[2].heading == "2022");
    BOOST_TEST(words.table.rows.at(1) == (std::vector<std::string>{"Fife", "5", "1"}),
               boost::test_tools::per_element());
    BOOST_TEST(words.list == "Story origins: 2021: Fife 5; 2022: Moray 7, Fife 1, Angus 2");
    for (const words::LegendLabel& label : words.class_labels) {
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
        const words::Words words = words::describe(gather(rows), test::english());
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

BOOST_AUTO_TEST_CASE(areas_of_a_generated_table_stand_in_one_order) {
    constexpr std::size_t count = 400;
    constexpr int years = 5;
    std::mt19937 random(11);
    std::vector<std::string> areas;
    geo::Whereabouts ring; // each area borders on the one before it and the one after it
    for (std::size_t i = 0; i < count; ++i) {
        areas.push_back(fmt::format("Zone {:03}", i));
        std::vector<std::size_t> beside{(i + count - 1) % count, (i + 1) % count};
        std::ranges::sort(beside);
        ring.neighbours.push_back(beside);
        ring.boxes.push_back({0, static_cast<double>(i), 1, static_cast<double>(i + 1)});
        ring.areas.push_back(static_cast<double>(i));
    }
    std::vector<Row> rows;
    std::map<std::string, double> sums;
    std::map<std::pair<std::string, std::string>, double> values;
    for (int year = 2001; year < 2001 + years; ++year) {
        for (const std::string& area : areas) {
            if (random() % 4 > 0) {
                const auto value = static_cast<double>(random() % 50);
                rows.push_back({area, value, std::to_string(year)});
                sums[area] += value;
                values[{area, std::to_string(year)}] = value;
            }
        }
    }
    std::ranges::shuffle(rows, random);
    const facts::Facts facts =
        gather(rows, input::Absent::zero, {}, input::ClassMethod::quantile, ring, areas);
    BOOST_TEST_REQUIRE(facts.facts.size() == count * years);
    const std::span<const facts::Panel> panels = facts::panels_of(facts);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        BOOST_TEST_REQUIRE(fact.panel == i / count);
        BOOST_TEST_REQUIRE(fact.label == facts.facts[i % count].label);
        BOOST_TEST_REQUIRE(fact.value.value() ==
                           values[std::pair(fact.label, panels[fact.panel].label)]);
        seen.insert(fact.label);
        if (i % count + 1 < count) {
            BOOST_TEST_REQUIRE(sums[fact.label] >= sums[facts.facts[i % count + 1].label]);
        }
        const auto own = static_cast<std::size_t>(fact.area.value().size);
        BOOST_TEST_REQUIRE(fact.label == areas[own]);
        std::set<std::string> beside;
        for (const std::size_t neighbour : fact.area->neighbours) {
            BOOST_TEST_REQUIRE(facts.facts[neighbour].panel == fact.panel);
            beside.insert(facts.facts[neighbour].label);
        }
        BOOST_TEST_REQUIRE(
            (beside == std::set{areas[(own + 1) % count], areas[(own + count - 1) % count]}));
    }
    BOOST_TEST(seen.size() == count);
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
