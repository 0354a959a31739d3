#include "render/output/checksum.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(checksum)

BOOST_AUTO_TEST_CASE(sha256_of_known_texts) {
    // FIPS 180-2, appendix B.
    BOOST_TEST(cairn::output::sha256("abc") ==
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(cairn::output::sha256("") ==
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(cairn::output::sha256(std::string(1'000'000, 'a')) ==
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_SUITE_END()
