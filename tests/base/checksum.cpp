#include "base/checksum.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(checksum)

BOOST_AUTO_TEST_CASE(sha256_of_known_texts) {
    // FIPS 180-2, appendix B.
    BOOST_TEST(cairn::sha256("abc") ==
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(cairn::sha256("") ==
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(cairn::sha256(std::string(1'000'000, 'a')) ==
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(the_fonts_are_those_that_their_readme_names) {
    const std::filesystem::path folder = cairn::test::source_folder() / "styles/fonts";
    const std::string readme = cairn::test::read_bytes(folder / "README.md");
    for (const std::string style : {"Regular", "Bold"}) {
        const std::string name = "AtkinsonHyperlegibleNext-" + style + ".ttf";
        const std::string sum = cairn::sha256(cairn::test::read_bytes(folder / name));
        BOOST_TEST(readme.find("| `" + name + "` | `" + sum + "` |") != std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
