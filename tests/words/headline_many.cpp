#include "render/facts/body.h"
#include "render/words/describe.h"
#include "render/words/summary.h"
#include "tests/facts/support_many.h"
#include "tests/support_fractions.h"
#include "tests/words/support_claims.h"

#include <numeric>

// Headlines of many figures, read back and held against the values by another way.

namespace cairn::words {
BOOST_AUTO_TEST_SUITE(headline_many)

namespace {

using test::between;
using test::Ground;
using test::has;
using test::Names;
using test::names_in;
using test::number_at;

/// How often each kind of headline was there to be checked.
struct Found {
    int share = 0, cluster = 0, reach = 0, below = 0, highest = 0, range = 0, none = 0;
};

/// Whether a share in words is so, in whole numbers.
void check_share(const std::string& said, long part, long whole) {
    BOOST_TEST(test::share_holds(said, part, whole), said << " is not " << part << " of " << whole);
}

/// A ground without borders: the labels and values of a bar chart.
Ground ground_of(const facts::Facts& facts) {
    Ground ground;
    for (const facts::Fact& fact : facts.facts) {
        ground.order.push_back(fact.label);
        ground.at[fact.label] = fact.value ? std::optional(std::lround(*fact.value)) : std::nullopt;
    }
    return ground;
}

/// Labels that have the highest value, or the lowest.
Names extremes(const Ground& ground, bool high) {
    std::optional<long> extreme;
    for (const auto& [name, value] : ground.at) {
        if (value && (!extreme || (high ? *value > *extreme : *value < *extreme))) {
            extreme = value;
        }
    }
    return test::names_where(ground, [&](const auto& value) { return value && value == extreme; });
}

/// The values of a count from the highest down, zeros left out.
std::vector<long> falling_values(const Ground& ground) {
    std::vector<long> values;
    for (const std::string& name : test::names_with_some(ground)) {
        values.push_back(test::value_of(ground, name));
    }
    std::ranges::sort(values, std::greater());
    return values;
}

/// Whether one label has a quarter or more of ten or more, and half as much again as the next.
bool one_leads(const Ground& ground) {
    const std::vector<long> values = falling_values(ground);
    const long total = std::accumulate(values.begin(), values.end(), 0L);
    return total >= 10 && ground.order.size() > 1 && 4 * values[0] >= total &&
           (values.size() == 1 || (values[1] < values[0] && 3 * values[1] <= 2 * values[0]));
}

/// How many labels have half of ten or more together, the fewest with all that are level; none
/// where they are one, more than four, or half of all that have some.
std::size_t leaders(const Ground& ground) {
    const std::vector<long> values = falling_values(ground);
    const long total = std::accumulate(values.begin(), values.end(), 0L);
    std::size_t count = 0;
    for (long sum = 0;
         count < values.size() && (2 * sum < total || values[count] == values[count - 1]);
         ++count) {
        sum += values[count];
    }
    return total >= 10 && count >= 2 && count <= 4 && 2 * count < values.size() ? count : 0;
}

void check_counts(const std::string& text, const Ground& ground, Found& found) {
    const Names some = test::names_with_some(ground);
    const long total = test::sum_of(ground, some);
    if (has(text, " of the stories")) {
        const bool plural = has(text, " account for ");
        const bool cluster = has(text, " have ");
        const std::string_view verb = cluster  ? " have "
                                      : plural ? " account for "
                                               : " accounts for ";
        const std::string who = text.substr(0, text.find(verb));
        const std::string said = between(text, verb, " of the stories");
        Names named = names_in(who, ground);
        if (cluster) {
            ++found.cluster;
            const Names expected = test::expected_cluster(ground);
            BOOST_TEST(expected.contains(*named.begin()), text);
            BOOST_TEST(has(who, ", which lie together,") == (expected.size() <= 3), text);
            if (expected.size() > 3) {
                BOOST_TEST(number_at(who, who.find(" and ") + 4).value() ==
                               static_cast<long>(expected.size()) - 1,
                           text);
            } else {
                BOOST_TEST((named == expected), text);
            }
            named = expected;
            BOOST_TEST(2 * test::sum_of(ground, named) >= total, text);
        } else {
            ++found.share;
            BOOST_TEST((named.size() == 1 ? one_leads(ground)
                                          : !one_leads(ground) && named.size() == leaders(ground)),
                       text);
            // No other label has more than the least of those that are named.
            for (const std::string& name : named) {
                for (const std::string& other : some) {
                    BOOST_TEST((named.contains(other) ||
                                test::value_of(ground, other) < test::value_of(ground, name)),
                               text);
                }
            }
        }
        BOOST_TEST(total >= 10, text);
        check_share(said, test::sum_of(ground, named), total);
        return;
    }
    BOOST_TEST_REQUIRE(text.starts_with("Stories in "), text);
    ++found.reach;
    const Names unknown = test::names_without_data(ground);
    BOOST_TEST(number_at(text).value() == static_cast<long>(some.size()), text);
    BOOST_TEST(number_at(text, text.find(" of ") + 4).value() ==
                   static_cast<long>(ground.order.size() - unknown.size()),
               text);
    BOOST_TEST(has(text, " with data") == !unknown.empty(), text);
    if (has(text, ", from ")) {
        const std::string north = between(text, ", from ", " to ");
        const std::string south = text.substr(text.rfind(" to ") + 4);
        for (const std::string& name : some) {
            BOOST_TEST((name == north || ground.north.at(name) < ground.north.at(north)), text);
            BOOST_TEST((name == south || ground.south.at(name) > ground.south.at(south)), text);
        }
        for (const std::string& name : unknown) {
            BOOST_TEST(ground.north.at(name) < ground.north.at(north), text);
            BOOST_TEST(ground.south.at(name) > ground.south.at(south), text);
        }
    }
}

/// Whether, of three values or more, one is ahead of the next by a quarter of the whole range.
bool is_far_ahead(const Ground& ground) {
    std::vector<long> values;
    for (const auto& [name, value] : ground.at) {
        if (value) {
            values.push_back(*value);
        }
    }
    std::ranges::sort(values, std::greater());
    return values.size() >= 3 && values[0] > values[1] &&
           4 * (values[0] - values[1]) >= values[0] - values.back();
}

void check_measures(const std::string& text, const Ground& ground, int decimals, Found& found) {
    const Names high = extremes(ground, true);
    const Names low = extremes(ground, false);
    const Names below = test::names_where(
        ground, [](const std::optional<long>& value) { return value.value_or(0) < 0; });
    const auto value = [&](const Names& names) {
        return test::written(test::value_of(ground, *names.begin()), decimals);
    };
    if (has(text, " below zero")) {
        ++found.below;
        if (below.size() <= 2) {
            BOOST_TEST((names_in(text, ground) == below), text);
        } else {
            BOOST_TEST(number_at(text).value() == static_cast<long>(below.size()), text);
            BOOST_TEST(number_at(text, text.find(" of ") + 4).value() ==
                           static_cast<long>(ground.order.size() -
                                             test::names_without_data(ground).size()),
                       text);
        }
    } else if (has(text, " highest, at ")) {
        ++found.highest;
        BOOST_TEST(is_far_ahead(ground), text);
        BOOST_TEST((names_in(text, ground) == high), text);
        BOOST_TEST(text.ends_with(" highest, at " + value(high)), text);
    } else {
        ++found.range;
        BOOST_TEST((below.empty() && !is_far_ahead(ground)), text);
        BOOST_TEST(text == "From " + value(low) + " in " + *low.begin() + " to " + value(high) +
                               " in " + *high.begin());
        BOOST_TEST((high.size() == 1 && low.size() == 1), text);
    }
}

void check_headline(facts::Facts facts, const Ground& ground, Found& found) {
    facts.wants_headline = true;
    const Words words = describe(facts, test::english());
    BOOST_TEST(test::code_points(words.title) <=
               (facts::has_areas(facts) && words.has_headline ? 80U : 90U));
    if (!words.has_headline) {
        ++found.none;
        BOOST_TEST(words.title == facts.title);
        const bool counts = summarise(facts).counts;
        const bool short_names = ground.regions.regions.empty(); // all that is true of them fits
        BOOST_TEST((!short_names || !counts || (!one_leads(ground) && leaders(ground) == 0)));
        BOOST_TEST((!short_names || counts || !is_far_ahead(ground)));
        return;
    }
    BOOST_TEST(words.subtitle.starts_with(facts.title));
    if (summarise(facts).counts) {
        check_counts(words.title, ground, found);
    } else {
        check_measures(words.title, ground, 0, found);
    }
    // The same finding in Gaelic: the names and the share are those of English.
    if (has(words.title, " of the stories") && !has(words.title, " have ")) {
        facts.language = "gd";
        facts.unit = {"sgeulachd", "sgeulachdan", "sgeulachd", "sgeulachdan"};
        const Words gaelic = describe(facts, test::gaelic());
        BOOST_TEST(gaelic.title.starts_with("Sgeulachdan: "), gaelic.title);
        // A cluster may fit into one of the languages alone.
        const bool cluster = has(gaelic.title, "taobh ri taobh") || has(gaelic.title, " ri thaobh");
        const Names named =
            cluster ? test::expected_cluster(ground) : names_in(gaelic.title, ground);
        BOOST_TEST((cluster || named == names_in(words.title, ground)), gaelic.title);
        BOOST_TEST_CONTEXT(words.title << " / " << gaelic.title) {
            check_share(gaelic.title.substr(gaelic.title.rfind(", ") + 2),
                        test::sum_of(ground, named), std::lround(facts.total));
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(headlines_of_bars_are_so) {
    std::mt19937 random(11);
    Found found;
    for (int round = 0; round < 1000; ++round) {
        test::Sample sample = test::random_sample(random);
        sample.map = false;
        sample.decimals = 0;
        sample.rows = sample.labels.size();
        for (std::string& label : sample.labels) {
            label = label.substr(0, 3); // names that cannot be taken for words of the sentence
        }
        const facts::Facts facts = test::facts_of(sample);
        BOOST_TEST_CONTEXT("round " << round) {
            check_headline(facts, ground_of(facts), found);
        }
    }
    BOOST_TEST(found.share > 100);
    BOOST_TEST(found.below > 10);
    BOOST_TEST(found.highest > 20);
    BOOST_TEST(found.range > 20);
    BOOST_TEST(found.none > 100);
}

BOOST_AUTO_TEST_CASE(headlines_of_maps_are_so) {
    std::mt19937 random(12);
    Found found;
    for (int round = 0; round < 600; ++round) {
        Ground ground;
        ground.regions = round % 2 == 0 ? test::councils_for_pages() : test::random_regions(random);
        if (ground.regions.regions.empty()) {
            continue;
        }
        const bool counts = random() % 3 != 0;
        const test::Rows rows = test::random_rows(random, ground.regions, counts);
        const facts::Facts facts = test::facts_of(
            ground, rows, random() % 2 == 0 ? input::Absent::zero : input::Absent::missing,
            {.title = "Where",
             .label_heading = "Area",
             .value_heading = counts ? "Stories" : "Rate"});
        BOOST_TEST_CONTEXT("round " << round) {
            check_headline(facts, ground, found);
        }
    }
    BOOST_TEST(found.share > 20);
    BOOST_TEST(found.cluster > 30);
    BOOST_TEST(found.reach > 50);
    BOOST_TEST(found.highest > 5);
    BOOST_TEST(found.range > 5);
    BOOST_TEST(found.below > 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
