#include "render/facts/gather/diverging.h"

#include "render/facts/gather/classes.h"
#include "tests/support.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>
#include <sstream>

namespace cairn::facts {
BOOST_AUTO_TEST_SUITE(diverging)

namespace {

using input::ClassMethod;

input::ClassSpec around(ClassMethod method, int count, double midpoint) {
    return {method, {}, count, {}, midpoint};
}

input::ClassSpec fixed(std::vector<double> breaks, double midpoint) {
    return {ClassMethod::fixed, std::move(breaks), 5, {"f.yaml", 3, 9, "", {}, ""}, midpoint};
}

/// "-5..-1 (2) | 0 (1) | 1..4 (2)": a bar at each side of the class of the midpoint, else at the
/// midpoint.
std::string shown(const PartedClasses& parted) {
    std::ostringstream text;
    for (std::size_t i = 0; i < parted.classes.size(); ++i) {
        const Class& one = parted.classes[i];
        const std::size_t below = parted.midpoint.below;
        const bool bar = i == below || (parted.midpoint.has_class && i == below + 1);
        text << (i == 0 ? "" : bar ? " | " : ", ") << one.from;
        if (one.from != one.to) {
            text << (one.holds_end ? ".." : "..<") << one.to;
        }
        text << " (" << one.count << ")";
    }
    return text.str();
}

std::string parted(const std::vector<double>& values, int decimals, const input::ClassSpec& spec) {
    return shown(classify_around(values, decimals, spec));
}

constexpr ClassMethod methods[] = {
    ClassMethod::quantile,           ClassMethod::equal,    ClassMethod::jenks, ClassMethod::pretty,
    ClassMethod::standard_deviation, ClassMethod::head_tail};

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

double spread(const std::vector<double>& values, const std::vector<Class>& classes) {
    double total = 0;
    for (const Class& one : classes) {
        std::vector<double> held;
        std::ranges::copy_if(values, std::back_inserter(held), [&](double value) {
            return class_of(std::span(&one, 1), value).has_value();
        });
        total += held.empty() ? 0 : least_spread(held, 0, 1);
    }
    return total;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_midpoint_is_an_edge_or_a_class) {
    const std::vector<double> values{-5, -3, -1, 2, 4, 8};
    BOOST_TEST(parted(values, 0, around(ClassMethod::equal, 4, 0)) ==
               "-5 (1), -4..-1 (2) | 0..3 (1), 4..8 (2)");
    BOOST_TEST(parted({-5, -1, 0, 2, 8}, 0, around(ClassMethod::pretty, 5, 0)) ==
               "-5..-1 (2) | 0 (1) | 1..4 (1), 5..8 (1)");
    BOOST_TEST(parted({1.5, 2.5, 4.5}, 1, around(ClassMethod::quantile, 4, 2.5)) ==
               "1.5..<2.5 (1) | 2.5 (1) | 2.6..4.5 (1)");
    BOOST_TEST(parted({-8, -7, -2, 1, 3}, 0, around(ClassMethod::jenks, 4, 0)) ==
               "-8..-3 (2), -2..-1 (1) | 0..2 (1), 3 (1)");
    BOOST_TEST(parted({1, 2, 3}, 0, around(ClassMethod::equal, 2, 0)) == "0..1 (1), 2..3 (2)");
    BOOST_TEST(parted({-3, -1}, 0, around(ClassMethod::equal, 1, 0)) == "-3..-1 (2)");
    BOOST_TEST(parted({4, 4}, 0, around(ClassMethod::equal, 3, 4)) == "4 (2)");
    BOOST_TEST(parted({}, 0, around(ClassMethod::equal, 3, 4)) == "");
}

BOOST_AUTO_TEST_CASE(fixed_breaks_part_at_the_midpoint) {
    BOOST_TEST(parted({-4, 0, 3}, 0, fixed({-5, 0, 5}, 0)) == "-5..-1 (1) | 0..5 (2)");
    BOOST_TEST(parted({-4, 0, 3}, 0, fixed({-5, 0, 1, 5}, 0)) == "-5..-1 (1) | 0 (1) | 1..5 (1)");
    BOOST_TEST(parted({-4, 0, 3}, 0, fixed({-5, -1, 2, 5}, 0)) ==
               "-5..-2 (1) | -1..1 (1) | 2..5 (1)");
    BOOST_TEST(parted({-4.5, 0, 3}, 1, fixed({-5, 0, 5}, 0)) == "-5..<0 (1) | 0..5 (2)");
    BOOST_TEST(test::error_text([] {
                   classify_around(std::vector<double>{1}, 0, fixed({1, 3}, 7));
               }) == "f.yaml:3:9: error: the midpoint 7 lies outside the class breaks, 1 to 3\n"
                     "  make it one of the breaks, or a number within the middle class\n");
}

BOOST_AUTO_TEST_CASE(a_midpoint_beyond_all_values_leaves_one_side) {
    for (const ClassMethod method : methods) {
        for (const double midpoint : {0.0, 12.0}) {
            const PartedClasses result =
                classify_around(std::vector<double>{1, 4, 9}, 0, around(method, 3, midpoint));
            BOOST_TEST(!result.midpoint.has_class);
            BOOST_TEST(result.midpoint.below == (midpoint > 0 ? result.classes.size() : 0U));
            std::size_t counted = 0;
            for (const Class& one : result.classes) {
                counted += one.count;
            }
            BOOST_TEST(counted == 3U);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_midpoint_far_from_all_values_is_refused) {
    const auto refused = [](const std::vector<double>& values, ClassMethod method, int count,
                            double midpoint) {
        try {
            parted(values, 0, around(method, count, midpoint));
            return false;
        } catch (const Error&) {
            return true;
        }
    };
    for (const ClassMethod method : methods) {
        BOOST_TEST(refused({1, 4, 9}, method, 3, 100));
        BOOST_TEST(refused({1, 4, 9}, method, 3, -100));
    }
    // The class from 0 to 1 would be empty.
    BOOST_TEST(refused({4, 9}, ClassMethod::equal, 5, 0));
    BOOST_TEST(!refused({4, 9}, ClassMethod::jenks, 2, 0));
    BOOST_TEST(!refused({4, 4}, ClassMethod::equal, 3, 0));
}

BOOST_AUTO_TEST_CASE(a_midpoint_that_is_no_break) {
    // It lies in the last class, at the first break, at the last one, and beyond either.
    BOOST_TEST(parted({-4, 1, 3}, 0, fixed({-5, 0, 5}, 2)) == "-5..-1 (1) | 0..5 (2)");
    const auto middle = [](double midpoint) {
        return classify_around(std::vector<double>{-4, 1, 3}, 0, fixed({-5, 0, 5}, midpoint))
            .midpoint;
    };
    BOOST_TEST(middle(2).has_class);
    BOOST_TEST(middle(2).below == 1U);
    BOOST_TEST(middle(-5).below == 0U);
    BOOST_TEST(!middle(-5).has_class);
    BOOST_TEST(middle(5).has_class);
    BOOST_TEST(middle(5).below == 1U);
    for (const auto& [midpoint, shown] : {std::pair(-5.5, "\u22125.5"), std::pair(5.25, "5.25")}) {
        BOOST_TEST(test::error_text([&, at = midpoint] { middle(at); }) ==
                   "f.yaml:3:9: error: the midpoint " + std::string(shown) +
                       " lies outside the class breaks, \u22125 to 5\n"
                       "  make it one of the breaks, or a number within the middle class\n");
    }
}

BOOST_AUTO_TEST_CASE(a_continuous_scale_without_values_has_none) {
    const auto scaled = [](const std::vector<double>& values, std::optional<double> midpoint) {
        return shades_for({ClassMethod::continuous, {}, 5, {}, midpoint}, values, {}, Facts());
    };
    BOOST_TEST(std::get<Classes>(scaled({}, {})).classes.empty());
    BOOST_TEST(std::get<Classes>(scaled({}, 3)).classes.empty());
    BOOST_TEST(std::get<Classes>(scaled({}, 3)).midpoint.has_value());
    const Scale scale = std::get<Scale>(scaled({4, 2, 9}, 100));
    BOOST_TEST(scale.from == 2);
    BOOST_TEST(scale.to == 9);
    BOOST_TEST(scale.midpoint.value() == 100);
}

BOOST_AUTO_TEST_CASE(every_value_is_in_one_class_of_its_side) {
    std::mt19937 random(5);
    for (int round = 0; round < 1500; ++round) {
        const int decimals = static_cast<int>(random() % 3);
        const double unit = std::pow(10, -decimals);
        std::vector<double> values;
        for (std::size_t i = 0; i < 1 + random() % 40; ++i) {
            values.push_back((static_cast<int>(random() % 200) - 100) / std::pow(10, decimals));
        }
        const auto [lowest, highest] = std::ranges::minmax(values);
        const double midpoint = std::clamp(
            (static_cast<int>(random() % 60) - 30) / std::pow(10, decimals), lowest, highest);
        const int count = 1 + static_cast<int>(random() % 7);
        for (const ClassMethod method : methods) {
            const auto [classes, middle] =
                classify_around(values, decimals, around(method, count, midpoint));
            std::size_t counted = 0;
            for (std::size_t i = 0; i < classes.size(); ++i) {
                const Class& one = classes[i];
                counted += one.count;
                const bool below = i < middle.below;
                const bool at = i == middle.below && middle.has_class;
                for (const double value : values) {
                    if (class_of(std::span(&one, 1), value)) {
                        BOOST_TEST((below ? value < midpoint
                                    : at  ? value == midpoint
                                          : value >= midpoint));
                    }
                }
                if (decimals == 0) { // a count can fall into each class, and into one alone
                    BOOST_TEST((one.from == std::round(one.from) && one.to == std::round(one.to)));
                    BOOST_TEST((one.holds_end && one.from <= one.to));
                }
                if (i > 0) {
                    const double gap = one.from - classes[i - 1].to;
                    const bool follows_middle = i == middle.below + 1 && middle.has_class;
                    const double wanted = decimals == 0 || follows_middle ? unit : 0;
                    BOOST_TEST(std::abs(gap - wanted) < 1e-9);
                }
            }
            BOOST_TEST(counted == values.size());
            BOOST_TEST(classes.size() <= std::max<std::size_t>(count, 3));
        }
    }
}

BOOST_AUTO_TEST_CASE(jenks_finds_the_least_spread_of_both_sides) {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::set<double> below;
        std::set<double> above;
        while (below.size() < 4 || above.size() < 4) {
            const double value = static_cast<int>(random() % 60) - 30;
            if (value != 0) {
                (value < 0 ? below : above).insert(value);
            }
        }
        std::vector<double> values(below.begin(), below.end());
        values.insert(values.end(), above.begin(), above.end());
        const int count = 2 + static_cast<int>(random() % 4);
        double least = std::numeric_limits<double>::infinity();
        for (int k = 1; k < count; ++k) {
            if (static_cast<std::size_t>(k) <= below.size() &&
                static_cast<std::size_t>(count - k) <= above.size()) {
                least =
                    std::min(least, least_spread({below.begin(), below.end()}, 0, k) +
                                        least_spread({above.begin(), above.end()}, 0, count - k));
            }
        }
        const PartedClasses result =
            classify_around(values, 0, around(ClassMethod::jenks, count, 0));
        BOOST_TEST(spread(values, result.classes) <= least + 1e-9);
    }
}

BOOST_AUTO_TEST_CASE(a_scale_has_round_ticks) {
    const auto ticks = [](const std::vector<double>& values, std::optional<double> midpoint) {
        std::ostringstream text;
        for (const double tick : scale_of(values, midpoint).ticks) {
            text << tick << " ";
        }
        return text.str();
    };
    BOOST_TEST(ticks({0.4, 3, 11.4}, {}) == "5 10 ");
    BOOST_TEST(ticks({0, 7, 9}, {}) == "0 5 ");
    BOOST_TEST(ticks({-4.8, 14.8}, 0) == "0 5 10 ");
    BOOST_TEST(ticks({93, 112}, 100) == "95 100 105 110 ");
    BOOST_TEST(ticks({7, 7}, {}) == "7 ");
    BOOST_TEST(ticks({1, 9}, 100) == "2 4 6 8 "); // counted from a midpoint outside
    BOOST_TEST(ticks({10, 30}, 100) == "10 20 30 ");
    BOOST_TEST(ticks({0.12, 0.31}, {}) == "0.15 0.2 0.25 0.3 ");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts
