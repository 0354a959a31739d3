#include "render/output/pdf/deflate.h"

#include "tests/support_written.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(deflate)

BOOST_AUTO_TEST_CASE(zlib_reads_it_back) {
    std::string long_text;
    for (int i = 0; i < 20000; ++i) {
        long_text += std::to_string(i * 7919 % 1009) + " l\n";
    }
    for (const std::string& text : {std::string(), std::string("\0\xFF", 2), long_text}) {
        const std::string packed = output::deflate(text);
        BOOST_TEST(packed.size() < text.size() / 2 + 32);
        const test::Written file("packed", packed);
        file.run("python3 -c 'import sys, zlib; "
                 "open(\"text\", \"wb\").write(zlib.decompress(open(\"packed\", \"rb\").read()))'");
        BOOST_TEST((file.read("text") == text));
    }
}

BOOST_AUTO_TEST_SUITE_END()
