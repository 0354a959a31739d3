#include "render/facts/gather/classes.h"

#include "tests/support.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>
#include <sstream>

namespace cairn::facts {
BOOST_AUTO_TEST_SUITE(classes)

namespace {

using input::ClassMethod;

input::ClassSpec fixed(std::vector<double> breaks) {
    return {ClassMethod::fixed, std::move(breaks), 5, {"figures.yaml", 27, 14, "", {}, ""}};
}

input::ClassSpec computed(ClassMethod method, int count) {
    return {method, {}, count, {}};
}

/// "1 (8), 2 (5), 3..4 (1)"; a class without its end as "2.5..<5 (3)".
std::string shown(const std::vector<Class>& classes) {
    std::ostringstream text;
    for (const Class& range : classes) {
        text << (text.str().empty() ? "" : ", ") << range.from;
        if (range.from != range.to) {
            text << (range.holds_end ? ".." : "..<") << range.to;
        }
        text << " (" << range.count << ")";
    }
    return text.str();
}

std::string classes_of(const std::vector<double>& values, int decimals,
                       const input::ClassSpec& spec) {
    return shown(classify(values, decimals, spec));
}

const std::vector<ClassMethod> computed_methods{
    ClassMethod::quantile,           ClassMethod::equal,    ClassMethod::jenks, ClassMethod::pretty,
    ClassMethod::standard_deviation, ClassMethod::head_tail};

const std::vector<double> places{1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 5, 5, 11};

/// Squared distances from the mean within each class.
double spread(const std::vector<double>& values, const std::vector<Class>& classes) {
    std::vector<double> sum(classes.size());
    std::vector<double> count(classes.size());
    for (const double value : values) {
        sum[*class_of(classes, value)] += value;
        count[*class_of(classes, value)] += 1;
    }
    double total = 0;
    for (const double value : values) {
        const std::size_t index = *class_of(classes, value);
        total += std::pow(value - sum[index] / count[index], 2);
    }
    return total;
}

/// The least spread of sorted values in `classes` runs, tried in every way.
double least_spread(const std::vector<double>& sorted, std::size_t begin, std::size_t classes) {
    const auto of_run = [&](std::size_t first, std::size_t end) {
        double mean = 0;
        for (std::size_t i = first; i < end; ++i) {
            mean += sorted[i] / static_cast<double>(end - first);
        }
        double total = 0;
        for (std::size_t i = first; i < end; ++i) {
            total += std::pow(sorted[i] - mean, 2);
        }
        return total;
    };
    if (classes == 1) {
        return of_run(begin, sorted.size());
    }
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t end = begin + 1; end + classes - 1 <= sorted.size(); ++end) {
        least = std::min(least, of_run(begin, end) + least_spread(sorted, end, classes - 1));
    }
    return least;
}

std::vector<double> random_values(std::mt19937& random, int decimals) {
    const std::size_t size = 1 + random() % 40;
    const int range = 1 + static_cast<int>(random() % 200);
    const bool negative = random() % 4 == 0;
    std::vector<double> values;
    for (std::size_t i = 0; i < size; ++i) {
        const int whole = static_cast<int>(random() % range) - (negative ? range / 2 : -1);
        values.push_back(whole / std::pow(10, decimals));
    }
    return values;
}

/// What every division must hold: each value in one class, counts, order, whole ends without gaps.
void check(const std::vector<double>& values, int decimals, const std::vector<Class>& classes) {
    std::vector<std::size_t> counts(classes.size());
    for (const double value : values) {
        std::size_t holders = 0;
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (class_of(std::span(classes).subspan(i, 1), value)) {
                ++holders;
                ++counts[i];
            }
        }
        BOOST_TEST(holders == 1U);
    }
    for (std::size_t i = 0; i < classes.size(); ++i) {
        BOOST_TEST(classes[i].count == counts[i]);
        BOOST_TEST(classes[i].from <= classes[i].to);
        if (decimals == 0) {
            BOOST_TEST(classes[i].from == std::round(classes[i].from));
            BOOST_TEST(classes[i].to == std::round(classes[i].to));
            BOOST_TEST(classes[i].holds_end);
        }
        if (i > 0) {
            BOOST_TEST(classes[i].from == classes[i - 1].to + (decimals == 0 ? 1 : 0));
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(fixed_breaks_begin_classes_and_the_last_ends_them) {
    BOOST_TEST(classes_of(places, 0, fixed({1, 2, 3, 5, 11})) ==
               "1 (8), 2 (5), 3..4 (1), 5..11 (3)");
    BOOST_TEST(classes_of({1, 2}, 0, fixed({1, 2})) == "1..2 (2)");
    BOOST_TEST(classes_of({1, 4, 5}, 0, fixed({0.5, 1.5, 5, 5.5})) == "1 (1), 2..4 (1), 5 (1)");
    BOOST_TEST(classes_of({4}, 0, fixed({1, 3, 6})) == "1..2 (0), 3..6 (1)");
    BOOST_TEST(classes_of({2.5, 4.9, 5, 7.5}, 1, fixed({2.5, 5, 7.5})) ==
               "2.5..<5 (2), 5..7.5 (2)");
    BOOST_TEST(classes_of({-3, -1, 0, 4}, 0, fixed({-3, 0, 4})) == "-3..-1 (2), 0..4 (2)");
}

BOOST_AUTO_TEST_CASE(computed_classes_run_from_lowest_to_highest) {
    BOOST_TEST(classes_of(places, 0, computed(ClassMethod::quantile, 4)) ==
               "1 (8), 2 (5), 3..4 (1), 5..11 (3)");
    BOOST_TEST(classes_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0, computed(ClassMethod::quantile, 4)) ==
               "1..2 (2), 3..5 (3), 6..7 (2), 8..10 (3)");
    BOOST_TEST(classes_of(places, 0, computed(ClassMethod::equal, 5)) ==
               "1..2 (13), 3..4 (1), 5..6 (2), 7..8 (0), 9..11 (1)");
    BOOST_TEST(classes_of(places, 0, computed(ClassMethod::jenks, 4)) ==
               "1 (8), 2..4 (6), 5..10 (2), 11 (1)");
    BOOST_TEST(classes_of({0.1, 0.2, 0.9, 1}, 1, computed(ClassMethod::jenks, 2)) ==
               "0.1..<0.9 (2), 0.9..1 (2)");
    BOOST_TEST(classes_of({0.1, 0.2, 0.9, 1.1}, 1, computed(ClassMethod::equal, 4)) ==
               "0.1..<0.4 (2), 0.4..<0.6 (0), 0.6..<0.9 (0), 0.9..1.1 (2)");
}

BOOST_AUTO_TEST_CASE(pretty_classes_begin_at_round_numbers) {
    const auto pretty = [](const std::vector<double>& values, int decimals, int count) {
        return classes_of(values, decimals, computed(ClassMethod::pretty, count));
    };
    BOOST_TEST(pretty(places, 0, 4) == "1..4 (14), 5..9 (2), 10..11 (1)");
    BOOST_TEST(pretty({1, 2, 3, 5, 8, 9, 11}, 0, 7) ==
               "1 (1), 2..3 (2), 4..5 (1), 6..7 (0), 8..9 (2), 10..11 (1)");
    BOOST_TEST(pretty({3, 480, 990, 1210}, 0, 5) == "3..499 (2), 500..999 (1), 1000..1210 (1)");
    BOOST_TEST(pretty({0.12, 0.31, 0.58}, 2, 3) == "0.12..<0.2 (1), 0.2..<0.4 (1), 0.4..0.58 (1)");
    BOOST_TEST(pretty({-7, -2, 4}, 0, 3) == "-7..-6 (1), -5..-1 (1), 0..4 (1)");
}

BOOST_AUTO_TEST_CASE(deviation_classes_stand_around_the_mean) {
    // Mean 5, deviation 2.
    const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
    const auto around = [&](int count) {
        return classes_of(values, 0, computed(ClassMethod::standard_deviation, count));
    };
    BOOST_TEST(around(2) == "2..4 (4), 5..9 (4)");
    BOOST_TEST(around(3) == "2..3 (1), 4..5 (5), 6..9 (2)");
    BOOST_TEST(around(4) == "2 (1), 3..4 (3), 5..6 (2), 7..9 (2)");
}

BOOST_AUTO_TEST_CASE(head_tail_parts_at_the_mean_while_the_head_is_small) {
    // Means: 4, of 2 of 10 above; then 15.5, of 1 of 2 above, which is no small head.
    const std::vector<double> values{1, 1, 1, 1, 1, 1, 1, 2, 11, 20};
    BOOST_TEST(classes_of(values, 0, computed(ClassMethod::head_tail, 5)) ==
               "1..10 (8), 11..20 (2)");
    const std::vector<double> powers{1, 1, 1, 1, 1, 1, 1, 10, 10, 10, 100};
    BOOST_TEST(classes_of(powers, 0, computed(ClassMethod::head_tail, 5)) == "1..99 (10), 100 (1)");
    BOOST_TEST(classes_of({1, 2, 3, 4}, 0, computed(ClassMethod::head_tail, 5)) == "1..4 (4)");
}

BOOST_AUTO_TEST_CASE(fewer_distinct_values_make_fewer_classes) {
    for (const ClassMethod method : computed_methods) {
        BOOST_TEST(classes_of({7, 7, 7}, 0, computed(method, 5)) == "7 (3)");
        BOOST_TEST(classes_of({}, 0, computed(method, 5)) == "");
        BOOST_TEST(classify(std::vector<double>{1, 100, 1}, 0, computed(method, 5)).size() == 2U);
    }
    BOOST_TEST(classes_of({}, 0, fixed({1, 2})) == "");
}

BOOST_AUTO_TEST_CASE(wrong_breaks_are_told_where_they_are_written) {
    struct Case {
        std::vector<double> values;
        int decimals;
        std::vector<double> breaks;
        std::string message;
    };
    const Case cases[] = {
        {{1},
         0,
         {1},
         "fixed classes need at least two breaks\n"
         "  give the lowest value of each class, then the highest of all\n"},
        {{1},
         0,
         {1, 3, 2},
         "the class break 2 does not lie above 3, the one before it\n"
         "  each break must be higher than the one before it\n"},
        {{1},
         0,
         {1, 1},
         "the class break 1 does not lie above 1, the one before it\n"
         "  each break must be higher than the one before it\n"},
        {{0.5, 2},
         1,
         {1, 3},
         "the value 0.5 lies outside the class breaks, 1 to 3\n"
         "  the breaks must begin at 0.5 or below and end at 2 or above\n"},
        {{0.5, 2, 5, 6, 7, 8},
         1,
         {1, 3},
         "the values 0.5, 5, 6 and 2 more lie outside the class breaks, 1 to 3\n"
         "  the breaks must begin at 0.5 or below and end at 8 or above\n"},
        {{1200, 2},
         0,
         {1, 1000},
         "the value 1,200 lies outside the class breaks, 1 to 1,000\n"
         "  the breaks must begin at 2 or below and end at 1,200 or above\n"},
        {{1, 3},
         0,
         {1, 1.2, 1.4, 3},
         "no whole number lies between the class breaks 1.2 and 1.4\n"
         "  every value is whole: so should the breaks be\n"},
    };
    for (const Case& bad : cases) {
        BOOST_TEST(test::error_text([&] {
                       classify(bad.values, bad.decimals, fixed(bad.breaks));
                   }) == "figures.yaml:27:14: error: " + bad.message);
    }
}

BOOST_AUTO_TEST_CASE(a_value_outside_is_told_with_its_name) {
    const std::vector<double> values{1, 12, 0.5};
    const std::vector<std::string> names{"\"Fife\"", "\"Angus\" (d.csv:3)", "\"Moray\""};
    BOOST_TEST(test::error_text([&] {
                   classify(values, 1, fixed({1, 11}), names);
               }) == "figures.yaml:27:14: error: the values 12 of \"Angus\" (d.csv:3) and 0.5 of "
                     "\"Moray\" lie outside the class breaks, 1 to 11\n"
                     "  the breaks must begin at 0.5 or below and end at 12 or above\n");
}

BOOST_AUTO_TEST_CASE(every_value_is_in_one_class) {
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        const int decimals = static_cast<int>(random() % 3);
        const std::vector<double> values = random_values(random, decimals);
        const std::set<double> distinct(values.begin(), values.end());
        for (const ClassMethod method : computed_methods) {
            const int count = 1 + static_cast<int>(random() % 7);
            const std::vector<Class> result = classify(values, decimals, computed(method, count));
            check(values, decimals, result);
            BOOST_TEST(result.size() <= std::min<std::size_t>(count, distinct.size()));
            BOOST_TEST(result.front().from == *distinct.begin());
            BOOST_TEST(result.back().to == *distinct.rbegin());
            if (method == ClassMethod::quantile || method == ClassMethod::jenks) {
                BOOST_TEST(result.size() == std::min<std::size_t>(count, distinct.size()));
            }
        }
        const double low = std::floor(*distinct.begin());
        const double high = std::ceil(*distinct.rbegin()) + 1;
        check(values, decimals, classify(values, decimals, fixed({low - 2, low, high, high + 3})));
    }
}

BOOST_AUTO_TEST_CASE(jenks_finds_the_least_spread) {
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        std::vector<double> values;
        const std::size_t size = 2 + random() % 11;
        for (std::size_t i = 0; i < size; ++i) {
            values.push_back(static_cast<double>(1 + random() % 30));
        }
        std::sort(values.begin(), values.end());
        const std::set<double> distinct(values.begin(), values.end());
        const int count = 1 + static_cast<int>(random() % 4);
        const std::vector<Class> result = classify(values, 0, computed(ClassMethod::jenks, count));
        const double least = least_spread(values, 0, result.size());
        BOOST_TEST(spread(values, result) <= least + 1e-9);
    }
}

BOOST_AUTO_TEST_CASE(jenks_keeps_its_digits_on_large_values) {
    const std::vector<double> values{1e9 + 1, 1e9 + 2, 1e9 + 50, 1e9 + 51};
    const std::vector<Class> result = classify(values, 0, computed(ClassMethod::jenks, 2));
    BOOST_TEST(result.at(1).from == 1e9 + 50);
}

BOOST_AUTO_TEST_CASE(class_of_finds_none_outside) {
    const std::vector<Class> ranges{{1, 2, true, 0}, {3, 5, false, 0}};
    BOOST_TEST(*class_of(ranges, 2) == 0U);
    BOOST_TEST(*class_of(ranges, 3) == 1U);
    BOOST_TEST(!class_of(ranges, 5).has_value());
    BOOST_TEST(!class_of(ranges, 0).has_value());
    BOOST_TEST(!class_of(ranges, 2.5).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts
