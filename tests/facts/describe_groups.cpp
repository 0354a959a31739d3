#include "render/facts/describe_groups.h"

#include "render/facts/describe.h"
#include "tests/facts/support_facts.h"

#include <fmt/format.h>

#include <cstddef>
#include <random>
#include <string>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(describe_groups)

namespace {

/// Areas in groups; the index of each area's group, or none.
facts::Facts grouped(const std::vector<std::string>& groups,
                     const std::vector<std::optional<std::size_t>>& areas) {
    facts::Facts facts;
    facts.id = "groups";
    facts.kind = input::Kind::categorical;
    facts.title = "Boards";
    facts.source = "Somebody";
    facts.language = "en-GB";
    facts.item = {"council area", "council areas"};
    facts.label_heading = "Council area";
    facts.value_heading = "Board";
    for (const std::string& group : groups) {
        facts.categories.push_back({group, 0});
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        facts::Fact fact{.label = fmt::format("Area {}", static_cast<char>('A' + i)),
                         .code = fmt::format("S{}", i),
                         .value = {},
                         .class_index = areas[i]};
        if (areas[i]) {
            ++facts.categories[*areas[i]].count;
        } else {
            facts.missing.push_back(fact.label);
        }
        facts.facts.push_back(std::move(fact));
    }
    return facts;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_form_tells_the_groups) {
    const facts::Words words =
        facts::describe(grouped({"North", "South"}, {0, 0, 1, std::nullopt}), test::english());
    BOOST_TEST(words.subtitle == "3 of 4 council areas in 2 groups");
    BOOST_TEST(words.short_text ==
               "Map “Boards”: three of four council areas in two groups. North (2 areas) and "
               "South (1 area). In no group: Area D.");
    BOOST_TEST(words.description == "Map “Boards”: three of four council areas in two groups.\n"
                                    "North (2 areas): Area A and Area B. South (1 area): Area C.\n"
                                    "In no group: Area D.\n"
                                    "Source: Somebody.");
    BOOST_TEST(words.list == "Boards: North (2 areas): Area A and Area B; South (1 area): Area C");
    BOOST_TEST(words.mark_names ==
                   (std::vector<std::string>{"Area A: North", "Area B: North", "Area C: South",
                                             "Area D: in no group"}),
               boost::test_tools::per_element());
    BOOST_TEST(words.table.rows.at(2) == (std::vector<std::string>{"Area C", "South"}),
               boost::test_tools::per_element());
    BOOST_TEST(!words.table.columns.at(1).numeric);
    BOOST_TEST(words.legend_title == "Board");
    BOOST_TEST(words.missing_label.at(0).range == "In no group");
    BOOST_TEST(words.class_labels.at(1).range == "South");
    BOOST_TEST(words.class_labels.at(1).count == "1 area");
    BOOST_TEST(words.class_labels.at(1).sign == "B");
    BOOST_TEST(words.missing_label.at(0).count == "1 area");
}

BOOST_AUTO_TEST_CASE(alt_texts_fit_whatever_the_names) {
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::string> groups;
        const std::size_t count = 1 + random() % 7;
        for (std::size_t i = 0; i < count; ++i) {
            std::string name = fmt::format("Group {}", i);
            for (auto word = random() % 12; word > 0; --word) {
                name += " district";
            }
            groups.push_back(name);
        }
        std::vector<std::optional<std::size_t>> areas;
        for (std::size_t i = 0; i < 26; ++i) {
            areas.emplace_back(random() % count);
        }
        const facts::Facts facts = grouped(groups, areas);
        const facts::Words words = facts::describe(facts, test::english());
        BOOST_TEST(facts::characters(words.short_text) <= 250U);
        for (const facts::Fact& fact : facts.facts) {
            BOOST_TEST(words.description.find(fact.label) != std::string::npos);
        }
        for (const facts::Category& group : facts.categories) {
            BOOST_TEST(words.description.find(
                           fmt::format("{} ({} area{})", group.label, group.count,
                                       group.count == 1 ? "" : "s")) != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
