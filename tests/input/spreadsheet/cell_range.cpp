#include "render/input/spreadsheet/cell_range.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(cell_range)

BOOST_AUTO_TEST_CASE(ranges_of_cells) {
    const auto range = input::parse_cell_range("a1:XFD1048576");
    BOOST_TEST(range.value().last.column == 16'384);
    BOOST_TEST(range.value().last.row == 1'048'576);
    for (const char* none :
         {"", ":", "A1", "A1:", "A1:B", "A0:B2", "B1:A2", "A2:B1", "A1:XFE1", "A1:A1048577",
          "A1:B2:C3", "A1:B2 ", "1A:2B", "A1:ZZZZZZZZZZ9", "A1:A99999999999"}) {
        BOOST_TEST(!input::parse_cell_range(none).has_value(), none);
    }
}

BOOST_AUTO_TEST_SUITE_END()
