#include "render/input/table/accumulator.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(accumulator)

// Few and many different numbers, so that those kept are brought together never, once and often.
BOOST_AUTO_TEST_CASE(the_median_is_that_of_the_sorted_numbers) {
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        const std::size_t count = 1 + random() % (i % 10 == 0 ? 20'000 : 50);
        const std::size_t different = 1 + random() % 9000;
        Median median;
        std::vector<double> numbers;
        for (std::size_t j = 0; j < count; ++j) {
            numbers.push_back(static_cast<double>(random() % different) / 4 - 100);
            median.add({.number = numbers.back()});
        }
        std::ranges::sort(numbers);
        const double upper = numbers[count / 2];
        BOOST_TEST(median.value() ==
                   (count % 2 == 1 ? upper : std::midpoint(numbers[count / 2 - 1], upper)));
    }
}

BOOST_AUTO_TEST_SUITE_END()
