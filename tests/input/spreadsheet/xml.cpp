#include "render/input/spreadsheet/xml.h"

#include "tests/support.h"

#include <stdexcept>
#include <string>
#include <string_view>

using namespace cairn;
using input::XmlAttributes;

BOOST_AUTO_TEST_SUITE(xml)

namespace {

/// What a visitor is told, one thing behind another.
std::string told(std::string_view text) {
    std::string all;
    input::read_xml(text, "a.xlsx",
                    {.begin =
                         [&](std::string_view element, const XmlAttributes& attributes) {
                             all += "<" + std::string(element) + std::string(attributes.get("a")) +
                                    std::string(attributes.get_ending(":id"));
                         },
                     .end = [&](std::string_view element) { all += "/" + std::string(element); },
                     .text = [&](std::string_view one) { all += one; }});
    return all;
}

} // namespace

BOOST_AUTO_TEST_CASE(elements_attributes_and_text) {
    BOOST_TEST(told("\xEF\xBB\xBF<?xml version='1.0'?><x:b xmlns:x='y' a=\"1&amp;2\"><c r:id='z'/>"
                    "<!-- no -->&#163;<![CDATA[<>]]></x:b>") == "<b1&2<cz/c£<>/b");
}

BOOST_AUTO_TEST_CASE(whole_numbers) {
    const XmlAttributes attributes({{"a", "12"}, {"b", "0"}, {"c", "12x"}, {"d", "-1"}});
    BOOST_TEST(attributes.whole("a", 12).value() == 12);
    BOOST_TEST(!attributes.whole("a", 11).has_value());
    for (const char* none : {"b", "c", "d", "e"}) {
        BOOST_TEST(!attributes.whole(none, 100).has_value());
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_xml) {
    for (const char* text : {"", "a", "<a>", "<a></b>", "<a b=c/>", "<a>&b;</a>", "<a>\xFF</a>",
                             "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}) {
        const std::string message = test::error_text([&] { told(text); });
        BOOST_TEST(message.starts_with("a.xlsx: error: is a damaged spreadsheet: "));
        BOOST_TEST(message.ends_with(
            "\n  open it in a spreadsheet program, and save it as .xlsx again\n"));
    }
}

BOOST_AUTO_TEST_CASE(what_a_visitor_throws_comes_through) {
    const auto nothing = [](std::string_view) {};
    BOOST_CHECK_THROW(
        input::read_xml(
            "<a><b/></a>", "a.xlsx",
            {.begin = [](std::string_view, const XmlAttributes&) { throw std::out_of_range("x"); },
             .end = nothing,
             .text = nothing}),
        std::out_of_range);
}

BOOST_AUTO_TEST_SUITE_END()
