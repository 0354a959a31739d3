#include "render/input/yaml/map_reader.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>
#include <string_view>

using namespace cairn;
using input::Choice;
using input::Key;
using input::MapReader;
using input::YamlLog;
using input::YamlValue;

BOOST_AUTO_TEST_SUITE(map_reader)

namespace {

enum class Size { small, large };

constexpr std::array keys{
    Key{"name", "Fife", true}, Key{"count", "5"},           Key{"size", "small"},
    Key{"list", "[1, 2]"},     Key{"inner", "{one: area}"},
};
constexpr std::array inner_keys{Key{"one", "area", true}};
constexpr std::array sizes{Choice<Size>{"small", Size::small}, Choice<Size>{"large", Size::large}};

YamlValue read(std::string_view text) {
    const test::TemporaryFolder folder;
    return input::read_yaml(folder.write("f.yaml", text), "f.yaml");
}

/// Reads every key, and gives what was told.
std::string told(std::string_view text) {
    const YamlValue root = read(text);
    YamlLog log{.file = "f.yaml"};
    MapReader reader(root, keys, log);
    reader.text("name");
    reader.whole("count", 1, 7);
    reader.choice("size", sizes);
    reader.list("list");
    reader.map("inner", inner_keys);
    std::string all;
    for (const Problem& problem : log.problems) {
        all += to_string(problem, Severity::error) + "\n";
    }
    return all;
}

struct BadInput {
    std::string_view text;
    std::string_view message;
};

constexpr BadInput bad_inputs[] = {
    {"name: a\nsise: small\n", "f.yaml:2:1: error: unknown key \"sise\"\n"
                               "  did you mean \"size\"?\n"},
    {"name: a\npopulation: 5\n",
     "f.yaml:2:1: error: unknown key \"population\"\n"
     "  the keys here are \"name\", \"count\", \"size\", \"list\" and \"inner\"\n"},
    {"{count: 5, name: Rate per 1,000 people}",
     "f.yaml:1:29: error: unknown key \"000 people\"\n"
     "  in { }, a text with a comma stands in quotes: name: \"Rate per 1,000 people\"\n"},
    {"{name: Edinburgh, City of}",
     "f.yaml:1:19: error: unknown key \"City of\"\n"
     "  in { }, a text with a comma stands in quotes: name: \"Edinburgh, City of\"\n"},
    {"name: a\n[1]: 5\n",
     "f.yaml:2:1: error: a key is a list, not text\n"
     "  the keys here are \"name\", \"count\", \"size\", \"list\" and \"inner\"\n"},
    {"name: a\nsize: small\nname: b\n", "f.yaml:3:1: error: the key \"name\" is given twice\n"
                                        "  it is first given on line 1; keep one\n"},
    {"size: small\n", "f.yaml:1:1: error: the key \"name\" is missing\n"
                      "  write it like this: name: Fife\n"},
    {"name:\n", "f.yaml:1:1: error: \"name\" is empty\n"
                "  write it like this: name: Fife\n"},
    {"name: \"  \"\n", "f.yaml:1:7: error: \"name\" is empty\n"
                       "  write it like this: name: Fife\n"},
    {"name: # of stories\n", "f.yaml:1:1: error: \"name\" is empty, for # begins a comment\n"
                             "  put a text that begins with # in quotes: name: \"# of stories\"\n"},
    {"count: 5\nname:#fff\n", "f.yaml:2:1: error: a space is missing after \"name:\"\n"
                              "  write name: \"#fff\"\n"},
    {"{name:Fife, count: 5}", "f.yaml:1:2: error: a space is missing after \"name:\"\n"
                              "  write name: Fife\n"},
    {"name: a\nlist:\n  one: 1\n  two: 2\n",
     "f.yaml:3:3: error: \"list\" is a map, not a list\n"
     "  begin each item of the list with a dash: - one: …\n"},
    {"name: [a]\n", "f.yaml:1:7: error: \"name\" is a list, not text\n"
                    "  write it like this: name: Fife\n"},
    {"name: {a: b}\n", "f.yaml:1:7: error: \"name\" is a map, not text\n"
                       "  write it like this: name: Fife\n"},
    {"name: a\ncount: many\n", "f.yaml:2:8: error: \"count\": \"many\" is not a number\n"
                               "  write it like this: count: 5\n"},
    {"name: a\ncount: ..\n", "f.yaml:2:8: error: \"count\": \"..\" is not a number\n"
                             "  write it like this: count: 5\n"},
    {"name: a\ncount: 8\n", "f.yaml:2:8: error: \"count\" is 8, not a whole number from 1 to 7\n"
                            "  write it like this: count: 5\n"},
    {"name: a\ncount: 2.5\n",
     "f.yaml:2:8: error: \"count\" is 2.5, not a whole number from 1 to 7\n"
     "  write it like this: count: 5\n"},
    {"name: a\nsize: smal\n", "f.yaml:2:7: error: \"size\" cannot be \"smal\"\n"
                              "  did you mean \"small\"?\n"},
    {"name: a\nsize: 12\n", "f.yaml:2:7: error: \"size\" cannot be \"12\"\n"
                            "  write \"small\" or \"large\"\n"},
    {"name: a\nsize: [small]\n", "f.yaml:2:7: error: \"size\" is a list, not text\n"
                                 "  write \"small\" or \"large\"\n"},
    {"name: a\nlist: 5\n", "f.yaml:2:7: error: \"list\" is text, not a list\n"
                           "  write it like this: list: [1, 2]\n"},
    {"name: a\nlist: []\n", "f.yaml:2:7: error: \"list\" is empty\n"
                            "  write it like this: list: [1, 2]\n"},
    {"name: a\ninner: [1]\n", "f.yaml:2:8: error: \"inner\" is a list, not a map\n"
                              "  write it like this: inner: {one: area}\n"},
    {"name: a\ninner: {}\n", "f.yaml:2:8: error: the key \"one\" is missing\n"
                             "  write it like this: one: area\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(values) {
    const YamlValue root = read("name: \" Perth\n\n  and Kinross \"\ncount: 5\nsize: large\n"
                                "list: [1, 2]\ninner: {one: area}\n");
    YamlLog log{.file = "f.yaml"};
    MapReader reader(root, keys, log);
    BOOST_TEST(reader.text("name").value() == "Perth and Kinross");
    BOOST_TEST(reader.whole("count", 1, 7).value() == 5);
    BOOST_TEST(reader.number("count").value() == 5);
    BOOST_TEST((reader.choice("size", sizes).value() == Size::large));
    BOOST_TEST(reader.list("list")->size() == 2u);
    BOOST_TEST(reader.map("inner", inner_keys)->text("one").value() == "area");
    BOOST_TEST(reader.where("size").line == 5);
    BOOST_TEST(reader.where("size").column == 7);
    BOOST_TEST(log.problems.empty());
}

BOOST_AUTO_TEST_CASE(absent_values) {
    const YamlValue root = read("name: a\n");
    YamlLog log{.file = "f.yaml"};
    MapReader reader(root, keys, log);
    BOOST_TEST(reader.find("count") == nullptr);
    BOOST_TEST(!reader.number("count").has_value());
    BOOST_TEST(!reader.whole("count", 1, 7).has_value());
    BOOST_TEST(!reader.choice("size", sizes).has_value());
    BOOST_TEST(reader.list("list") == nullptr);
    BOOST_TEST(!reader.map("inner", inner_keys).has_value());
    BOOST_TEST(reader.where("size").line == 1);
    BOOST_TEST(log.problems.empty());
}

BOOST_AUTO_TEST_CASE(a_part_may_leave_out_what_is_required) {
    const YamlValue root = read("size: small\ninner: {}\nnmae: a\n");
    YamlLog log{.file = "f.yaml"};
    MapReader reader(root, keys, log, input::Completeness::partial);
    BOOST_TEST(!reader.text("name").has_value());
    BOOST_TEST(reader.map("inner", inner_keys).has_value());
    BOOST_REQUIRE(log.problems.size() == 1U);
    BOOST_TEST(log.problems[0].what == "unknown key \"nmae\"");
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(told(bad.text) == bad.message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
