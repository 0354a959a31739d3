#include "render/facts/unit.h"

#include "tests/support.h"

namespace cairn::facts::tests {

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(a_heading_may_hold_the_unit) {
    BOOST_TEST(unit_in_heading("Children in poverty (%)") == "%");
    BOOST_TEST(unit_in_heading("Spend per head (€)") == "€");
    for (const char* heading : {"GPs (2024)", "Way (km)", "(%", "%", "", "Spend (£) a head"}) {
        BOOST_TEST(unit_in_heading(heading) == "");
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts::tests
