#include "geo/area_kind.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(area_kind)

BOOST_AUTO_TEST_CASE(a_code_tells_its_kind_of_area) {
    const std::pair<std::string_view, std::string_view> codes[] = {
        {"S12000033", "council areas"},
        {"S08000015", "health boards"},
        {"s08000015 ", "health boards"},
        {"S37000001", "integration authorities"},
        {"S13002516", "electoral wards"},
        {"S14000001", "UK Parliament constituencies"},
        {"S16000074", "Scottish Parliament constituencies"},
        {"S17000009", "Scottish Parliament regions"},
        {"S01006506", "data zones"},
        {"S02001236", "intermediate zones"},
        {"S00088956", "output areas"},
        {"S92000003", "countries"},
        {"E06000001", "areas of England"},
        {"W06000015", "areas of Wales"},
        {"N09000003", "areas of Northern Ireland"},
        {"http://statistics.gov.scot/id/statistical-geography/S08000015", "health boards"},
    };
    for (const auto& [code, nouns] : codes) {
        const auto kind = geo::kind_of_code(code);
        BOOST_TEST_REQUIRE(kind.has_value(), code);
        BOOST_TEST(kind->nouns == nouns);
    }
    for (const std::string_view other :
         {"", "Fife", "S0800001", "S080000155", "S08OOOO15", "X08000015", "S99000001", "Edinburgh",
          "Newcastle", "https://"}) {
        BOOST_TEST(!geo::kind_of_code(other).has_value(), other);
    }
}

BOOST_AUTO_TEST_CASE(names_of_health_boards_are_known) {
    for (const std::string_view name : {"Ayrshire and Arran", "NHS Ayrshire & Arran", "NHS Fife",
                                        "Western Isles", "Greater Glasgow and Clyde"}) {
        BOOST_TEST(geo::kind_of_name(name).has_value(), name);
        BOOST_TEST(geo::kind_of_name(name)->prefix == "S08");
    }
    for (const std::string_view name : {"", "NHS", "Angus", "Western Isle", "Glasgow City"}) {
        BOOST_TEST(!geo::kind_of_name(name).has_value(), name);
    }
}

BOOST_AUTO_TEST_CASE(the_code_of_linked_data_is_its_last_part) {
    BOOST_TEST(geo::without_uri("http://statistics.gov.scot/id/statistical-geography/S12000033") ==
               "S12000033");
    BOOST_TEST(geo::without_uri(" https://a/b ") == "b");
    BOOST_TEST(geo::without_uri("Glasgow / Greater Glasgow") == "Glasgow / Greater Glasgow");
}

BOOST_AUTO_TEST_SUITE_END()
