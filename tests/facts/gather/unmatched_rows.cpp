#include "render/facts/gather/unmatched_rows.h"

#include "tests/facts/support_facts.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(unmatched_rows)

namespace {

std::string problems_of(const test::Rows& rows, bool with_boundaries = true) {
    const geo::Gazetteer places({{"S12000047", {}, "GB-FIF", "Fife", "Fìobha", {}},
                                 {"S12000041", {}, "GB-ANS", "Angus", "Aonghas", {}},
                                 {"S12000017", {}, "GB-HLD", "Highland", "A' Ghàidhealtachd", {}}});
    input::FigureSpec spec = test::spec_of(true, {.title = "Stories by place"});
    if (with_boundaries) {
        spec.boundaries = input::BoundarySpec{.name = "scotland-councils",
                                              .file = {},
                                              .shown = {},
                                              .code_field = {},
                                              .name_field = {},
                                              .attribution = {},
                                              .where = {}};
    }
    return test::error_text(
        [&] { facts::gather_map(spec, test::observations(rows), places, "", test::english()); });
}

} // namespace

BOOST_AUTO_TEST_CASE(codes_of_another_kind_of_area_are_told_once) {
    BOOST_TEST(
        problems_of({{"S08000015", 1}, {"S08000016", 2}, {"S08000017", 3}, {"S08000018", 3}}) ==
        "d.csv:2: error: field 'Sector': \"S08000015\", \"S08000016\", \"S08000017\" and 1 "
        "more are codes of health boards, S08…, and the map is of council areas\n"
        "  write boundaries: scotland-health-boards\n");
    BOOST_TEST(
        problems_of({{"S08000015", 1}, {"S08000016", 2}}, false) ==
        "d.csv:2: error: field 'Sector': \"S08000015\" and \"S08000016\" are codes of health "
        "boards, S08…, and the map is of council areas\n"
        "  tiles are of council areas alone: write kind: choropleth, and boundaries: "
        "scotland-health-boards\n");
}

BOOST_AUTO_TEST_CASE(integration_authorities_are_built_in_too) {
    BOOST_TEST(problems_of({{"S37000001", 1}}) ==
               "d.csv:2: error: field 'Sector': \"S37000001\" is a code of integration "
               "authorities, S37…, and the map is of council areas\n"
               "  write boundaries: scotland-integration-authorities\n");
}

BOOST_AUTO_TEST_CASE(each_kind_is_told_and_what_is_unknown_beside_it) {
    BOOST_TEST(
        problems_of({{"S12000041", 1},
                     {"S01006506", 2},
                     {"http://x.scot/id/S01006507", 2},
                     {"E06000001", 3},
                     {"S12000099", 3},
                     {"Anguss", 3}}) ==
        "d.csv:5: error: field 'Sector': \"E06000001\" is a code of areas of England, E…, and "
        "the map is of council areas\n"
        "  draw boundaries of areas of England: get a file of them and run `cairn boundaries "
        "import`; or take a table of the map's areas\n"
        "d.csv:3: error: field 'Sector': \"S01006506\" and \"http://x.scot/id/S01006507\" are "
        "codes of data zones, S01…, and the map is of council areas\n"
        "  draw boundaries of data zones: get a file of them and run `cairn boundaries "
        "import`; or take a table of the map's areas\n"
        "d.csv:6: error: \"S12000099\" matches no council area\n"
        "  the map has 3 council areas, \"Angus\" to \"Highland\": give the name or the code "
        "of one\n"
        "d.csv:7: error: \"Anguss\" matches no council area\n"
        "  did you mean \"Angus\"?\n");
}

BOOST_AUTO_TEST_CASE(names_of_health_boards_are_told_once_where_most_are) {
    BOOST_TEST(problems_of({{"Fife", 1}, {"Highland", 2}, {"NHS Tayside", 3}, {"Lothian", 3}}) ==
               "d.csv:4: error: field 'Sector': \"NHS Tayside\" and \"Lothian\" are the names of "
               "health boards, and the map is of council areas\n"
               "  write boundaries: scotland-health-boards\n");
    // One of them among councils is more likely a slip.
    BOOST_TEST(
        problems_of({{"Fife", 1}, {"Angus", 2}, {"Tayside", 3}}) ==
        "d.csv:4: error: \"Tayside\" matches no council area\n"
        "  the map has 3 council areas, \"Angus\" to \"Highland\": give the name or the code "
        "of one\n");
}

BOOST_AUTO_TEST_CASE(a_name_of_several_areas_asks_for_a_code_and_codes_need_no_name) {
    const geo::Gazetteer wards({{"S13000001", {}, "", "Abbey", "", {}},
                                {"S13000002", {}, "", "Abbey", "", {}},
                                {"S13000003", {}, "", "Castle", "", {}}});
    const input::FigureSpec spec = test::spec_of(true, {.title = "Stories by place"});
    const auto gathered = [&](const test::Rows& rows) {
        return facts::gather_map(spec, test::observations(rows), wards, "", test::english());
    };
    BOOST_TEST(test::error_text([&] {
                   gathered({{"Abbey", 1}, {"Castle", 2}});
               }) == "d.csv:2: error: \"Abbey\" is the name of 2 sectors\n"
                     "  give the code of the one that is meant: \"S13000001\" and \"S13000002\"\n");
    const facts::Facts found = gathered({{"S13000002", 1}, {"S13000001", 2}});
    BOOST_TEST(found.facts.at(0).code == "S13000002");
    BOOST_TEST(found.facts.at(1).code == "S13000001");
}

BOOST_AUTO_TEST_SUITE_END()
