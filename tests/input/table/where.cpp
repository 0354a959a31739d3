#include "render/input/table/where.h"

#include "base/overloaded.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

using namespace cairn;
using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(where)

namespace {

const Location at{.file = "f.yaml", .line = 4, .column = 30};

Table stories() {
    return {
        .file = "d.csv", .columns = {"Year", "Phase", "How recorded", "Children (%)"}, .rows = {}};
}

/// A condition in brackets: `(Phase == "Phase 1" | "Phase 2")`.
std::string shown(const Condition& condition) {
    const auto joined = [](const std::vector<Condition>& conditions, std::string_view word) {
        std::string text;
        for (const Condition& one : conditions) {
            text += (text.empty() ? "(" : std::string(word)) + shown(one);
        }
        return text + ")";
    };
    return std::visit(
        Overloaded{[](const Comparison& one) {
                       constexpr std::string_view signs[] = {" = ",  " != ", " < ",
                                                             " <= ", " > ",  " >= "};
                       std::string text = stories().columns[one.column];
                       text += signs[static_cast<std::size_t>(one.relation)];
                       for (const Literal& value : one.values) {
                           text += (&value == one.values.data() ? "" : "|") + value.text;
                           text += value.number ? "#" : "";
                           text += value.days ? "d" : "";
                       }
                       return text;
                   },
                   [](const Not& negation) { return "not " + shown(*negation.condition); },
                   [&](const AllOf& all) { return joined(all.conditions, " and "); },
                   [&](const AnyOf& any) { return joined(any.conditions, " or "); }},
        condition.node);
}

struct Reading {
    std::string_view text;
    std::string_view condition;
};

constexpr Reading readings[] = {
    {"Year = 2023", "Year = 2023#d"},
    {"Year == '2023'", "Year = 2023"},
    {"Year<>2023.5", "Year != 2023.5#"},
    {"Year>=2024-03-31", "Year >= 2024-03-31d"},
    {"Year < 31/12/2024", "Year < 31/12/2024d"},
    {"Phase < 'Phase 2'", "Phase < Phase 2"},
    {"Phase = Phase 1", "Phase = Phase 1"},
    {"How recorded = Written", "How recorded = Written"},
    {"\"Children (%)\" < -5", "Children (%) < -5#"},
    {"Phase = 'Women''s Aid'", "Phase = Women's Aid"},
    {"Phase = Women's Aid", "Phase = Women's Aid"},
    {"Phase = \"Phase 1\"", "Phase = Phase 1"},
    {"Phase = ''", "Phase = "},
    {"Phase in (Phase 1, 'Argyll and Bute')", "Phase = Phase 1|Argyll and Bute"},
    {"Phase not in (a)", "Phase != a"},
    {"Year between 2019 and 2023", "(Year >= 2019#d and Year <= 2023#d)"},
    {"Year not between 1 and 2", "not (Year >= 1# and Year <= 2#)"},
    {"Year = 1 or Year = 2 and not Phase = a", "(Year = 1# or (Year = 2# and not Phase = a))"},
    {"(Year = 1 OR Year = 2) AND Phase = a", "((Year = 1# or Year = 2#) and Phase = a)"},
    {"not (Year = 1 or Year = 2)", "not (Year = 1# or Year = 2#)"},
    {"not not Year = 1", "not not Year = 1#"},
};

struct BadInput {
    std::string text;
    std::string_view message;
};

const BadInput bad_inputs[] = {
    {"Phse = 1", "f.yaml:4:30: error: `where`, at character 1: d.csv has no column \"Phse\"\n"
                 "  did you mean \"Phase\"?\n"},
    {"Phase = Phase 1 and Sektor = 1",
     "f.yaml:4:30: error: `where`, at character 21: d.csv has no column \"Sektor\"\n"
     "  its columns are \"Year\", \"Phase\", \"How recorded\", \"Children (%)\"\n"},
    {"Phase = 'Phase 1",
     "f.yaml:4:30: error: `where`, at character 9: a quote opens here and is never closed\n"
     "  close it; write a quote inside a text twice: 'Women''s Aid'\n"},
    {"Phase = Argyll and Bute",
     "f.yaml:4:30: error: `where`, at character 20: \"Bute\" is compared with nothing\n"
     "  write =, !=, <, <=, >, >=, in or between behind the name of a column; a text with "
     "\"and\" or \"or\" in it stands in quotes: 'Argyll and Bute'\n"},
    {"Phase", "f.yaml:4:30: error: `where`, at character 1: \"Phase\" is compared with nothing\n"
              "  write =, !=, <, <=, >, >=, in or between behind the name of a column; a text with "
              "\"and\" or \"or\" in it stands in quotes: 'Argyll and Bute'\n"},
    {"Phase =", "f.yaml:4:30: error: `where`, at character 8: the end stands where a value should\n"
                "  write a number, a date such as 2024-03-31, or a text in quotes\n"},
    {"Year < five",
     "f.yaml:4:30: error: `where`, at character 8: \"five\" is no number and no date\n"
     "  write a number, a date such as 2024-03-31 or 31/03/2024, or a text in quotes\n"},
    {"Year between 2019 and 1 April 2024",
     "f.yaml:4:30: error: `where`, at character 23: \"1 April 2024\" is no number and no date\n"
     "  write a number, a date such as 2024-03-31 or 31/03/2024, or a text in quotes\n"},
    {"Phase = and", "f.yaml:4:30: error: `where`, at character 9: \"and\" stands where a value "
                    "should\n"
                    "  write a number, a date such as 2024-03-31, or a text in quotes\n"},
    {"= 5", "f.yaml:4:30: error: `where`, at character 1: \"=\" stands where the name of a column "
            "should\n"
            "  write it like this: Phase = 'Phase 1'\n"},
    {"Year = 2023 and", "f.yaml:4:30: error: `where`, at character 16: the end stands where the "
                        "name of a column should\n"
                        "  write it like this: Phase = 'Phase 1'\n"},
    {"Year in 2023", "f.yaml:4:30: error: `where`, at character 9: \"2023\" stands where a bracket "
                     "should open\n"
                     "  write the values in brackets: in ('Phase 1', 'Phase 2')\n"},
    {"Year in (2023", "f.yaml:4:30: error: `where`, at character 14: the end stands where a "
                      "bracket should close\n"
                      "  close the bracket\n"},
    {"(Year = 1", "f.yaml:4:30: error: `where`, at character 10: the end stands where a bracket "
                  "should close\n"
                  "  close the bracket\n"},
    {"Year between 1, 2", "f.yaml:4:30: error: `where`, at character 15: \",\" stands where the "
                          "`and` of `between` should\n"
                          "  write it like this: between 2019 and 2023\n"},
    {"Phase = 'é' )", "f.yaml:4:30: error: `where`, at character 13: \")\" has no place here\n"
                      "  join comparisons by `and` or `or`; put a name or a text with signs in "
                      "quotes\n"},
    {"Year = 1,000", "f.yaml:4:30: error: `where`, at character 9: \",\" has no place here\n"
                     "  join comparisons by `and` or `or`; put a name or a text with signs in "
                     "quotes\n"},
    {std::string(60, '('), "f.yaml:4:30: error: `where`, at character 51: brackets are nested more "
                           "than 50 deep\n"
                           "  write a shorter condition\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(an_expression_is_read_as_it_is_meant) {
    for (const Reading& reading : readings) {
        BOOST_TEST_CONTEXT(reading.text) {
            BOOST_TEST(shown(parse_condition(reading.text, stories(), at)) == reading.condition);
        }
    }
}

BOOST_AUTO_TEST_CASE(columns_are_known_before_there_is_a_table) {
    BOOST_TEST(columns_named_in("Year = 2023 and not (\"Some, name\" in ('a', b) or "
                                "How recorded between 1 and 2)") ==
                   (std::vector<std::string>{"Year", "Some, name", "How recorded"}),
               boost::test_tools::per_element());
    for (const char* unreadable : {"", "Year =", "Year = 'a", "Year = 1,000"}) {
        BOOST_TEST(columns_named_in(unreadable).empty());
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_told_with_its_character) {
    for (const BadInput& input : bad_inputs) {
        BOOST_TEST_CONTEXT(input.text) {
            BOOST_TEST(test::error_text([&] { parse_condition(input.text, stories(), at); }) ==
                       input.message);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
