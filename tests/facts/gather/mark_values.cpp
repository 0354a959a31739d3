#include "render/facts/gather/mark_values.h"

#include "tests/support.h"

#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace cairn;
using facts::legend_sizes;

BOOST_AUTO_TEST_SUITE(mark_values)

namespace {

std::string refusal(decltype(&facts::unfit_for_dots) unfit, const std::vector<double>& values) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < values.size(); ++i) {
        names.push_back(std::string(1, static_cast<char>('A' + i)));
    }
    const auto problem = unfit(values, names);
    return problem ? problem->what + "; " + problem->remedy : "";
}

} // namespace

BOOST_AUTO_TEST_CASE(what_cannot_be_shown_is_refused) {
    const std::string circles = "; their area can be no less than nothing: write kind: choropleth";
    const std::string dots = "; they stand for whole numbers: write kind: choropleth, or, where no "
                             "number is below zero, kind: symbols";
    BOOST_TEST(refusal(facts::unfit_for_circles, {1, -2}) ==
               "circles cannot show −2 of B" + circles);
    BOOST_TEST(refusal(facts::unfit_for_dots, {-2}) == "dots cannot show −2 of A" + dots);
    BOOST_TEST(refusal(facts::unfit_for_dots, {2.5, 3}) == "dots cannot show 2.5 of A" + dots);
    BOOST_TEST(refusal(facts::unfit_for_dots, {2.5, 3, -1, 0.5, 4.5, -7}) ==
               "dots cannot show 2.5 of A, −1 of C, 0.5 of D and 2 more" + dots);
    BOOST_TEST(refusal(facts::unfit_for_circles, {2.5, 0}) == "");
    BOOST_TEST(refusal(facts::unfit_for_dots, {3, 0}) == "");
}

BOOST_AUTO_TEST_CASE(legends_have_round_sizes) {
    using Sizes = std::vector<double>;
    BOOST_TEST(legend_sizes(11, true) == (Sizes{10, 5, 1}), boost::test_tools::per_element());
    BOOST_TEST(legend_sizes(635'130, true) == (Sizes{600'000, 200'000, 50'000}),
               boost::test_tools::per_element());
    BOOST_TEST(legend_sizes(19, true) == (Sizes{15, 5, 1}), boost::test_tools::per_element());
    BOOST_TEST(legend_sizes(2, true) == (Sizes{2, 1}), boost::test_tools::per_element());
    BOOST_TEST(legend_sizes(1, true) == (Sizes{1}), boost::test_tools::per_element());
    BOOST_TEST(legend_sizes(0.3, false) == (Sizes{0.3, 0.1, 0.02}),
               boost::test_tools::per_element());
    BOOST_TEST(legend_sizes(0, true).empty());
}

BOOST_AUTO_TEST_CASE(sizes_fall_and_none_is_too_large) {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        const double highest = std::pow(10, std::uniform_real_distribution<double>(-3, 9)(random));
        const std::vector<double> sizes = legend_sizes(highest, false);
        BOOST_REQUIRE(sizes.size() == 3U);
        BOOST_TEST(sizes[0] <= highest * (1 + 1e-9));
        BOOST_TEST(sizes[0] >= highest * 0.66);
        BOOST_TEST(sizes[1] <= sizes[0] / 2 * (1 + 1e-9));
        BOOST_TEST(sizes[2] <= sizes[0] / 8 * (1 + 1e-9));
    }
}

BOOST_AUTO_TEST_SUITE_END()
