#include "render/facts/gather/row_fates.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace cairn;
using input::How;

BOOST_AUTO_TEST_SUITE(row_fates)

BOOST_AUTO_TEST_CASE(how_a_text_led_to_a_place_is_told) {
    const geo::Place eilean_siar{.code = "S12000013",
                                 .former_codes = {"S12000099"},
                                 .iso = "GB-ELS",
                                 .name = "Na h-Eileanan Siar",
                                 .name_gd = "Na h-Eileanan Siar",
                                 .aliases = {"Western Isles", "Comhairle nan Eilean Siar"}};
    const struct {
        std::string_view text;
        How how;
    } table[] = {
        {"S12000013", How::code},
        {" s12000013", How::code},
        {"GB-ELS", How::code},
        {"http://statistics.gov.scot/id/statistical-geography/S12000013", How::code},
        {"http://statistics.gov.scot/id/statistical-geography/S12000099", How::former_code},
        {"Na h-Eileanan Siar", How::exact},
        {"NA H-EILEANAN SIAR", How::spelling},
        {"Na h–Eileanan Siar Council", How::spelling},
        {"western isles", How::alias},
        {"Na h-Eileanan Siar (Western Isles)", How::other_form},
        {"Siar / Western Isles", How::other_form},
    };
    for (const auto& [text, how] : table) {
        BOOST_TEST((facts::how_found(text, eilean_siar) == how),
                   text << " is not found by " << input::in_words(how));
    }
}

BOOST_AUTO_TEST_SUITE_END()
