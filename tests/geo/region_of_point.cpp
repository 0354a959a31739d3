#include "geo/region_of_point.h"

#include "geo/national_grid.h"
#include "geo/read_shapefile.h"
#include "tests/geo/councils.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(region_of_point)

using namespace cairn::geo;
using cairn::test::cells_of;
using cairn::test::source_folder;

namespace {

/// Two squares of 10 km with a hole in the first, 30 km apart.
Regions two_squares() {
    const auto square = [](double x, double y, double size) {
        return Ring{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}};
    };
    Regions regions;
    regions.regions = {
        {.code = "A",
         .name = "A",
         .name_gd = {},
         .geometry = {square(0, 0, 10000),
                      {{4000, 4000}, {4000, 6000}, {6000, 6000}, {6000, 4000}}}},
        {.code = "B", .name = "B", .name_gd = {}, .geometry = {square(40000, 0, 10000)}}};
    return regions;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_point_lies_in_its_region_or_near_one_or_in_none) {
    const Regions regions = two_squares();
    const RegionOfPoint region_of(regions);
    const auto found = [&](double x, double y) { return region_of.find({x, y}, 2000); };
    BOOST_TEST(found(1000, 1000)->region == 0U);
    BOOST_TEST(found(1000, 1000)->distance == 0);
    BOOST_TEST(found(45000, 9999)->region == 1U);
    BOOST_TEST(found(11500, 5000)->region == 0U);
    BOOST_TEST(found(11500, 5000)->distance == 1500);
    BOOST_TEST(found(5000, 5000)->distance == 1000); // in the hole
    BOOST_TEST(found(38500, -500)->region == 1U);
    BOOST_TEST(std::abs(found(38500, -500)->distance - std::hypot(1500, 500)) < 1e-6);
    BOOST_TEST(!found(12001, 5000).has_value());
    BOOST_TEST(!found(25000, 5000).has_value());
}

BOOST_AUTO_TEST_CASE(the_nearest_region_is_that_of_the_nearest_border_point) {
    const Regions councils = read_shapefile(source_folder() / "boundaries/scotland-councils-web");
    const RegionOfPoint region_of(councils);
    std::mt19937 random(3);
    int near = 0;
    for (int round = 0; round < 300; ++round) {
        const Point point{static_cast<double>(random() % 470000),
                          static_cast<double>(530000 + random() % 690000)};
        bool inside = false;
        double least = 1e12;
        for (std::size_t i = 0; i < councils.regions.size(); ++i) {
            inside = inside || contains(councils.regions[i].geometry, point);
            for (const Ring& ring : councils.regions[i].geometry) {
                for (const Point& corner : ring) {
                    const double distance = std::hypot(corner.x - point.x, corner.y - point.y);
                    least = std::min(least, distance);
                }
            }
        }
        const auto found = region_of.find(point, 20000);
        if (inside) {
            BOOST_TEST(found->distance == 0);
            BOOST_TEST(contains(councils.regions[found->region].geometry, point));
        } else if (found) {
            BOOST_TEST(found->distance <= least + 1e-6);
            ++near;
        } else {
            BOOST_TEST(least > 20000);
        }
    }
    BOOST_TEST(near > 20);
}

BOOST_AUTO_TEST_CASE(known_places_lie_in_their_councils) {
    const Regions councils = read_shapefile(source_folder() / "boundaries/scotland-councils");
    const RegionOfPoint region_of(councils);
    struct Place {
        double latitude, longitude;
        const char* code;
    };
    // Islands and their councils by the official boundaries.
    const Place known[] = {
        {55.5770, -5.2532, "S12000021"}, // Arran
        {56.9074, -6.1611, "S12000017"}, // Eigg
        {59.0521, -2.8680, "S12000023"}, // Shapinsay
        {56.5113, -5.5111, "S12000035"}, // Lismore
        {60.3681, -1.4236, "S12000027"}, // Muckle Roe
        {55.7676, -4.9194, "S12000021"}, // Great Cumbrae
        {58.0198, -7.1335, "S12000013"}, // Scarp
        {55.9533, -3.1883, "S12000036"}, // Edinburgh
        {55.8609, -4.2514, "S12000049"}, // Glasgow
    };
    for (const Place& place : known) {
        const auto point = from_longitude_latitude(place.longitude, place.latitude);
        const auto found = region_of.find(*point, 2000);
        BOOST_TEST_REQUIRE(found.has_value(), place.code);
        BOOST_TEST(councils.regions[found->region].code == place.code);
    }
}

BOOST_AUTO_TEST_CASE(towns_lie_in_the_councils_that_the_gazetteer_has_for_them) {
    const Regions councils = read_shapefile(source_folder() / "boundaries/scotland-councils");
    std::ifstream file(source_folder() / "boundaries/settlements.csv");
    std::size_t towns = 0;
    std::size_t in_council = 0;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> cells = cells_of(line, ',');
        if (cells.at(4).empty() || cells.at(4) == "longitude") {
            continue;
        }
        const auto point = from_longitude_latitude(std::stod(cells[4]), std::stod(cells[5]));
        Regions own;
        for (const Region& council : councils.regions) {
            if (council.code == cells[1]) {
                own.regions.push_back(council);
            }
        }
        BOOST_TEST_REQUIRE(own.regions.size() == 1U);
        const auto found = RegionOfPoint(own).find(*point, 3000); // the borders are generalised
        BOOST_TEST(found.has_value(), cells[0] << " is not in " << own.regions[0].name);
        ++towns;
        in_council += found && found->distance == 0 ? 1U : 0U;
    }
    BOOST_TEST(towns > 500U);
    BOOST_TEST(in_council > towns * 9 / 10);
}

BOOST_AUTO_TEST_SUITE_END()
