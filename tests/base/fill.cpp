#include "base/fill.h"

#include "tests/support.h"

#include <stdexcept>

namespace cairn::tests {

BOOST_AUTO_TEST_SUITE(fill)

BOOST_AUTO_TEST_CASE(places_get_their_text) {
    BOOST_TEST(cairn::fill("{a} of {b}", {{"a", "1"}, {"b", "2"}}) == "1 of 2");
    BOOST_TEST(cairn::fill("{b}, {a}, {b}", {{"a", "1"}, {"b", "2"}}) == "2, 1, 2");
    BOOST_TEST(cairn::fill("", {}) == "");
    BOOST_TEST(cairn::fill("plain", {{"a", "1"}}) == "plain");
}

BOOST_AUTO_TEST_CASE(what_is_filled_in_is_not_read_again) {
    BOOST_TEST(cairn::fill("{a}{b}", {{"a", "{b}"}, {"b", "{a"}}) == "{b}{a");
}

BOOST_AUTO_TEST_CASE(a_place_without_a_text_is_an_error_of_the_program) {
    BOOST_CHECK_THROW(cairn::fill("{c}", {{"a", "1"}}), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::tests
