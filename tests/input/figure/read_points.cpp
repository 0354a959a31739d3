#include "render/input/figure/read_points.h"

#include "tests/input/figure/support_figure.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <string>
#include <string_view>

BOOST_AUTO_TEST_SUITE(read_points)

using namespace cairn;
using input::PointForm;

namespace {

std::string data_line(std::string_view data) {
    return fmt::format("data: {{file: d.csv, {}}}", data);
}

test::FigureReading tiles_of(std::string_view data) {
    return test::read_one_figure(
        fmt::format("id: a\nkind: tiles\ntitle: T\n{}\n", data_line(data)));
}

/// What is told of the value of a key of the data.
std::string refusal_at(std::string_view data, std::string_view value, std::string_view what,
                       std::string_view remedy) {
    return fmt::format("f.yaml:4:{}: error: {}\n  {}\n", data_line(data).find(value) + 1, what,
                       remedy);
}

} // namespace

BOOST_AUTO_TEST_CASE(columns_of_points_stand_in_place_of_the_place) {
    struct Case {
        std::string_view data;
        PointForm form;
        std::string_view first, second;
    };
    constexpr Case cases[] = {
        {"longitude: X, latitude: Y, count: rows", PointForm::longitude_latitude, "X", "Y"},
        {"latitude: Y, longitude: X, value: V", PointForm::longitude_latitude, "X", "Y"},
        {"easting: X, northing: Y, value: V", PointForm::easting_northing, "X", "Y"},
        {"grid_reference: R, sum: V", PointForm::grid_reference, "R", ""},
        {"place: P, value: V", PointForm::none, "", ""},
    };
    for (const Case& one : cases) {
        const auto [spec, told] = tiles_of(one.data);
        BOOST_TEST(told.empty(), told);
        BOOST_TEST((spec.data.points.form == one.form), one.data);
        BOOST_TEST(spec.data.points.first == one.first);
        BOOST_TEST(spec.data.points.second == one.second);
    }
}

BOOST_AUTO_TEST_CASE(a_row_lies_in_one_place_and_where_it_lies_is_said_whole) {
    constexpr std::string_view both = "place: Council, grid_reference: Ref, count: rows";
    BOOST_TEST(tiles_of(both).told ==
               refusal_at(both, "Ref", "\"place\" and \"grid_reference\" both say where a row lies",
                          "keep one of the two"));
    constexpr std::string_view two = "longitude: X, latitude: Y, easting: East, northing: N, "
                                     "count: rows";
    BOOST_TEST(tiles_of(two).told ==
               refusal_at(two, "East", "\"longitude\" and \"easting\" both say where a row lies",
                          "keep one of the two"));
    constexpr std::string_view half = "northing: North, count: rows";
    BOOST_TEST(tiles_of(half).told ==
               refusal_at(half, "North", "\"northing\" needs the key \"easting\" beside it",
                          "name the column of each: easting: and northing:"));
}

BOOST_AUTO_TEST_SUITE_END()
