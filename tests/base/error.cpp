#include "base/error.h"

#include "tests/support.h"

BOOST_AUTO_TEST_SUITE(error)

using cairn::Error;
using cairn::Problem;
using cairn::Severity;

BOOST_AUTO_TEST_CASE(a_problem_is_printed_with_all_that_is_known_of_its_place) {
    struct Case {
        Problem problem;
        std::string printed;
    };
    const std::vector<Case> cases{
        {{{.file = "d.csv"}, "the file is empty", ""}, "d.csv: error: the file is empty"},
        {{{.file = "d.csv", .line = 3}, "the row is ragged", ""},
         "d.csv:3: error: the row is ragged"},
        {{{.file = "f.yaml", .line = 3, .column = 7},
          "unknown key \"titel\"",
          "did you mean \"title\"?"},
         "f.yaml:3:7: error: unknown key \"titel\"\n  did you mean \"title\"?"},
        {{{.file = "d.csv", .column = 7}, "a column alone is no place", ""},
         "d.csv: error: a column alone is no place"},
        {{{.file = "b.gpkg", .layer = "lad", .feature = 0, .field = "code"},
          "the text is empty",
          "give it a code"},
         "b.gpkg: error: layer 'lad': feature 0: field 'code': the text is empty\n  give it a "
         "code"},
    };
    for (const Case& one : cases) {
        BOOST_TEST(to_string(one.problem, Severity::error) == one.printed);
    }
}

BOOST_AUTO_TEST_CASE(a_warning_says_that_it_is_one) {
    BOOST_TEST(to_string({{.file = "d.csv"}, "a note", "a remedy"}, Severity::warning) ==
               "d.csv: warning: a note\n  a remedy");
}

BOOST_AUTO_TEST_CASE(advice_says_that_it_is_advice) {
    BOOST_TEST(to_string({{.file = "f.yaml", .line = 2}, "a note", ""}, Severity::advice) ==
               "f.yaml:2: advice: a note");
}

BOOST_AUTO_TEST_CASE(an_error_keeps_all_problems_and_shows_the_first) {
    const Error error(
        std::vector<Problem>{{{.file = "a"}, "first", ""}, {{.file = "b"}, "second", ""}});
    BOOST_TEST(error.problems().size() == 2U);
    BOOST_TEST(error.what() == "a: error: first");
    BOOST_TEST(cairn::test::error_text([&] { throw error; }) ==
               "a: error: first\nb: error: second\n");
    const Error single(Problem{{.file = "a"}, "alone", ""});
    BOOST_TEST(single.problems().size() == 1U);
    BOOST_TEST(single.what() == "a: error: alone");
}

BOOST_AUTO_TEST_CASE(no_text_of_a_message_steers_the_terminal) {
    const Problem problem{
        .where = {.file = "a\x1B.yaml", .layer = "l\nf.yaml:9: error: x", .field = "\u202Ef"},
        .what = "no key \"\u009B\"",
        .remedy = "its fields: \r"};
    BOOST_TEST(to_string(problem, Severity::error) ==
               "a<U+001B>.yaml: error: layer 'l<U+000A>f.yaml:9: error: x': field '<U+202E>f': "
               "no key \"<U+009B>\"\n  its fields: <U+000D>");
}

BOOST_AUTO_TEST_SUITE_END()
