#include "base/white_space.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(white_space)

BOOST_AUTO_TEST_CASE(ends) {
    BOOST_TEST(trimmed("") == "");
    BOOST_TEST(trimmed(" \t\r\n") == "");
    BOOST_TEST(trimmed(" a b ") == "a b");
    BOOST_TEST(trimmed("\u00A0 a\u00A0b \u00A0 ") == "a\u00A0b");
    BOOST_TEST(trimmed("\u00A0") == "");
    BOOST_TEST(trimmed("à") == "à");
}

BOOST_AUTO_TEST_CASE(lines) {
    BOOST_TEST(one_line("") == "");
    BOOST_TEST(one_line("a  b") == "a  b");
    BOOST_TEST(one_line(" Perth\n  and\tKinross \r\n") == "Perth and Kinross");
}

BOOST_AUTO_TEST_SUITE_END()
