#include "render/input/yaml/yaml.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace cairn;
using input::YamlValue;
using Type = input::YamlValue::Type;

BOOST_AUTO_TEST_SUITE(yaml)

namespace {

YamlValue read(std::string_view text) {
    const test::TemporaryFolder folder;
    return input::read_yaml(folder.write("f.yaml", text), "f.yaml");
}

struct BadInput {
    std::string text;
    std::string_view message;
};

const BadInput bad_inputs[] = {
    {"\n# only this\n", "f.yaml: error: the file holds nothing but blanks or comments\n"
                        "  write its keys\n"},
    {"a: 1\n---\nb: 2\n", "f.yaml:3:1: error: a second document begins here\n"
                          "  take away the line --- above it; each file holds one document\n"},
    {"a: b: c\n", "f.yaml:1:5: error: a text with a colon and a space in it stands in quotes\n"
                  "  write a: \"b: c\"\n"},
    {"a: 1\n b: 2\n",
     "f.yaml:2:2: error: the line is indented deeper than line 1, which has its value beside its "
     "key\n"
     "  begin it below the \"a\" of line 1\n"},
    {"figures:\n - id: x\n  kind: y\n",
     "f.yaml:3:3: error: this is not YAML: end of sequence not found\n"
     "  indent the keys of a map alike, and the dashes of a list alike\n"},
    {"a: \"q\" z\n", "f.yaml:1:8: error: the text goes on behind the quote that closes it\n"
                     "  put all of it in quotes: '\"q\" z'\n"},
    {"a: [1, 2\nb: 3\n", "f.yaml:1:4: error: the bracket \"[\" is never closed\n"
                         "  close it with \"]\", and put text that holds a bracket in quotes\n"},
    {"a: {b: 1\n", "f.yaml:1:4: error: the bracket \"{\" is never closed\n"
                   "  close it with \"}\", and put text that holds a bracket in quotes\n"},
    {"a: }\n", "f.yaml:1:4: error: this is not YAML: illegal flow end\n"
               "  take the bracket away, or put the text in quotes\n"},
    {"a: @x\n", "f.yaml:1:4: error: this is not YAML: unknown token\n"
                "  put text that begins with @, %, ` or another sign in quotes\n"},
    {"a: *x\n", "f.yaml:1:4: error: this is not YAML: the referenced anchor is not defined\n"
                "  put text that begins with * in quotes\n"},
    {"a: \"\\q\"\n", "f.yaml:1:5: error: in double quotes, a back slash gives the sign behind it "
                     "another meaning\n"
                     "  write / in paths, or put the text in single quotes\n"},
    {"a:\n\tb: 1\n", "f.yaml:2:3: error: the line is indented by a tab\n"
                     "  indent with spaces\n"},
    {"a:\n  - b: 1\n\t  c: 2\n", "f.yaml:3:1: error: the line is indented by a tab\n"
                                 "  indent with spaces\n"},
    {"a: 1\nb: \"two\nc: 3\n", "f.yaml:2:4: error: a quote opens here and is never closed\n"
                               "  close the quote\n"},
    {"a: 1\nb: 'two\n", "f.yaml:2:4: error: a quote opens here and is never closed\n"
                        "  close the quote\n"},
    {"a:\n  - b: 1\n    c: \"x\n", "f.yaml:3:8: error: a quote opens here and is never closed\n"
                                   "  close the quote\n"},
    {"a: 1\n\"b: 2\n", "f.yaml:2:1: error: a quote opens here and is never closed\n"
                       "  close the quote\n"},
    {",", "f.yaml:1:1: error: this is not YAML: \",\" has no place here\n"
          "  take it away, or put the text in quotes\n"},
    {"  ,x: 1", "f.yaml:1:3: error: this is not YAML: \",\" has no place here\n"
                "  take it away, or put the text in quotes\n"},
    {"{},", "f.yaml:1:3: error: this is not YAML: \",\" has no place here\n"
            "  take it away, or put the text in quotes\n"},
    {"\"a\",", "f.yaml:1:4: error: this is not YAML: \",\" has no place here\n"
               "  take it away, or put the text in quotes\n"},
    {"[a],", "f.yaml:1:4: error: this is not YAML: \",\" has no place here\n"
             "  take it away, or put the text in quotes\n"},
    {"! ,", "f.yaml:1:3: error: this is not YAML: \",\" has no place here\n"
            "  take it away, or put the text in quotes\n"},
    {"# \u00E0\n,", "f.yaml:2:1: error: this is not YAML: \",\" has no place here\n"
                    "  take it away, or put the text in quotes\n"},
    {", \"x", "f.yaml:1:1: error: this is not YAML: \",\" has no place here\n"
              "  take it away, or put the text in quotes\n"},
    {"a: 1\n\"t\\x9Bb\": 2\n",
     "f.yaml:2:1: error: the text holds the control character U+009B, which is no text\n"
     "  take it out\n"},
    {"a: \"\\e[1m\"\n",
     "f.yaml:1:4: error: the text holds the control character U+001B, which is no text\n"
     "  take it out\n"},
    {"&a [*a]\n", "f.yaml:1:1: error: values are nested too deep, or too many\n"
                  "  a value may not hold itself by way of an alias\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(values_and_places) {
    const YamlValue root = read("# first\na: text\nb:\nc: [1, {d: \"2\"}]\na: again\n");
    BOOST_REQUIRE(root.type == Type::map);
    BOOST_TEST(root.line == 2);
    BOOST_TEST(root.column == 1);
    BOOST_REQUIRE(root.entries.size() == 4u);
    BOOST_TEST(root.entries[0].key.text == "a");
    BOOST_TEST(root.entries[0].value.text == "text");
    BOOST_TEST(root.entries[0].value.column == 4);
    BOOST_TEST((root.entries[1].value.type == Type::nothing));
    BOOST_TEST(root.entries[1].value.line == 3);
    BOOST_TEST(root.entries[1].value.column == 1);
    const YamlValue& list = root.entries[2].value;
    BOOST_REQUIRE(list.type == Type::list);
    BOOST_REQUIRE(list.items.size() == 2u);
    BOOST_TEST(list.items[1].entries.at(0).value.text == "2");
    BOOST_TEST(list.items[1].entries.at(0).value.line == 4);
    BOOST_TEST(list.items[1].entries.at(0).value.column == 12);
    BOOST_TEST(root.entries[3].key.text == "a");
}

BOOST_AUTO_TEST_CASE(what_yaml_allows) {
    BOOST_TEST(read("\xEF\xBB\xBF"
                    "a: 1\r\nb: 2\r\n")
                   .entries.size() == 2u);
    BOOST_TEST(read("---\na: 1\n...\n").entries.size() == 1u);
    BOOST_TEST(read("a: 1").entries.size() == 1u);
    BOOST_TEST(read("a: |\n  one\n  two\n").entries.at(0).value.text == "one\ntwo\n");
    BOOST_TEST(read("a: \"x\ny\"\n").entries.at(0).value.text == "x y");
    const YamlValue aliased = read("a: &x {b: 1}\nc: *x\n");
    BOOST_TEST(aliased.entries.at(1).value.entries.at(0).value.text == "1");
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(test::error_text([&] { read(bad.text); }) == bad.message);
    }
}

BOOST_AUTO_TEST_CASE(deep_and_wide_input_is_refused) {
    const std::string deep(10'000, '[');
    BOOST_TEST(!test::error_text([&] { read(deep); }).empty());
    std::string wide = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c < 'k'; ++c) {
        const std::string before = std::string(",*") + static_cast<char>(c - 1);
        wide += std::string(1, c) + ": &" + c + " [" + before.substr(1);
        for (int i = 0; i < 9; ++i) {
            wide += before;
        }
        wide += "]\n";
    }
    BOOST_TEST(test::error_text([&] { read(wide); }).find("too many") != std::string::npos);
    std::string many = "a: &a " + std::string(1'000'000, 'x') + "\nb: [";
    for (int i = 0; i < 50; ++i) {
        many += "*a, ";
    }
    BOOST_TEST(test::error_text([&] { read(many + "]"); }).find("too many") != std::string::npos);
    std::string long_list = "a: [";
    for (int i = 0; i < 110'000; ++i) {
        long_list += "x,";
    }
    // Told before the end is read, where the bracket is missing.
    BOOST_TEST(test::error_text([&] { read(long_list); }).find("too many") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
