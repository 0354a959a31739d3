#include "render/input/table/dates.h"

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace cairn;
using namespace std::chrono_literals;
using std::chrono::sys_days;

BOOST_AUTO_TEST_SUITE(dates)

BOOST_AUTO_TEST_CASE(a_date_is_a_day_or_all_of_a_month_or_year) {
    const auto day = input::parse_date("2024-02-29");
    BOOST_REQUIRE(day);
    BOOST_TEST((day->first == sys_days{2024y / 2 / 29} && day->last == day->first));
    const auto month = input::parse_date("2023-02");
    BOOST_REQUIRE(month);
    BOOST_TEST(
        (month->first == sys_days{2023y / 2 / 1} && month->last == sys_days{2023y / 2 / 28}));
    const auto year = input::parse_date("2023");
    BOOST_REQUIRE(year);
    BOOST_TEST((year->first == sys_days{2023y / 1 / 1} && year->last == sys_days{2023y / 12 / 31}));
    const auto with_time = input::parse_date("2024-03-31T12:30:00Z");
    BOOST_REQUIRE(with_time);
    BOOST_TEST((with_time->first == sys_days{2024y / 3 / 31}));
    BOOST_TEST(input::parse_date("2024-03-31 12:30").has_value());
}

BOOST_AUTO_TEST_CASE(the_day_may_come_first_as_in_britain) {
    for (const std::string_view text :
         {"31/03/2024", "31.03.2024", "31/3/2024", "31/03/2024 12:30"}) {
        const auto day = input::parse_date(text);
        BOOST_TEST_REQUIRE(day.has_value(), text);
        BOOST_TEST((day->first == sys_days{2024y / 3 / 31} && day->last == day->first), text);
    }
    BOOST_TEST((input::parse_date("1/4/2024")->first == sys_days{2024y / 4 / 1}));
}

BOOST_AUTO_TEST_CASE(any_other_text_is_no_date) {
    for (const std::string_view text :
         {"",           "24",         "2024-",      "2024-3",      "2024-3-1", "2024-13",
          "2024-00",    "2023-02-29", "2024-03-32", "2024-03-31x", "2024-03x", "2024/25",
          "31/13/2024", "03/31/2024", "31/03/24",   "31/03.2024",  "/03/2024", "31/03/2024x",
          "20240331",   "Phase 1",    "-2024"}) {
        BOOST_TEST(!input::parse_date(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
