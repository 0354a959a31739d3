#include "render/output/output.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(csv)

namespace {

facts::Fact fact(const std::string& label, std::optional<double> value) {
    facts::Fact fact;
    fact.label = label;
    fact.value = value;
    return fact;
}

} // namespace

BOOST_AUTO_TEST_CASE(bars_have_labels_and_values) {
    facts::Facts facts;
    facts.facts = {fact("Health / NHS", 6), fact("Third, or \"voluntary\", sector", 1234567.5),
                   fact("two\nlines", -0.001), fact("none", std::nullopt)};
    BOOST_TEST(output::to_csv(facts, {}) == "label,value\r\n"
                                            "Health / NHS,6\r\n"
                                            "\"Third, or \"\"voluntary\"\", sector\",1234567.5\r\n"
                                            "\"two\nlines\",-0.001\r\n"
                                            "none,\r\n");
}

BOOST_AUTO_TEST_CASE(maps_have_codes_and_classes_too) {
    facts::Facts facts;
    facts.body = facts::Areas{
        .shown = facts::Classes{{{1, 1, true, 1}, {1000, 4000, false, 1}}, {}}, .zero_count = 1};
    words::Words words;
    words.class_labels = {{"1", "1 sgìre"}, {"1,000 gu nas lugha na 4,000", "1 sgìre"}};
    facts.facts = {fact("Fife", 1400), fact("Moray", 1), fact("Angus", 0), fact("Highland", {})};
    facts.facts[0].code = "S12000047";
    facts.facts[0].class_index = 1;
    facts.facts[1].class_index = 0;
    BOOST_TEST(output::to_csv(facts, words) ==
               "label,code,value,class\r\n"
               "Fife,S12000047,1400,\"1,000 gu nas lugha na 4,000\"\r\n"
               "Moray,,1,1\r\n"
               "Angus,,0,0\r\n"
               "Highland,,,\r\n");
}

BOOST_AUTO_TEST_CASE(rows_without_an_area_stand_behind_the_areas) {
    facts::Facts facts;
    facts.body = facts::Areas{.shown = facts::Classes{{{6, 6, true, 1}}, {}}};
    words::Words words;
    words.class_labels = {{"6", "1 area"}};
    facts.facts = {fact("Fife", 6)};
    facts.facts[0].class_index = 0;
    facts.unplaced = facts::Unplaced{.rows = {fact("Unknown", 4)}, .value = 4};
    BOOST_TEST(output::to_csv(facts, words) ==
               "label,code,value,class\r\nFife,,6,6\r\nUnknown,,4,\r\n");
}

BOOST_AUTO_TEST_CASE(why_a_value_is_missing_stands_in_the_last_column) {
    facts::Facts facts;
    facts.facts = {fact("A", 6), fact("B", std::nullopt), fact("C", std::nullopt)};
    facts.facts[1].reason = Reason::suppressed;
    BOOST_TEST(output::to_csv(facts, {}) ==
               "label,value,reason\r\nA,6,\r\nB,,suppressed\r\nC,,\r\n");
}

BOOST_AUTO_TEST_CASE(groups_stand_in_place_of_values) {
    facts::Facts facts;
    facts.body = facts::Groups{.categories = {{"North, far", 1}}};
    facts.facts = {fact("Fife", {}), fact("Moray", {})};
    facts.facts[1].class_index = 0;
    BOOST_TEST(output::to_csv(facts, {}) == "label,code,category\r\n"
                                            "Fife,,\r\n"
                                            "Moray,,\"North, far\"\r\n");
}

BOOST_AUTO_TEST_CASE(small_maps_have_their_panel) {
    facts::Facts facts;
    facts.body = facts::Panels{.panels = {{"2021", 0}, {"2022", 3}},
                               .shades = facts::Classes{{{3, 3, true, 1}}, {}},
                               .zero_count = 1};
    facts.facts = {fact("Fife", 0), fact("Fife", 3)};
    facts.facts[1].panel = 1;
    facts.facts[1].class_index = 0;
    words::Words words;
    words.class_labels = {{"3", ""}};
    BOOST_TEST(output::to_csv(facts, words) == "label,code,panel,value,class\r\n"
                                               "Fife,,2021,0,0\r\n"
                                               "Fife,,2022,3,3\r\n");
}

BOOST_AUTO_TEST_CASE(rates_have_what_they_are_made_of) {
    facts::Facts facts;
    facts.rate = facts::Rate{};
    facts.facts = {fact("Fife", 1.35), fact("Moray", 0), fact("Angus", {})};
    facts.facts[0].count = 5;
    facts.facts[0].denominator = 371340;
    facts.facts[0].few_cases = true;
    facts.facts[1].count = 0;
    facts.facts[1].denominator = 94280;
    facts.facts[2].denominator = 114660;
    BOOST_TEST(output::to_csv(facts, {}) == "label,count,denominator,value,mark\r\n"
                                            "Fife,5,371340,1.35,[u]\r\n"
                                            "Moray,0,94280,0,\r\n"
                                            "Angus,,114660,,\r\n");
    facts.body = facts::Areas{};
    facts.facts.resize(1);
    facts.facts[0].code = "S12000047";
    facts.facts[0].class_index = 0;
    words::Words words;
    words.class_labels = {{"1 to 2", "1 area"}};
    BOOST_TEST(output::to_csv(facts, words) == "label,code,count,denominator,value,class,mark\r\n"
                                               "Fife,S12000047,5,371340,1.35,1 to 2,[u]\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
