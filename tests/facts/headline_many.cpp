#include "render/facts/describe.h"
#include "tests/facts/support_claims.h"
#include "tests/facts/support_many.h"

#include <array>

// Headlines of many figures, read back and held against the values by another way.

namespace cairn::facts {
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

/// A fraction and how near it is said to be.
void check_share(const std::string& said, double part, double whole, bool in_gaelic) {
    static const std::array<std::pair<const char*, double>, 24> fractions{{
        {"a tenth", 0.1},           {"a fifth", 0.2},
        {"a quarter", 0.25},        {"a third", 1.0 / 3},
        {"two fifths", 0.4},        {"half", 0.5},
        {"three fifths", 0.6},      {"two thirds", 2.0 / 3},
        {"three quarters", 0.75},   {"four fifths", 0.8},
        {"nine tenths", 0.9},       {"all", 1},
        {"an deicheamh cuid", 0.1}, {"an còigeamh cuid", 0.2},
        {"cairteal", 0.25},         {"trian", 1.0 / 3},
        {"dà chòigeamh", 0.4},      {"leth", 0.5},
        {"trì còigeamhan", 0.6},    {"dà thrian", 2.0 / 3},
        {"trì cairtealan", 0.75},   {"ceithir còigeamhan", 0.8},
        {"naoi deicheamhan", 0.9},  {"an t-iomlan", 1},
    }};
    std::string rest = said;
    std::string how;
    for (const std::string start : {"nearly ", "just over ", "more than ", "faisg air ",
                                    "beagan a bharrachd air ", "còrr is "}) {
        if (rest.starts_with(start)) {
            how = start;
            rest = rest.substr(start.size());
        }
    }
    rest = rest == "an iomlan" ? "an t-iomlan" : rest;
    const auto fraction =
        std::ranges::find_if(fractions, [&](const auto& known) { return rest == known.first; });
    BOOST_TEST_REQUIRE((fraction != fractions.end()), "no fraction: " << said << in_gaelic);
    const double off = part / whole - fraction->second;
    const bool nearly = how == "nearly " || how == "faisg air ";
    const bool over = how == "just over " || how == "beagan a bharrachd air ";
    BOOST_TEST((how.empty() ? std::abs(off) < 1e-12
                : nearly    ? off < 0 && off > -0.021
                : over      ? off > 0 && off < 0.021
                            : off > 0.019 && off < 0.1),
               said << " is not " << part << " of " << whole);
}

/// A ground without borders: the labels and values of a bar chart.
Ground ground_of(const Facts& facts) {
    Ground ground;
    for (const Fact& fact : facts.facts) {
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

void check_counts(const std::string& text, const Ground& ground, Found& found) {
    const Names some = test::names_with_some(ground);
    const double total = static_cast<double>(test::sum_of(ground, some));
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
            BOOST_TEST(2 * static_cast<double>(test::sum_of(ground, named)) >= total, text);
        } else {
            ++found.share;
            // No other label has more than the least of those that are named.
            for (const std::string& name : named) {
                for (const std::string& other : some) {
                    BOOST_TEST((named.contains(other) ||
                                test::value_of(ground, other) < test::value_of(ground, name)),
                               text);
                }
            }
        }
        check_share(said, static_cast<double>(test::sum_of(ground, named)), total, false);
        return;
    }
    BOOST_TEST_REQUIRE(text.starts_with("Stories in "), text);
    ++found.reach;
    BOOST_TEST(number_at(text).value() == static_cast<long>(some.size()), text);
    BOOST_TEST(number_at(text, text.find(" of ") + 4).value() ==
                   static_cast<long>(ground.order.size()),
               text);
    if (has(text, ", from ")) {
        const std::string north = between(text, ", from ", " to ");
        const std::string south = text.substr(text.rfind(" to ") + 4);
        for (const std::string& name : some) {
            BOOST_TEST((name == north || ground.north.at(name) < ground.north.at(north)), text);
            BOOST_TEST((name == south || ground.south.at(name) > ground.south.at(south)), text);
        }
    }
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
        }
    } else if (has(text, " highest, at ")) {
        ++found.highest;
        BOOST_TEST((names_in(text, ground) == high), text);
        BOOST_TEST(text.ends_with(" highest, at " + value(high)), text);
    } else {
        ++found.range;
        BOOST_TEST(text == "From " + value(low) + " in " + *low.begin() + " to " + value(high) +
                               " in " + *high.begin());
        BOOST_TEST((high.size() == 1 && low.size() == 1), text);
    }
}

void check_headline(Facts facts, const Ground& ground, Found& found) {
    facts.wants_headline = true;
    const Words words = describe(facts, test::english());
    BOOST_TEST(test::code_points(words.title) <= 90U);
    if (!words.has_headline) {
        ++found.none;
        BOOST_TEST(words.title == facts.title);
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
        const Names named = names_in(gaelic.title, ground);
        BOOST_TEST((named == names_in(words.title, ground)), gaelic.title);
        check_share(gaelic.title.substr(gaelic.title.rfind(", ") + 2),
                    static_cast<double>(test::sum_of(ground, named)), facts.total, true);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(headline_many)

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
        const Facts facts = test::facts_of(sample);
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
        const Facts facts = test::facts_of(
            ground, rows, random() % 2 == 0 ? input::Absent::zero : input::Absent::missing,
            {.title = "Where",
             .label_heading = "Area",
             .value_heading = counts ? "Stories" : "Rate"});
        BOOST_TEST_CONTEXT("round " << round) {
            check_headline(facts, ground, found);
        }
    }
    BOOST_TEST(found.share > 20);
    BOOST_TEST(found.cluster > 40);
    BOOST_TEST(found.reach > 50);
    BOOST_TEST(found.highest > 5);
    BOOST_TEST(found.range > 5);
    BOOST_TEST(found.below > 5);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts
