#include "render/output/markup.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>

using namespace cairn::output;

BOOST_AUTO_TEST_SUITE(markup)

BOOST_AUTO_TEST_CASE(what_means_something_is_escaped) {
    BOOST_TEST(escape("Fife") == "Fife");
    BOOST_TEST(escape("<b>\"A\" & 'B'</b>") == "&lt;b&gt;&quot;A&quot; &amp; 'B'&lt;/b&gt;");
    BOOST_TEST(escape("&amp;") == "&amp;amp;");
    BOOST_TEST(escape("]]>") == "]]&gt;");
    BOOST_TEST(escape("Dùn Èideann 東京") == "Dùn Èideann 東京");
    BOOST_TEST(attribute("alt", "a \"b\"") == " alt=\"a &quot;b&quot;\"");
}

BOOST_AUTO_TEST_CASE(what_xml_forbids_is_left_out) {
    BOOST_TEST(escape(std::string("a\0b\x01\x08\x0B\x0C\x1Fz", 9)) == "abz");
    BOOST_TEST(escape("a\tb\nc\r") == "a\tb\nc\r");
    BOOST_TEST(escape("a\uFFFE\uFFFFz\uFFFD") == "az\uFFFD");
}

BOOST_AUTO_TEST_CASE(file_names_become_urls) {
    BOOST_TEST(to_url("place-8.svg") == "place-8.svg");
    BOOST_TEST(to_url("a b#1?.svg") == "a%20b%231%3F.svg");
    BOOST_TEST(to_url("é%") == "%C3%A9%25");
}

BOOST_AUTO_TEST_SUITE_END()
