#include "render/input/place/known_names.h"

#include "render/input/table/observations.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(known_names)

using namespace cairn;
using namespace cairn::input;

namespace {

const KnownNames& built_in() {
    static const KnownNames known = read_known_names(test::source_folder() / "boundaries");
    return known;
}

/// The places of boundaries/NAME.csv.
geo::Gazetteer areas_in(const std::string& name) {
    return geo::Gazetteer(read_places(test::source_folder() / "boundaries" / (name + ".csv")));
}

} // namespace

BOOST_AUTO_TEST_CASE(groups_and_towns_are_found_however_they_are_written) {
    for (const char* name : {"Ayrshire", "the Ayrshires", "AYRSHIRES", "All Ayrshire"}) {
        const AreaGroup* group = group_named(built_in(), name);
        BOOST_TEST_REQUIRE((group != nullptr), name);
        BOOST_TEST(group->name == "Ayrshire");
        BOOST_TEST(group->codes.size() == 3U);
    }
    for (const char* name : {"St Andrews", "Saint Andrews", "st. andrews"}) {
        const std::vector<Town>* towns = towns_named(built_in(), name);
        BOOST_TEST_REQUIRE((towns != nullptr), name);
        BOOST_TEST(towns->size() == 1U);
        BOOST_TEST(towns->front().codes.front() == "S12000047");
    }
    BOOST_TEST(towns_named(built_in(), "Tarbert")->size() == 2U);
    BOOST_TEST((group_named(built_in(), "Narnia") == nullptr));
    BOOST_TEST((towns_named(built_in(), "Narnia") == nullptr));
}

BOOST_AUTO_TEST_CASE(they_lead_to_areas_that_there_are) {
    const geo::Gazetteer councils = areas_in("councils");
    const geo::Gazetteer boards = areas_in("health-boards");
    const geo::Gazetteer authorities = areas_in("integration-authorities");
    for (const auto& entry : built_in().groups) {
        const AreaGroup& group = entry.second;
        BOOST_TEST(group.codes.size() > 1U, group.name);
        for (const std::string& code : group.codes) {
            BOOST_TEST(councils.find_whole(code).has_value(), group.name << ": " << code);
        }
    }
    for (const auto& entry : built_in().towns) {
        for (const Town& town : entry.second) {
            BOOST_TEST_REQUIRE(town.codes.size() == 3U, town.name);
            BOOST_TEST(councils.find_whole(town.codes[0]).has_value(), town.name);
            BOOST_TEST(boards.find_whole(town.codes[1]).has_value(), town.name);
            BOOST_TEST(authorities.find_whole(town.codes[2]).has_value(), town.name);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
