#include "render/run/placed_observations.h"

#include "render/run/prepare.h"
#include "tests/support_checkout.h"
#include "tests/working_folder.h"

#include <fmt/format.h>

#include <string>
#include <variant>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(placed_observations)

namespace {

/// What a tile map of a table has.
struct Map {
    Report report{};
    facts::Facts facts{};

    /// "S12000047 3" of each area with a value, in the order of the facts.
    [[nodiscard]] std::vector<std::string> values() const {
        std::vector<std::string> values;
        for (const facts::Fact& fact : facts.facts) {
            if (fact.value) {
                values.push_back(fmt::format("{} {}", fact.code, *fact.value));
            }
        }
        return values;
    }
};

Map map_of(const std::string& table, const std::string& data, const std::string& keys,
           const std::string& kind = "tiles") {
    const test::WorkingFolder folder;
    folder.write("d.csv", table);
    folder.write("g.csv", "name,area,longitude,latitude\nEH6,,-3.172,55.972\nThe Mound,Fife,,\n");
    folder.write("f.yaml", fmt::format("figures:\n  - {{id: a, kind: {}, title: T, data: {{file: "
                                       "d.csv, {}}}{}}}\n",
                                       kind, data, keys));
    Request request;
    request.files = {"f.yaml"};
    ResourceCache cache(test::checkout());
    Map map;
    for (PreparedFile& file : prepare_all(request, cache, map.report)) {
        for (Prepared& figure : file.figures) {
            map.facts = std::move(figure.facts);
        }
    }
    return map;
}

} // namespace

BOOST_AUTO_TEST_CASE(points_are_counted_into_their_areas) {
    const std::string data = "easting: E, northing: N, count: rows, where: \"Year = 2024\"";
    const std::string table = "Year,E,N\n2024,325500,673500\n2024,325500,678500\n"
                              "2023,325500,673500\n2024,259000,665500\n2024,0,0\n2024,,\n";
    const Map map = map_of(table, data, ", unplaced: note");
    BOOST_TEST(map.report.errors.empty());
    BOOST_TEST(map.values() == (std::vector<std::string>{"S12000036 2", "S12000049 1"}),
               boost::test_tools::per_element());
    BOOST_TEST_REQUIRE(map.facts.unplaced.has_value());
    BOOST_TEST(map.facts.unplaced->value.value() == 2);
    BOOST_TEST(map.facts.total == 5);
    const Map refused = map_of(table, data, "");
    BOOST_TEST_REQUIRE(refused.report.errors.size() == 1U);
    BOOST_TEST(to_string(refused.report.errors[0], Severity::error)
                   .starts_with("d.csv:6: error: the point \"0, 0\" lies in no area of the map"));
}

BOOST_AUTO_TEST_CASE(points_that_are_shown_are_those_that_are_counted) {
    const Map map = map_of("Year,E,N\n2024,325500,673500\n2024,259000,665500\n2023,300000,700000\n"
                           "2024,0,0\n2024,325500,678500\n",
                           "easting: E, northing: N, count: rows, where: \"Year = 2024\"",
                           ", unplaced: note, points: true, boundaries: scotland-councils", "dots");
    BOOST_TEST(map.report.errors.empty());
    std::vector<std::string> points;
    const auto& areas = std::get<facts::Areas>(map.facts.body);
    for (const facts::CountedPoint& one : std::get<facts::Points>(areas.shown).all) {
        points.push_back(
            fmt::format("{} {} {}", map.facts.facts.at(one.fact).code, one.place.x, one.place.y));
    }
    BOOST_TEST(points ==
                   (std::vector<std::string>{"S12000036 325500 673500", "S12000049 259000 665500",
                                             "S12000036 325500 678500"}),
               boost::test_tools::per_element());
    BOOST_TEST(map.values() == (std::vector<std::string>{"S12000036 2", "S12000049 1"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_gazetteer_of_the_figure_adds_places) {
    const Map map = map_of("Place,Stories\nEH6,3\nCity of Edinburgh,4\nthe mound,2\n",
                           "place: Place, value: Stories", ", duplicates: sum, gazetteer: g.csv");
    BOOST_TEST(map.report.errors.empty());
    BOOST_TEST(map.values() == (std::vector<std::string>{"S12000036 7", "S12000047 2"}),
               boost::test_tools::per_element());
    BOOST_TEST(map.facts.attribution.empty());
    const Map without =
        map_of("Place,Stories\nFife,3\n", "place: Place, value: Stories", ", gazetteer: none.csv");
    BOOST_TEST_REQUIRE(without.report.errors.size() == 1U);
    BOOST_TEST(without.report.errors[0].where.file.find("none.csv") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(towns_are_counted_into_their_areas_and_their_source_is_named) {
    const Map map = map_of("Place,Stories\nKilmarnock,3\nEast Ayrshire,4\nTarbert,2\n",
                           "place: Place, value: Stories",
                           ", duplicates: sum, places: {Tarbert: Argyll and Bute}");
    BOOST_TEST(map.report.errors.empty());
    BOOST_TEST(map.values() == (std::vector<std::string>{"S12000008 7", "S12000035 2"}),
               boost::test_tools::per_element());
    BOOST_TEST(map.facts.attribution == "Places: GeoNames, CC BY 4.0");
}

BOOST_AUTO_TEST_CASE(the_parts_of_a_group_add_up_to_its_count_and_are_noted) {
    const Map map =
        map_of("Place,Stories\nAyrshire,10\nEast Ayrshire,2\n", "place: Place, value: Stories",
               ", duplicates: sum, groups: split, note: As told.");
    BOOST_TEST(map.report.errors.empty());
    BOOST_TEST(map.values() ==
                   (std::vector<std::string>{"S12000008 5.34", "S12000021 3.33", "S12000028 3.33"}),
               boost::test_tools::per_element());
    BOOST_TEST(map.facts.total == 12);
    BOOST_TEST(map.facts.note == "As told. The source has one value for Ayrshire; it is shared out "
                                 "equally among the areas there.");
}

BOOST_AUTO_TEST_SUITE_END()
