#include "render/map/labels/inset.h"

#include "tests/map/support_atlas.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace cairn;
using map::Crowded;

BOOST_AUTO_TEST_SUITE(inset)

namespace {

/// The map of Scotland on a page.
struct Sheet {
    test::Atlas atlas;
    test::Looks looks{"screen"};
    map::MapPage page = map::map_at_top(atlas.regions, std::nullopt, looks.style);

    [[nodiscard]] std::vector<std::string> part(const std::vector<Crowded>& crowded) const {
        std::vector<std::string> names;
        for (const std::size_t region :
             map::crowded_part(page.regions, page.frame, crowded, map::largest_part(looks.style))) {
            names.push_back(atlas.places.places()[region].name);
        }
        return names;
    }
    [[nodiscard]] std::vector<Crowded> all(double worth) const {
        std::vector<Crowded> crowded;
        for (std::size_t i = 0; i < atlas.regions.regions.size(); ++i) {
            crowded.push_back({i, worth});
        }
        return crowded;
    }
};

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

} // namespace

BOOST_AUTO_TEST_CASE(the_central_belt_is_enlarged_without_what_is_large_or_far) {
    const Sheet sheet;
    const std::vector<std::string> part = sheet.part(sheet.all(1));
    for (const char* name : {"Inverclyde", "Renfrewshire", "East Renfrewshire", "Glasgow City",
                             "North Lanarkshire", "Falkirk", "West Lothian", "City of Edinburgh"}) {
        BOOST_TEST(has(part, name), name);
    }
    for (const char* name :
         {"Stirling", "North Ayrshire", "South Lanarkshire", "Fife", "Aberdeen City"}) {
        BOOST_TEST(!has(part, name), name);
    }
}

BOOST_AUTO_TEST_CASE(the_frame_is_low_and_well_filled) {
    const Sheet sheet;
    geo::Box box;
    double area = 0;
    for (const std::string& name : sheet.part(sheet.all(1))) {
        const geo::MultiPolygon& shape =
            sheet.page.regions.regions[sheet.atlas.places.find(name).value()].geometry;
        const geo::Box its = geo::bounds(shape);
        box.add({its.min_x, its.min_y});
        box.add({its.max_x, its.max_y});
        area += geo::area(shape);
    }
    BOOST_TEST(area > 0.45 * box.width() * box.height());
    BOOST_TEST(sheet.page.frame.length(box.height()).to_px() < 60);
}

BOOST_AUTO_TEST_CASE(what_lacks_room_elsewhere_is_enlarged_too) {
    const Sheet sheet;
    std::vector<Crowded> crowded = sheet.all(1);
    crowded[sheet.atlas.places.find("South Lanarkshire").value()].worth = 4;
    BOOST_TEST(has(sheet.part(crowded), "South Lanarkshire"));
}

BOOST_AUTO_TEST_CASE(nothing_is_enlarged_for_nothing) {
    const Sheet sheet;
    BOOST_TEST(sheet.part({}).empty());
    BOOST_TEST(sheet.part(sheet.all(0)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
