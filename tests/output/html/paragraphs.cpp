#include "render/output/html/paragraphs.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(paragraphs)

namespace {

/// The paragraph of each line, with a plus where a space follows.
std::string shown(const std::vector<std::string>& lines,
                  const std::vector<std::string>& paragraphs) {
    const auto places = output::place_lines(lines, paragraphs);
    if (!places) {
        return "others";
    }
    std::string text;
    for (const output::LinePlace& place : *places) {
        text += std::to_string(place.paragraph) + (place.space_follows ? "+" : "") + " ";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(lines_are_found_in_their_paragraphs) {
    BOOST_TEST(shown({}, {"A"}) == "");
    BOOST_TEST(shown({"A b"}, {"A b"}) == "0 ");
    BOOST_TEST(shown({"A", "b", "C d"}, {"A b", "C d"}) == "0+ 0 1 ");
    BOOST_TEST(shown({"A", "b"}, {"A", "", "  ", "b"}) == "0 3 ");
    BOOST_TEST(shown({"A b"}, {"A  b "}) == "0 ");
    BOOST_TEST(shown({"A ", " b"}, {"A b"}) == "0+ 0 ");
    BOOST_TEST(shown({"A", "A"}, {"A", "A"}) == "0 1 ");
}

BOOST_AUTO_TEST_CASE(a_word_broken_between_letters_has_no_space) {
    BOOST_TEST(shown({"Llanfair", "pwll x", "y"}, {"Llanfairpwll x y"}) == "0 0+ 0 ");
}

BOOST_AUTO_TEST_CASE(other_lines_are_not) {
    BOOST_TEST(shown({"A"}, {}) == "others");
    BOOST_TEST(shown({"A", "x"}, {"A b"}) == "others");
    BOOST_TEST(shown({"A b c"}, {"A b"}) == "others");
    BOOST_TEST(shown({"A b", "c"}, {"A b"}) == "others");
    BOOST_TEST(shown({"A C"}, {"A", "C"}) == "others");
}

BOOST_AUTO_TEST_SUITE_END()
