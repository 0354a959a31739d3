#include "render/words/words.h"

#include "tests/support.h"

namespace cairn::words {

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(to_markdown_sets_numbers_to_the_right) {
    const DataTable table{"Stories", {{"Sector", false}, {"Stories", true}}, {{"Health", "6"}}};
    BOOST_TEST(to_markdown(table) == "| Sector | Stories |\n"
                                     "| :--- | ---: |\n"
                                     "| Health | 6 |\n");
}

BOOST_AUTO_TEST_CASE(to_markdown_escapes_what_would_be_markup) {
    const DataTable table{"", {{"A|B", false}}, {{"a\nb\r\nc"}, {"*x* _y_ `z` <b> [l](u) \\|"}}};
    BOOST_TEST(to_markdown(table) == "| A\\|B |\n"
                                     "| :--- |\n"
                                     "| a b c |\n"
                                     "| \\*x\\* \\_y\\_ \\`z\\` \\<b> \\[l](u) \\\\\\| |\n");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
