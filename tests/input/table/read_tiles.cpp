#include "render/input/table/read_tiles.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(read_tiles)

namespace {

struct BadInput {
    std::string_view text;
    std::string_view message;
};

constexpr BadInput bad_inputs[] = {
    {"code,column\nA,1\n", "t.csv:1: error: t.csv has no column \"row\"\n"
                           "  its columns are \"code\", \"column\"\n"},
    {"code,column,row\nA,-1,0\n", "t.csv:2: error: field 'column': \"-1\" is no place of a tile\n"
                                  "  write a whole number, 0 for the first\n"},
    {"code,column,row\nA,1,0.5\n", "t.csv:2: error: field 'row': \"0.5\" is no place of a tile\n"
                                   "  write a whole number, 0 for the first\n"},
    {"code,column,row\nA,x,\n", "t.csv:2: error: field 'column': \"x\" is no place of a tile\n"
                                "  write a whole number, 0 for the first\n"
                                "t.csv:2: error: field 'row': \"\" is no place of a tile\n"
                                "  write a whole number, 0 for the first\n"},
    {"code,column,row\nA,1,2\nB,1,2\n",
     "t.csv:3: error: the tile of line 2 stands in column 1, row 2 too\n"
     "  give each tile a place of its own\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(a_layout) {
    const test::WorkingFolder folder;
    folder.write("t.csv", "code,column,row\nA,1,0\nB,0,3\n");
    const geo::TileGrid grid = input::read_tiles("t.csv", geo::TileShape::squares);
    BOOST_TEST((grid.shape == geo::TileShape::squares));
    BOOST_REQUIRE(grid.tiles.size() == 2U);
    BOOST_TEST(grid.tiles[1].code == "B");
    BOOST_TEST(grid.tiles[1].column == 0);
    BOOST_TEST(grid.tiles[1].row == 3);
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        const test::WorkingFolder folder;
        folder.write("t.csv", bad.text);
        BOOST_TEST(test::error_text([] { input::read_tiles("t.csv", geo::TileShape::hexagons); }) ==
                   bad.message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
