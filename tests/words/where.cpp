#include "render/words/where.h"

#include "render/words/describe.h"
#include "tests/words/support_where.h"

namespace cairn::words::tests {
BOOST_AUTO_TEST_SUITE(where)

namespace {

using test::Ground;
using test::none;
using test::Rows;

constexpr std::array<const char*, 16> names{"Ardle", "Brae",  "Carn", "Dour",  "Earn", "Fyne",
                                            "Garry", "Hope",  "Isla", "Kyle",  "Lyon", "Moy",
                                            "Nith",  "Orchy", "Park", "Quoich"};

/// A grid of square areas, row by row from the north-west; the last one can lie apart, as an
/// island.
geo::Regions grid(std::size_t columns, std::size_t rows, bool island = false) {
    geo::Regions regions;
    for (std::size_t i = 0; i < columns * rows; ++i) {
        const bool apart = island && i + 1 == columns * rows;
        const double x = static_cast<double>(i % columns) + (apart ? 5 : 0);
        const double y = -static_cast<double>(i / columns);
        regions.regions.push_back({.code = std::string("S12 code of ") + names.at(i),
                                   .name = names.at(i),
                                   .name_gd = {},
                                   .geometry = {{{x, y - 1}, {x + 1, y - 1}, {x + 1, y}, {x, y}}}});
    }
    return regions;
}

/// Values in the order of the names; nothing is a region without data.
facts::Facts facts_of(const geo::Regions& regions, const std::vector<std::optional<double>>& values,
                      const std::string& heading = "Stories") {
    test::Rows rows;
    for (std::size_t i = 0; i < values.size(); ++i) {
        rows.emplace_back(names.at(i), values[i]);
    }
    Ground ground{.regions = regions};
    return test::facts_of(ground, rows, input::Absent::zero,
                          {.label_heading = "Area",
                           .value_heading = heading,
                           .decimals = heading == "Stories" ? 0 : 1});
}

std::string listed(const facts::Facts& facts, const std::vector<std::size_t>& members) {
    std::string text;
    for (const std::size_t member : members) {
        text += (text.empty() ? "" : " ") + facts.facts[member].label;
    }
    return text;
}

std::string cluster_text(const facts::Facts& facts) {
    const auto cluster = cluster_of(facts, summarise(facts));
    return cluster ? listed(facts, cluster->members) + (cluster->beside ? ", beside" : ", joined")
                   : "";
}

std::string spread_text(const facts::Facts& facts) {
    const auto spread = spread_of(facts, summarise(facts));
    return spread ? facts.facts[spread->north].label + " " + facts.facts[spread->south].label : "";
}

std::string alike_text(const facts::Facts& facts, End end) {
    const auto alike = alike_at(facts, summarise(facts), end);
    return alike ? std::to_string(alike->count) + ": " + listed(facts, alike->together) : "";
}

} // namespace

BOOST_AUTO_TEST_CASE(clusters) {
    const std::tuple<const char*, std::vector<std::optional<double>>, std::string> cases[] = {
        {"one heap", {9, 5, 0, 0, 4, 0, 0, 0, 1, 0, 0, 1}, "Ardle Brae Earn, beside"},
        {"a chain", {9, 5, 6, 0, 0, 0, 0, 0, 0, 1, 0, 1}, "Ardle Brae Carn, joined"},
        {"across a low one", {9, 2, 6, 0, 0, 0, 0, 0, 0, 5, 0, 1}, "Ardle Brae Carn, joined"},
        {"not across none", {9, 0, 6, 0, 0, 0, 0, 0, 0, 5, 0, 1}, ""},
        {"all in one", {9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, ""},
        {"nearly all in one", {90, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, ""},
        {"all equal", {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5}, ""},
        {"all zero", {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, ""},
        {"all missing",
         {none, none, none, none, none, none, none, none, none, none, none, none},
         ""},
        {"not across a gap", {9, none, 8, 0, 0, 0, 0, 0, 0, 5, 0, 1}, ""},
        {"too large a part", {9, 8, 8, 7, 8, 7, 0, 0, 0, 0, 0, 0}, ""},
        {"too small a part", {6, 5, 0, 6, 0, 0, 0, 5, 6, 5, 0, 1}, ""},
        {"beside the highest, not with it",
         {9, 0, 0, 8, 0, 0, 7, 7, 0, 0, 0, 0},
         "Dour Garry Hope, joined"},
    };
    for (const auto& [name, values, text] : cases) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(cluster_text(facts_of(grid(4, 3), values)) == text);
        }
    }
    // The highest is an island: it has no neighbours and is in no cluster.
    BOOST_TEST(cluster_text(facts_of(grid(4, 3, true), {8, 7, 0, 0, 6, 0, 0, 0, 0, 0, 0, 9})) ==
               "Ardle Brae Earn, beside");
    BOOST_TEST(cluster_text(facts_of(grid(1, 1), {9})) == "");
    BOOST_TEST(cluster_text(facts_of(grid(4, 3), {9.5, 5, 4}, "Rate")) == "");
}

BOOST_AUTO_TEST_CASE(a_cluster_is_nearly_always_the_best_there_is) {
    std::mt19937 random(6);
    int with_cluster = 0;
    int best = 0;
    for (int round = 0; round < 300; ++round) {
        const facts::Facts facts = [&] {
            std::vector<std::optional<double>> values;
            for (int i = 0; i < 12; ++i) {
                values.emplace_back(random() % 2 == 0 ? 0 : static_cast<double>(random() % 12));
            }
            return facts_of(grid(4, 3), values);
        }();
        const auto cluster = cluster_of(facts, summarise(facts));
        if (!cluster) {
            continue;
        }
        ++with_cluster;
        // Every connected set of areas with some, at most a third of all.
        const double mean = facts.total / 12;
        double most = 0;
        for (unsigned set = 1; set < 1U << 12U; ++set) {
            std::vector<std::size_t> members;
            double excess = 0;
            bool some = true;
            for (std::size_t i = 0; i < 12; ++i) {
                if ((set >> i & 1U) != 0) {
                    members.push_back(i);
                    excess += *facts.facts[i].value - mean;
                    some = some && *facts.facts[i].value > 0;
                }
            }
            if (some && members.size() <= 4 && excess > most &&
                grouped_by_borders(facts, members).size() == 1) {
                most = excess;
            }
        }
        const double excess = cluster->sum - mean * static_cast<double>(cluster->members.size());
        BOOST_TEST(excess <= most + 1e-9);
        best += excess >= most - 1e-9 ? 1 : 0;
    }
    BOOST_TEST_MESSAGE("best clusters: " << best << " of " << with_cluster);
    BOOST_TEST(with_cluster > 50);
    BOOST_TEST(best * 10 >= with_cluster * 9);
}

BOOST_AUTO_TEST_CASE(spreads) {
    const std::tuple<const char*, std::vector<std::optional<double>>, std::string> cases[] = {
        {"four", {0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0}, "Brae Lyon"},
        {"three are told by name", {0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0}, ""},
        {"all have some", {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, ""},
        {"two level in the north", {1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0}, ""},
        {"missing farther in", {0, 1, 0, 0, none, 1, none, 1, 0, 0, 1, 0}, "Brae Lyon"},
        {"missing as far north", {none, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0}, ""},
        {"missing as far south", {0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, none}, ""},
        {"all missing but four", {none, 1, none, none, none, 1, none, 1, none, none, 1}, ""},
    };
    for (const auto& [name, values, text] : cases) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(spread_text(facts_of(grid(4, 3), values)) == text);
        }
    }
    BOOST_TEST(spread_text(facts_of(grid(4, 3), {0.5, -1, 2, 3}, "Rate")) == "");
}

BOOST_AUTO_TEST_CASE(one_area_that_reaches_farthest_both_ways_is_no_spread) {
    geo::Regions regions = grid(4, 3);
    regions.regions[5].geometry = {{{50, -9}, {51, -9}, {51, 9}, {50, 9}}};
    BOOST_TEST(spread_text(facts_of(regions, {0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0})) == "");
}

BOOST_AUTO_TEST_CASE(groups_come_largest_first) {
    const facts::Facts facts = facts_of(grid(4, 3, true), {0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 0});
    std::vector<std::size_t> zeros = summarise(facts).zeros;
    std::string text;
    for (const auto& group : grouped_by_borders(facts, zeros)) {
        text += listed(facts, group) + "; ";
    }
    BOOST_TEST(text == "Carn Dour Hope; Isla Kyle; Ardle; Moy; ");
    BOOST_TEST(grouped_by_borders(facts, {}).empty());
    BOOST_TEST(listed(facts, {largest_area(facts, zeros)}) == "Ardle"); // the first of equals
}

BOOST_AUTO_TEST_CASE(high_and_low_values_that_lie_together) {
    const std::vector<std::optional<double>> values{9.5, 8, 7, 2, 3,    2, 2, 2,
                                                    2,   1, 2, 2, -0.5, 0, 1, 9};
    BOOST_TEST(alike_text(facts_of(grid(4, 4), values, "Rate"), End::highest) ==
               "4: Ardle Brae Carn");
    BOOST_TEST(alike_text(facts_of(grid(4, 4), values, "Rate"), End::lowest) ==
               "4: Nith Orchy Kyle Park");
    // Three are level at the bound, so none of them counts.
    std::vector<std::optional<double>> level = values;
    level[11] = 1;
    BOOST_TEST(alike_text(facts_of(grid(4, 4), level, "Rate"), End::lowest) == "");
    BOOST_TEST(alike_text(facts_of(grid(4, 2), {8, 7, 6, 5, 4, 3, 2, 1.5}, "Rate"),
                          End::highest) == ""); // too few to tell
    const std::vector<std::optional<double>> counts{9, 8, 7, 2, 3, 2, 2, 2, 2, 1, 2, 2, 1, 1, 1, 1};
    BOOST_TEST(alike_text(facts_of(grid(4, 4), counts), End::highest) == "");
}

BOOST_AUTO_TEST_CASE(without_borders_nothing_is_said) {
    const facts::Facts facts = test::map({{"Fife", 9}, {"Angus", 8}, {"Moray", 0}, {"Perth", 0}},
                                         {"Fife", "Angus", "Moray", "Perth"}, input::Absent::zero);
    BOOST_TEST(cluster_text(facts) == "");
    BOOST_TEST(spread_text(facts) == "");
    BOOST_TEST(grouped_by_borders(facts, summarise(facts).zeros).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words::tests
