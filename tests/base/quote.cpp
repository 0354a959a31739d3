#include "base/quote.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(quote)

BOOST_AUTO_TEST_CASE(text_in_quotes) {
    BOOST_TEST(in_quotes("Fife") == "\"Fife\"");
    BOOST_TEST(in_quotes("") == "\"\"");
    BOOST_TEST(in_quotes("one\ntwo\t3") == "\"one two 3\"");
    BOOST_TEST(in_quotes("\x1B[1m") == "\"\x1B[1m\""); // to_string() shows it as it is
}

BOOST_AUTO_TEST_CASE(long_text_is_cut_between_characters) {
    std::string sixty;
    for (int i = 0; i < 60; ++i) {
        sixty += "ì";
    }
    BOOST_TEST(in_quotes(sixty) == "\"" + sixty + "\"");
    BOOST_TEST(in_quotes(sixty + "ò") == "\"" + sixty + "…\"");
}

BOOST_AUTO_TEST_CASE(lists) {
    BOOST_TEST(quoted_list(std::vector<std::string>{}, "or") == "");
    BOOST_TEST(quoted_list(std::vector<std::string>{"a"}, "or") == "\"a\"");
    BOOST_TEST(quoted_list(std::vector<std::string>{"a", "b"}, "or") == "\"a\" or \"b\"");
    BOOST_TEST(quoted_list(std::vector<std::string>{"a", "b", "c"}, "and") ==
               "\"a\", \"b\" and \"c\"");
}

BOOST_AUTO_TEST_CASE(near_names) {
    const std::vector<std::string> names{"title", "subtitle", "note"};
    BOOST_TEST(did_you_mean("titel", names, "no") == "did you mean \"title\"?");
    BOOST_TEST(did_you_mean("boundaries", names, "no") == "no");
}

BOOST_AUTO_TEST_SUITE_END()
