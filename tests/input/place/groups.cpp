#include "render/input/place/groups.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(groups)

using namespace cairn;
using namespace cairn::input;

namespace {

FigureSpec spec_with(GroupRule rule, Duplicates duplicates) {
    FigureSpec spec;
    spec.groups = rule;
    spec.duplicates = duplicates;
    return spec;
}

} // namespace

BOOST_AUTO_TEST_CASE(parts_have_decimals_only_where_they_need_them) {
    struct Case {
        std::string cell;
        std::size_t count;
        std::vector<std::string> parts;
    };
    const std::array cases{Case{"9", 3, {"3", "3", "3"}},
                           Case{"10", 3, {"3.34", "3.33", "3.33"}},
                           Case{"-10", 3, {"-3.34", "-3.33", "-3.33"}},
                           Case{"0", 2, {"0", "0"}},
                           Case{"1,000", 4, {"250", "250", "250", "250"}},
                           Case{"1.5", 2, {"0.750", "0.750"}},
                           Case{"1.6", 2, {"0.8", "0.8"}}};
    for (const Case& one : cases) {
        const auto parts = parts_of(one.cell, one.count, {});
        BOOST_TEST_REQUIRE(parts.has_value(), one.cell);
        BOOST_TEST(*parts == one.parts, boost::test_tools::per_element());
    }
    TableFormat comma;
    comma.decimal = ',';
    BOOST_TEST(parts_of("1,5", 3, comma).value() == std::vector<std::string>(3, "0,5"),
               boost::test_tools::per_element());
    for (const char* other : {"", "[c]", "63%", "many", "2e12"}) {
        BOOST_TEST(!parts_of(other, 3, {}).has_value(), other);
    }
}

BOOST_AUTO_TEST_CASE(parts_add_up_and_differ_by_little) {
    std::mt19937 random(5);
    for (int round = 0; round < 1000; ++round) {
        const auto decimals = static_cast<int>(random() % 3);
        const std::size_t count = 2 + random() % 6;
        const auto units = static_cast<long long>(random() % 2'000'000) - 1'000'000;
        const std::string cell =
            fmt::format("{:.{}f}", static_cast<double>(units) / std::pow(10, decimals), decimals);
        const auto parts = parts_of(cell, count, {});
        BOOST_TEST_REQUIRE(parts.has_value(), cell);
        BOOST_TEST(parts->size() == count);
        // In units of the last decimal that a part may have.
        const double scale = std::pow(10, decimals + 2);
        long long sum = 0;
        for (const std::string& part : *parts) {
            const long long value = std::llround(std::stod(part) * scale);
            sum += value;
            BOOST_TEST(std::llabs(value - std::llround(std::stod(parts->front()) * scale)) <= 1);
        }
        BOOST_TEST(sum == units * 100, cell << " in " << count);
    }
}

BOOST_AUTO_TEST_CASE(what_the_rule_for_groups_cannot_hold_for_is_told) {
    const auto objection = [](GroupRule rule, Duplicates duplicates, const char* language) {
        FigureSpec spec = spec_with(rule, duplicates);
        spec.language = language;
        return objection_to_groups(spec);
    };
    BOOST_TEST(objection(GroupRule::split, Duplicates::sum, "en-GB") == "");
    BOOST_TEST(objection(GroupRule::each, Duplicates::error, "en-GB") == "");
    BOOST_TEST(objection(GroupRule::each, Duplicates::sum, "en-GB") ==
               "and counts that are added up are not those of each of them");
    for (const GroupRule rule : {GroupRule::split, GroupRule::each}) {
        BOOST_TEST(objection(rule, Duplicates::error, "gd") ==
                   "and the note that tells of that is in English alone");
    }
    FigureSpec rate = spec_with(GroupRule::split, Duplicates::error);
    rate.data.rate = RateSpec{};
    BOOST_TEST(objection_to_groups(rate) == "and only counts can be shared out among them");
    rate.groups = GroupRule::each;
    BOOST_TEST(objection_to_groups(rate) == "");
}

BOOST_AUTO_TEST_CASE(readers_are_told_of_groups_once) {
    BOOST_TEST(note_on_groups({}, GroupRule::split) == "");
    const std::vector<std::string> two{"Ayrshire", "Tayside"};
    BOOST_TEST(note_on_groups(two, GroupRule::split) ==
               "The source has one value for Ayrshire, for Tayside; it is shared out equally among "
               "the areas there.");
}

BOOST_AUTO_TEST_SUITE_END()
