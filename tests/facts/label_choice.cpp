#include "render/facts/label_choice.h"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace cairn;
using facts::LabelChoice;
using input::LabelRule;
using input::LabelShow;

BOOST_AUTO_TEST_SUITE(label_choice)

namespace {

const geo::Gazetteer& places() {
    static const geo::Gazetteer places({{.code = "S1",
                                         .former_codes = {},
                                         .iso = {},
                                         .name = "Fife",
                                         .name_gd = "Fìobha",
                                         .aliases = {}},
                                        {.code = "S2",
                                         .former_codes = {},
                                         .iso = {},
                                         .name = "Highland",
                                         .name_gd = {},
                                         .aliases = {}},
                                        {.code = "S3",
                                         .former_codes = {},
                                         .iso = {},
                                         .name = "Moray",
                                         .name_gd = {},
                                         .aliases = {}},
                                        {.code = "S4",
                                         .former_codes = {},
                                         .iso = {},
                                         .name = "Angus",
                                         .name_gd = {},
                                         .aliases = {}}});
    return places;
}

/// Fife 5, Highland 2, Moray 0, Angus without a value.
facts::Facts facts_of() {
    facts::Facts facts;
    facts.language = "en-GB";
    facts.item = {"area", "areas"};
    const auto add = [&](const char* name, const char* code, std::optional<double> value) {
        facts.facts.push_back({.label = name, .code = code, .value = value, .class_index = {}});
    };
    add("Fife", "S1", 5);
    add("Highland", "S2", 2);
    add("Moray", "S3", 0);
    add("Angus", "S4", {});
    return facts;
}

std::vector<LabelChoice> choices(const input::LabelSpec& spec) {
    return facts::label_choices(spec, facts_of(), places());
}

constexpr LabelChoice nothing{};
constexpr LabelChoice both{.name = true, .value = true, .needed = true, .beside = false};
constexpr LabelChoice quiet{.name = false, .value = true, .needed = false, .beside = false};
constexpr LabelChoice value{.name = false, .value = true, .needed = true, .beside = false};
constexpr LabelChoice beside{.name = true, .value = true, .needed = true, .beside = true};

/// What one rule gives to Fife, Highland, Moray and Angus.
void check(const input::LabelSpec& spec, const std::vector<LabelChoice>& expected) {
    BOOST_TEST((choices(spec) == expected));
}

std::string problems_of(const input::LabelSpec& spec) {
    try {
        choices(spec);
    } catch (const Error& error) {
        std::string text;
        for (const Problem& problem : error.problems()) {
            text += to_string(problem, Severity::error) + "\n";
        }
        return text;
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_CASE(each_rule_labels_its_areas) {
    check({.rule = LabelRule::named, .exceptions = {}}, {both, both, quiet, nothing});
    check({.rule = LabelRule::all, .exceptions = {}}, {both, both, both, beside});
    check({.rule = LabelRule::values, .exceptions = {}}, {value, value, quiet, nothing});
    check({.rule = LabelRule::top, .top = 1, .exceptions = {}}, {both, nothing, nothing, nothing});
    check({.rule = LabelRule::top, .top = 9, .exceptions = {}}, {both, both, nothing, nothing});
    check({.rule = LabelRule::none, .exceptions = {}}, {nothing, nothing, nothing, nothing});
}

BOOST_AUTO_TEST_CASE(areas_level_with_the_last_of_the_highest_are_labelled) {
    facts::Facts facts = facts_of();
    facts.facts[1].value = 5;
    const auto top =
        facts::label_choices({.rule = LabelRule::top, .top = 1, .exceptions = {}}, facts, places());
    BOOST_TEST((top == std::vector<LabelChoice>{both, both, nothing, nothing}));
}

BOOST_AUTO_TEST_CASE(exceptions_go_by_name_code_or_gaelic_name) {
    input::LabelSpec spec;
    spec.exceptions = {{"Fìobha", LabelShow::none, {}},
                       {"S2", LabelShow::beside, {}},
                       {"moray", LabelShow::both, {}}};
    check(spec, {nothing, beside, both, nothing});
}

BOOST_AUTO_TEST_CASE(no_label_stands_on_an_area_without_a_value) {
    input::LabelSpec spec;
    spec.exceptions = {{"Angus", LabelShow::name, {}}};
    check(spec,
          {both, both, quiet, {.name = true, .value = false, .needed = true, .beside = true}});
}

BOOST_AUTO_TEST_CASE(an_area_that_is_not_there_or_named_twice_is_told) {
    input::LabelSpec spec;
    spec.exceptions = {{"Hihgland", LabelShow::none, {.file = "f.yaml", .line = 3}},
                       {"Fife", LabelShow::none, {.file = "f.yaml", .line = 4}},
                       {"S1", LabelShow::value, {.file = "f.yaml", .line = 5}}};
    BOOST_TEST(problems_of(spec) == "f.yaml:3: error: \"Hihgland\" matches no area of the map\n"
                                    "  did you mean \"Highland\"?\n"
                                    "f.yaml:5: error: \"S1\" has a label already, as \"Fife\"\n"
                                    "  take one of the two out\n");
}

BOOST_AUTO_TEST_SUITE_END()
