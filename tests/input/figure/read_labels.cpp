#include "render/input/figure/read_labels.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <string_view>

using namespace cairn;
using input::LabelRule;
using input::LabelShow;

BOOST_AUTO_TEST_SUITE(read_labels)

namespace {

struct Reading {
    input::LabelSpec spec;
    std::string told;
};

Reading read(std::string_view text) {
    const test::TemporaryFolder folder;
    const input::YamlValue value = input::read_yaml(folder.write("f.yaml", text), "f.yaml");
    constexpr std::array keys{input::Key{"labels", "top 5"}};
    input::YamlLog log{.file = "f.yaml"};
    input::MapReader figure(value, keys, log, input::Completeness::partial);
    Reading reading{input::read_labels(figure, log), ""};
    for (const Problem& problem : log.problems) {
        reading.told += to_string(problem, Severity::error) + "\n";
    }
    return reading;
}

struct BadInput {
    std::string_view text;
    std::string_view message;
};

constexpr BadInput bad_inputs[] = {
    {"labels: nmaed", "f.yaml:1:9: error: \"labels\" cannot be \"nmaed\"\n"
                      "  did you mean \"named\"?\n"},
    {"labels: [all]", "f.yaml:1:9: error: \"labels\" is a list, not text\n"
                      "  write \"all\", \"values\", \"named\", \"top 5\" or \"none\"\n"},
    {"labels: top ten", "f.yaml:1:9: error: \"labels\" cannot be \"top ten\"\n"
                        "  write how many of the highest areas have labels, such as top 5\n"},
    {"labels: top 0", "f.yaml:1:9: error: \"labels\" cannot be \"top 0\"\n"
                      "  write how many of the highest areas have labels, such as top 5\n"},
    {"labels: top 2.5", "f.yaml:1:9: error: \"labels\" cannot be \"top 2.5\"\n"
                        "  write how many of the highest areas have labels, such as top 5\n"},
    {"labels: {shows: all}", "f.yaml:1:10: error: unknown key \"shows\"\n"
                             "  did you mean \"show\"?\n"},
    {"labels: {regions: Fife}", "f.yaml:1:19: error: \"regions\" is not a map of areas\n"
                                "  write it like this: regions: {Fife: none, Highland: beside}\n"},
    {"labels: {regions: {Fife: sea}}",
     "f.yaml:1:26: error: \"Fife\" cannot be \"sea\"\n"
     "  write \"none\", \"value\", \"name\", \"both\" or \"beside\"\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(bad_input_is_told) {
    for (const auto& [text, message] : bad_inputs) {
        BOOST_TEST(read(text).told == message, "of " << text);
    }
}

BOOST_AUTO_TEST_CASE(names_are_labelled_where_nothing_is_said) {
    const Reading reading = read("id: a");
    BOOST_TEST((reading.spec.rule == LabelRule::named));
    BOOST_TEST(reading.spec.exceptions.empty());
}

BOOST_AUTO_TEST_CASE(every_rule_is_read) {
    BOOST_TEST((read("labels: all").spec.rule == LabelRule::all));
    BOOST_TEST((read("labels: values").spec.rule == LabelRule::values));
    BOOST_TEST((read("labels: named").spec.rule == LabelRule::named));
    BOOST_TEST((read("labels: none").spec.rule == LabelRule::none));
    const Reading top = read("labels: top 12");
    BOOST_TEST((top.spec.rule == LabelRule::top));
    BOOST_TEST(top.spec.top == 12);
}

BOOST_AUTO_TEST_CASE(areas_may_be_exceptions) {
    const Reading reading =
        read("labels: {show: top 3, regions: {Fife: none, S12000033: value, Highland: beside}}");
    BOOST_TEST(reading.told == "");
    BOOST_TEST((reading.spec.rule == LabelRule::top));
    BOOST_REQUIRE(reading.spec.exceptions.size() == 3U);
    BOOST_TEST(reading.spec.exceptions[0].place == "Fife");
    BOOST_TEST((reading.spec.exceptions[0].show == LabelShow::none));
    BOOST_TEST(reading.spec.exceptions[1].place == "S12000033");
    BOOST_TEST((reading.spec.exceptions[1].show == LabelShow::value));
    BOOST_TEST((reading.spec.exceptions[2].show == LabelShow::beside));
    BOOST_TEST(reading.spec.exceptions[2].where.column == 63);
}

BOOST_AUTO_TEST_SUITE_END()
