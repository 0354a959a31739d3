#include "render/facts/gather/gather_categories.h"

#include "render/facts/body.h"
#include "tests/facts/support_facts.h"
#include "tests/support.h"

#include <string>
#include <utility>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(gather_categories)

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

facts::Facts gather(const Rows& rows, input::Sort sort = input::Sort::descending) {
    std::vector<geo::Place> places;
    for (const char* name : {"Angus", "Fife", "Moray", "Stirling"}) {
        places.push_back({std::string("S12 code of ") + name, {}, "", name, "", {}});
    }
    input::FigureSpec spec;
    spec.data.are_places = true;
    spec.data.categories = true;
    spec.title = "Boards";
    spec.sort = sort;
    spec.data.categories = true;
    spec.data.value_where = {.file = "f.yaml", .line = 9};
    input::Observations observations{
        .file = "d.csv", .label_heading = "Area", .value_heading = "Board", .rows = {}};
    for (const auto& [label, category] : rows) {
        const int line = static_cast<int>(observations.rows.size()) + 2;
        observations.rows.push_back(
            {.label = label, .value = {}, .line = line, .category = category});
    }
    return facts::gather_categories(spec, observations, geo::Gazetteer(places), "",
                                    test::english());
}

std::string shown(const facts::Facts& facts) {
    std::string text;
    for (const facts::Fact& fact : facts.facts) {
        text += (text.empty() ? "" : ", ") + fact.label + " " +
                (fact.class_index
                     ? std::get<facts::Groups>(facts.body).categories[*fact.class_index].label
                     : "-");
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(areas_stand_by_group_the_largest_first) {
    const facts::Facts facts = gather({{"Fife", "East"}, {"Moray", "North"}, {"Angus", "North"}});
    BOOST_TEST(shown(facts) == "Moray North, Angus North, Fife East, Stirling -");
    BOOST_REQUIRE(std::get<facts::Groups>(facts.body).categories.size() == 2U);
    BOOST_TEST(std::get<facts::Groups>(facts.body).categories[0].count == 2U);
    BOOST_TEST(std::get<facts::Groups>(facts.body).categories[1].count == 1U);
    BOOST_TEST(facts.missing == std::vector<std::string>{"Stirling"},
               boost::test_tools::per_element());
    BOOST_TEST(facts::classes_of(facts).empty());
    for (const facts::Fact& fact : facts.facts) {
        BOOST_TEST(!fact.value.has_value());
    }
}

BOOST_AUTO_TEST_CASE(groups_in_the_order_of_the_table) {
    BOOST_TEST(shown(gather({{"Fife", "East"}, {"Moray", "North"}, {"Angus", "North"}},
                            input::Sort::file)) ==
               "Fife East, Moray North, Angus North, Stirling -");
}

BOOST_AUTO_TEST_CASE(bad_input) {
    const std::vector<std::pair<Rows, std::string>> bad_inputs{
        {{{"Fife", ""}},
         "f.yaml:9: error: no row of d.csv has a category\n"
         "  write the category of each place in its row\n"},
        {{{"Fifee", "East"}},
         "d.csv:2: error: \"Fifee\" matches no council area\n"
         "  did you mean \"Fife\"?\n"},
        {{{"Fife", "East"}, {"Fife", "North"}},
         "d.csv:3: error: \"Fife\" has a row already, on line 2\n"
         "  take one of the two out, or write `duplicates: sum` in the figure file\n"},
    };
    for (const auto& [rows, message] : bad_inputs) {
        BOOST_TEST(test::error_text([&, &rows = rows] { gather(rows); }) == message);
    }
}

BOOST_AUTO_TEST_CASE(too_many_groups) {
    std::vector<geo::Place> places;
    input::Observations observations{
        .file = "d.csv", .label_heading = "Area", .value_heading = "Board", .rows = {}};
    for (char letter = 'A'; letter < 'I'; ++letter) {
        const std::string name = std::string("Place ") + letter;
        places.push_back({name + "1", {}, "", name, "", {}});
        observations.rows.push_back(
            {.label = name, .value = {}, .line = letter, .category = std::string(1, letter)});
    }
    input::FigureSpec spec;
    spec.data.are_places = true;
    spec.data.categories = true;
    spec.data.value_where = {.file = "f.yaml", .line = 9};
    BOOST_TEST(test::error_text([&] {
                   facts::gather_categories(spec, observations, geo::Gazetteer(places), "",
                                            test::english());
               }) == "f.yaml:9: error: d.csv has 8 categories, and a map tells at most 7 apart\n"
                     "  put some together under one name, such as \"Other\"\n");
}

BOOST_AUTO_TEST_SUITE_END()
