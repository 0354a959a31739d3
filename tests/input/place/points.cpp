#include "render/input/place/points.h"

#include "base/report.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(points)

using namespace cairn;
using namespace cairn::input;

namespace {

/// A square of 20 km around Edinburgh.
geo::Regions edinburgh() {
    geo::Regions regions;
    regions.regions = {
        {.code = "S12000036",
         .name = "Edinburgh",
         .name_gd = {},
         .geometry = {{{315000, 665000}, {335000, 665000}, {335000, 685000}, {315000, 685000}}}}};
    return regions;
}

FigureSpec spec_of(PointForm form, Unplaced unplaced = Unplaced::error) {
    FigureSpec spec;
    const bool references = form == PointForm::grid_reference;
    spec.data.points = {.form = form, .first = "X", .second = references ? "" : "Y", .where = {}};
    spec.unplaced = unplaced;
    return spec;
}

Table table_of(const std::vector<std::vector<std::string>>& rows) {
    Table table{.file = "d.csv", .columns = {"X", "Y"}, .rows = {}};
    for (const auto& cells : rows) {
        table.rows.push_back({static_cast<int>(table.rows.size()) + 2, cells});
    }
    return table;
}

std::vector<std::string> areas_of(const Table& table) {
    std::vector<std::string> areas;
    for (const Row& row : table.rows) {
        areas.push_back(row.cells.back());
    }
    return areas;
}

std::string error_of(const std::vector<std::vector<std::string>>& rows, PointForm form) {
    return test::error_text([&] {
        throw_any(place_points(table_of(rows), spec_of(form), edinburgh()).table.problems);
    });
}

} // namespace

BOOST_AUTO_TEST_CASE(points_of_every_form_lead_to_their_area) {
    const std::vector<std::string> edinburgh_twice{"S12000036", "S12000036"};
    const auto placed = [&](const std::vector<std::vector<std::string>>& rows, PointForm form) {
        return areas_of(place_points(table_of(rows), spec_of(form), edinburgh()).table);
    };
    BOOST_TEST(placed({{"-3.1883", "55.9533"}, {"-3.2", "55.95"}}, PointForm::longitude_latitude) ==
                   edinburgh_twice,
               boost::test_tools::per_element());
    BOOST_TEST(placed({{"325,500", "673500"}, {"320000", "680000"}}, PointForm::easting_northing) ==
                   edinburgh_twice,
               boost::test_tools::per_element());
    BOOST_TEST(placed({{"NT 255 735", ""}, {"nt2573", ""}}, PointForm::grid_reference) ==
                   edinburgh_twice,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_point_off_the_coast_counts_for_the_nearest_area_and_is_told) {
    const PlacedRows rows =
        place_points(table_of({{"325000", "686500"}, {"336999", "675000"}, {"325000", "670000"}}),
                     spec_of(PointForm::easting_northing), edinburgh());
    const Table& placed = rows.table;
    // It lies where it is all the same.
    BOOST_TEST_REQUIRE(rows.points.size() == 3U);
    BOOST_TEST(rows.points[0].place.y == 686500);
    BOOST_TEST(rows.points[0].area == "S12000036");
    BOOST_TEST(areas_of(placed) == std::vector<std::string>(3, "S12000036"),
               boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(placed.warnings.size() == 1U);
    BOOST_TEST(to_string(placed.warnings[0], Severity::warning) ==
               "d.csv:2: warning: the points \"325000, 686500\" and \"336999, 675000\" lie in no "
               "area, at most 1999 m off, and count for the nearest");
}

BOOST_AUTO_TEST_CASE(points_far_off_are_errors_or_unplaced) {
    BOOST_TEST(error_of({{"337001", "675000"}, {"0", "0"}}, PointForm::easting_northing) ==
               "d.csv:2: error: the points \"337001, 675000\" and \"0, 0\" lie in no area of the "
               "map, nor within 2 km of one\n"
               "  correct them, or write `unplaced: note` in the figure: it keeps such rows in the "
               "total and in a note\n");
    BOOST_TEST(error_of({{"55.9533", "-3.1883"}}, PointForm::longitude_latitude) ==
               "d.csv:2: error: the point \"55.9533, -3.1883\" lies in no area of the map, nor "
               "within 2 km of one\n"
               "  longitude and latitude seem to be the wrong way round in the figure file\n");
    const auto [placed, points] =
        place_points(table_of({{"-0.1276", "51.5072"}, {"-3.2", "55.95"}, {"", ""}}),
                     spec_of(PointForm::longitude_latitude, Unplaced::note), edinburgh());
    BOOST_TEST(points.size() == 1U); // of the row that has an area
    BOOST_TEST(areas_of(placed) ==
                   (std::vector<std::string>{"outside the map", "S12000036", "no coordinates"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(cells_that_hold_no_coordinates_are_told_a_few_at_a_time) {
    BOOST_TEST(error_of({{"NT 255 73", ""}}, PointForm::grid_reference) ==
               "d.csv:2: error: field 'X': \"NT 255 73\" is no grid reference\n"
               "  write two letters and an even number of digits, such as NT 255 735\n");
    BOOST_TEST(error_of({{"west", "55.9"}}, PointForm::longitude_latitude) ==
               "d.csv:2: error: field 'X': \"west\" is no coordinate\n"
               "  write degrees with decimals, such as -3.188\n");
    const std::string many = error_of(std::vector<std::vector<std::string>>(50, {"here", ""}),
                                      PointForm::grid_reference);
    BOOST_TEST(many.find("field 'X': 47 more cells of this column cannot be read") !=
               std::string::npos);
    const Table placed = place_points(table_of({{"here", "673500"}, {"325000", "673500"}}),
                                      spec_of(PointForm::easting_northing), edinburgh())
                             .table;
    BOOST_TEST(areas_of(placed) == std::vector<std::string>{"S12000036"},
               boost::test_tools::per_element());
    BOOST_TEST(placed.problems.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
