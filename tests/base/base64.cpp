#include "base/base64.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(base64)

BOOST_AUTO_TEST_CASE(the_vectors_of_the_standard) { // RFC 4648, 10
    BOOST_TEST(cairn::base64("") == "");
    BOOST_TEST(cairn::base64("f") == "Zg==");
    BOOST_TEST(cairn::base64("fo") == "Zm8=");
    BOOST_TEST(cairn::base64("foo") == "Zm9v");
    BOOST_TEST(cairn::base64("foob") == "Zm9vYg==");
    BOOST_TEST(cairn::base64("fooba") == "Zm9vYmE=");
    BOOST_TEST(cairn::base64("foobar") == "Zm9vYmFy");
}

BOOST_AUTO_TEST_CASE(all_bits) {
    BOOST_TEST(cairn::base64("\xFF\xFE\xFD") == "//79");
    BOOST_TEST(cairn::base64(std::string_view("\0\0\0", 3)) == "AAAA");
    BOOST_TEST(cairn::base64("\xFB") == "+w==");
}

BOOST_AUTO_TEST_SUITE_END()
