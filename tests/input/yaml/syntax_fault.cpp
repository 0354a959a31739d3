#include "render/input/yaml/syntax_fault.h"

#include "render/input/yaml/yaml.h"
#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(syntax_fault)

namespace {

struct Slip {
    std::string_view text;
    std::string_view message;
};

// What people write, and what they are told; the parser gives up further down in most of them.
constexpr Slip slips[] = {
    {"figures:\n  - id: a\n    kind:bar\n    title: T\n",
     "f.yaml:3:9: error: a space is missing after the colon\n"
     "  write kind: bar\n"},
    {"figures:\n  - id:a\n    kind: bar\n",
     "f.yaml:2:7: error: a space is missing after the colon\n"
     "  write id: a\n"},
    {"source:Us\nfigures:\n  - id: a\n", "f.yaml:1:7: error: a space is missing after the colon\n"
                                         "  write source: Us\n"},
    {"source:Us # and them\n\n# these\nfigures:\n  - id: a\n",
     "f.yaml:1:7: error: a space is missing after the colon\n"
     "  write source: Us\n"},
    // A password is in no message, wherever it stands.
    {"source:postgresql:password=hunter2\nfigures:\n  - id: a\n",
     "f.yaml:1:7: error: a space is missing after the colon\n"
     "  write the line as YAML, and no password into this file\n"},
    {"a:\n  source: postgresql: Password=hunter2\n",
     "f.yaml:2:21: error: a text with a colon and a space in it stands in quotes\n"
     "  write the line as YAML, and no password into this file\n"},
    {"fill:#5e2750\nfont: A\n", "f.yaml:1:5: error: a space is missing after the colon\n"
                                "  write fill: \"#5e2750\"\n"},
    {"figures:\n  -id: a\n    kind: bar\n", "f.yaml:2:3: error: a space is missing after the dash\n"
                                            "  write - id: a\n"},
    {"figures:\n  - id: a\n    kind: bar\n  -id: b\n    kind: bar\n",
     "f.yaml:4:3: error: a space is missing after the dash\n"
     "  write - id: b\n"},
    {"figures:\n  id: a\n    kind: bar\n",
     "f.yaml:2:3: error: a dash is missing before the first key of a figure\n"
     "  write - id: a, and its other keys below the \"id\"\n"},
    {"figures:\n  - id: a\n    kind: bar\n  id: b\n    kind: bar\n",
     "f.yaml:4:3: error: a dash is missing, as line 2 has one\n"
     "  write - id: b\n"},
    {"figures:\n  - id: a\n    title: Stories: a summary\n",
     "f.yaml:3:19: error: a text with a colon and a space in it stands in quotes\n"
     "  write title: \"Stories: a summary\"\n"},
    {"a:\n  title: Our \"best\": a summary\n",
     "f.yaml:2:20: error: a text with a colon and a space in it stands in quotes\n"
     "  write title: 'Our \"best\": a summary'\n"},
    {"based_on: screen\nbar: {fill: #5e2750}\n",
     "f.yaml:2:13: error: a # after a space begins a comment, and hides the rest of the line\n"
     "  put the text in quotes: \"#5e2750\"\n"},
    {"map: {ramp: [\"#ffffff\", #5e2750]}\nbar: {}\n",
     "f.yaml:1:25: error: a # after a space begins a comment, and hides the rest of the line\n"
     "  put the text in quotes: \"#5e2750\"\n"},
    {"data: {file: a.csv, label: \"A # b\"\nsort: file\n",
     "f.yaml:1:7: error: the bracket \"{\" is never closed\n"
     "  close it with \"}\", and put text that holds a bracket in quotes\n"},
    {"data: {file: \"C:\\data\\s.csv\"}\n",
     "f.yaml:1:17: error: in double quotes, a back slash gives the sign behind it another "
     "meaning\n"
     "  write / in paths, or put the text in single quotes\n"},
    {"a:\n  b: 1\n   c: 2\n",
     "f.yaml:3:4: error: the line is indented deeper than line 2, which has "
     "its value beside its key\n"
     "  begin it below the \"b\" of line 2\n"},
    {"title: \"Us\" and them\nnote: x\n",
     "f.yaml:1:13: error: the text goes on behind the quote that closes it\n"
     "  put all of it in quotes: '\"Us\" and them'\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(slips_are_told_where_they_stand) {
    const test::TemporaryFolder folder;
    for (const Slip& slip : slips) {
        const auto file = folder.write("f.yaml", slip.text);
        BOOST_TEST(test::error_text([&] { input::read_yaml(file, "f.yaml"); }) == slip.message);
    }
}

BOOST_AUTO_TEST_CASE(quoting) {
    BOOST_TEST(input::yaml_quoted("a: b") == "\"a: b\"");
    BOOST_TEST(input::yaml_quoted("it's \"so\"") == "'it''s \"so\"'");
    BOOST_TEST(input::yaml_quoted("a\\b") == "'a\\b'");
}

BOOST_AUTO_TEST_SUITE_END()
