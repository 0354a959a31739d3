#include "render/input/figure/read_map.h"

#include "tests/input/figure/support_figure.h"

#include <boost/test/unit_test.hpp>

#include <string>

BOOST_AUTO_TEST_SUITE(read_map)

using namespace cairn;

namespace {

test::FigureReading tiles_with(const std::string& line) {
    return test::read_one_figure(
        "id: a\nkind: tiles\ntitle: T\ndata: {file: d.csv, place: P, value: V}\n" + line + "\n");
}

} // namespace

BOOST_AUTO_TEST_CASE(what_names_of_the_table_stand_for_is_read) {
    const auto [spec, told] = tiles_with("places: {Tarbert: Argyll and Bute, Newport: S12000047}");
    BOOST_TEST(told.empty(), told);
    BOOST_TEST_REQUIRE(spec.own_names.size() == 2U);
    BOOST_TEST(spec.own_names[0].name == "Tarbert");
    BOOST_TEST(spec.own_names[0].place == "Argyll and Bute");
    BOOST_TEST(spec.own_names[0].where.line == 5);
    BOOST_TEST(spec.own_names[1].place == "S12000047");
    BOOST_TEST((spec.groups == input::GroupRule::refused));
    BOOST_TEST((tiles_with("groups: split").spec.groups == input::GroupRule::split));
    BOOST_TEST((tiles_with("groups: each").spec.groups == input::GroupRule::each));
}

BOOST_AUTO_TEST_CASE(what_is_no_map_of_names_is_told) {
    BOOST_TEST(tiles_with("places: [Tarbert]").told ==
               "f.yaml:5:9: error: \"places\" is not a map of names\n"
               "  write it like this: places: {Tarbert: Argyll and Bute}\n");
    BOOST_TEST(tiles_with("places: {Tarbert: [Fife]}").told ==
               "f.yaml:5:10: error: a name or its area is not text\n"
               "  write it like this: places: {Tarbert: Argyll and Bute}\n");
}

BOOST_AUTO_TEST_SUITE_END()
