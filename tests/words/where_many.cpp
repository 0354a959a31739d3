#include "render/words/describe.h"
#include "render/words/summary.h"
#include "tests/words/support_claims.h"

// What the words of many maps say of where, read back from the text and held against the values and
// the raw points of the regions.

namespace cairn::words {
BOOST_AUTO_TEST_SUITE(where_many)

namespace {

using test::between;
using test::Ground;
using test::groups_of;
using test::has;
using test::Marks;
using test::Names;
using test::names_in;
using test::number_at;
using test::value_of;

/// How often each kind of claim was there to be checked.
struct Found {
    int spreads = 0, clusters = 0, beside = 0, groups = 0, apart = 0, alike = 0, short_clusters = 0,
        among = 0;
};

/// The northernmost and southernmost area with some, where there is a spread to tell.
std::optional<std::pair<std::string, std::string>> expected_spread(const Ground& ground) {
    const Names some = test::names_with_some(ground);
    const Names unknown = test::names_without_data(ground);
    if (some.size() < 4 || some.size() + unknown.size() == ground.order.size()) {
        return std::nullopt;
    }
    std::vector<std::string> by_north(some.begin(), some.end());
    std::vector<std::string> by_south = by_north;
    std::ranges::sort(by_north, std::greater(),
                      [&](const std::string& name) { return ground.north.at(name); });
    std::ranges::sort(by_south, std::less(),
                      [&](const std::string& name) { return ground.south.at(name); });
    const bool level = ground.north.at(by_north[0]) == ground.north.at(by_north[1]) ||
                       ground.south.at(by_south[0]) == ground.south.at(by_south[1]);
    // What has no data may have some, so it must not lie as far out.
    const bool hidden = std::ranges::any_of(unknown, [&](const std::string& name) {
        return ground.north.at(name) >= ground.north.at(by_north[0]) ||
               ground.south.at(name) <= ground.south.at(by_south[0]);
    });
    return level || hidden || by_north[0] == by_south[0]
               ? std::nullopt
               : std::optional(std::pair(by_north[0], by_south[0]));
}

void check_spread(const std::string& text, const Ground& ground, const Marks& marks, Found& found) {
    const std::string first = text.substr(0, text.find(marks.spread_end) + 3);
    const auto expected = expected_spread(ground);
    BOOST_TEST(has(first, marks.spread) == expected.has_value(), text);
    if (expected && has(first, marks.spread)) {
        ++found.spreads;
        BOOST_TEST(between(first, marks.spread, marks.spread_to) == expected->first);
        BOOST_TEST(between(first, marks.spread_to, marks.spread_end) == expected->second);
    }
}

/// The sentence about the cluster; empty where there is none.
std::string cluster_sentence(const std::string& text, const Marks& marks) {
    for (const std::string& sentence : test::sentences_of(text)) {
        if (sentence.starts_with(marks.cluster_all) ||
            (has(sentence, marks.of_whole) &&
             (has(sentence, std::string(marks.beside)) || has(sentence, marks.joined) ||
              has(sentence, marks.few)))) {
            return sentence;
        }
    }
    return "";
}

void check_cluster(const std::string& text, const Ground& ground, const Marks& marks,
                   Found& found) {
    const Names expected = test::expected_cluster(ground);
    const std::string sentence = cluster_sentence(text, marks);
    BOOST_TEST(sentence.empty() == expected.empty(), text);
    if (sentence.empty() || expected.empty()) {
        return;
    }
    ++found.clusters;
    const Names some = test::names_with_some(ground);
    BOOST_TEST(sentence.starts_with(marks.cluster_all) == (expected == some), sentence);
    if (expected == some) {
        BOOST_TEST(test::lies_together(ground, some));
        return;
    }
    const std::size_t at = sentence.find(marks.cluster_sum);
    const std::string who = sentence.substr(0, at + 1);
    // Of more than forty areas the table alone has all names.
    const bool all_named = expected.size() <= 3 || ground.order.size() <= 40;
    const Names named = names_in(who, ground);
    BOOST_TEST((all_named ? named == expected : named.size() == 1U), sentence);
    BOOST_TEST(test::lies_together(ground, expected), sentence);
    BOOST_TEST(number_at(sentence, at).value() == test::sum_of(ground, expected), sentence);
    BOOST_TEST(number_at(sentence, sentence.find(marks.of_whole) + marks.of_whole.size()).value() ==
                   test::sum_of(ground, some),
               sentence);
    const std::string first = test::first_name(who, ground);
    for (const std::string& name : expected) {
        BOOST_TEST(value_of(ground, name) > 0);
        BOOST_TEST(value_of(ground, name) <= value_of(ground, first));
    }
    const bool beside = std::ranges::all_of(expected, [&](const std::string& name) {
        return name == first || ground.borders.contains({first, name});
    });
    BOOST_TEST(has(sentence, marks.few) == (expected.size() <= 3), sentence);
    if (expected.size() > 3) {
        found.beside += beside ? 1 : 0;
        BOOST_TEST(has(sentence, std::string(marks.beside)) == beside, sentence);
        BOOST_TEST(number_at(sentence, first.size()).value() ==
                       static_cast<long>(expected.size()) - 1,
                   sentence);
    }
}

/// The groups that a text tells of what `lead` begins with.
void check_groups(const std::string& text, const Ground& ground, const Marks& marks,
                  std::string_view lead, const Names& members, Found& found) {
    std::vector<Names> stated;
    Names apart;
    bool here = false;
    for (const std::string& sentence : test::sentences_of(text)) {
        const bool is_apart = std::ranges::any_of(
            marks.apart, [&](std::string_view start) { return sentence.starts_with(start); });
        const bool is_group =
            has(sentence, marks.together) &&
            std::ranges::any_of(
                marks.group, [&](std::string_view start) { return sentence.starts_with(start); }) &&
            !has(sentence, marks.highest) && !has(sentence, marks.lowest);
        if (sentence.starts_with(lead)) {
            here = true;
        } else if (!is_apart && !is_group) {
            here = false;
        } else if (here && is_group) {
            stated.push_back(names_in(sentence, ground));
            BOOST_TEST(number_at(sentence).value() == static_cast<long>(stated.back().size()),
                       sentence);
        } else if (here) {
            apart = names_in(sentence, ground);
        }
    }
    std::vector<Names> expected;
    Names alone;
    for (const Names& group : groups_of(ground, members)) {
        if (group.size() > 1) {
            expected.push_back(group);
        } else {
            alone.insert(*group.begin());
        }
    }
    if (members.size() < 4 || members.size() > 40 || expected.empty()) {
        BOOST_TEST((stated.empty() && apart.empty()), text);
        return;
    }
    ++found.groups;
    found.apart += alone.empty() ? 0 : 1;
    BOOST_TEST(std::ranges::is_sorted(stated, std::greater(), &Names::size), text);
    std::ranges::sort(stated);
    std::ranges::sort(expected);
    BOOST_TEST((stated == expected), text);
    BOOST_TEST((apart == alone), text);
}

/// "of the eight highest, six lie together: …"
void check_alike(const std::string& text, const Ground& ground, const Marks& marks, bool high,
                 Found& found) {
    std::vector<long> values;
    for (const auto& [name, value] : ground.at) {
        if (value) {
            values.push_back(high ? -*value : *value);
        }
    }
    std::ranges::sort(values);
    const Names ends = test::names_where(ground, [&](const std::optional<long>& value) {
        return value &&
               static_cast<std::size_t>(std::ranges::upper_bound(values, high ? -*value : *value) -
                                        values.begin()) <= values.size() / 4;
    });
    Names expected;
    for (const Names& group : groups_of(ground, ends)) {
        if (group.size() >= 3 && 2 * group.size() > ends.size() && values.size() >= 12) {
            expected = group;
        }
    }
    std::string stated;
    for (const std::string& sentence : test::sentences_of(text)) {
        const bool says = has(sentence, high ? marks.highest : marks.lowest) &&
                          has(sentence, marks.together.substr(0, marks.together.size() - 2));
        stated = says ? sentence : stated;
    }
    BOOST_TEST(stated.empty() == expected.empty(), text);
    if (stated.empty() || expected.empty()) {
        return;
    }
    ++found.alike;
    const std::size_t colon = stated.find(": ");
    const Names named = names_in(stated.substr(colon), ground);
    BOOST_TEST((ground.order.size() <= 40 ? named == expected : named.size() == 1U), stated);
    BOOST_TEST(std::ranges::includes(expected, named), stated);
    BOOST_TEST(number_at(stated).value() == static_cast<long>(ends.size()), stated);
    const std::size_t comma = stated.find(", ");
    if (expected.size() < ends.size()) {
        BOOST_TEST(number_at(stated, comma).value() == static_cast<long>(expected.size()), stated);
    }
    BOOST_TEST(test::lies_together(ground, expected), stated);
}

/// The claims of a short text, where there was room for them.
void check_short(const std::string& text, const Ground& ground, const Marks& marks, Found& found) {
    const Names cluster = test::expected_cluster(ground);
    for (const std::string& sentence : test::sentences_of(text)) {
        const std::size_t among = sentence.find(marks.among);
        if (const std::size_t at = sentence.find(marks.leader); at != std::string::npos) {
            ++found.short_clusters;
            const std::string said = sentence.substr(at + marks.leader.size());
            const std::string first = test::first_name(sentence, ground);
            BOOST_TEST(cluster.contains(first), text);
            BOOST_TEST(number_at(said).value() == static_cast<long>(cluster.size()) - 1, text);
            BOOST_TEST(number_at(said, said.find(marks.leader_sum)).value() ==
                           test::sum_of(ground, cluster),
                       text);
        }
        const bool none = sentence.starts_with(marks.none);
        const Names members =
            none ? test::names_with_none(ground) : test::names_without_data(ground);
        if (!none && !sentence.starts_with(marks.no_data)) {
            continue;
        }
        if (has(sentence, marks.all_together)) {
            BOOST_TEST(test::lies_together(ground, members), text);
        } else if (among != std::string::npos) {
            ++found.among;
            const std::string said = sentence.substr(among + marks.among.size());
            const std::string first = test::first_name(said, ground);
            std::size_t size = 0;
            for (const Names& group : groups_of(ground, members)) {
                if (group.contains(first)) {
                    size = group.size();
                    for (const std::string& name : group) {
                        BOOST_TEST(ground.area.at(name) <= ground.area.at(first) + 1e-6, text);
                    }
                }
            }
            BOOST_TEST(2 * size >= members.size(), text);
            BOOST_TEST(number_at(said, first.size()).value() == static_cast<long>(size) - 1, text);
        }
    }
}

void check_map(const facts::Facts& facts, const Ground& ground, bool in_gaelic, Found& found) {
    const Words words = describe(facts, in_gaelic ? test::gaelic() : test::english());
    const Marks& marks = test::marks_of(in_gaelic);
    const std::string& text = words.description;
    const bool counts = summarise(facts).counts;
    if (counts) {
        check_spread(text, ground, marks, found);
        check_cluster(text, ground, marks, found);
        if (test::names_with_none(ground).size() > 1) {
            check_groups(text, ground, marks, marks.none, test::names_with_none(ground), found);
        }
    } else {
        check_alike(text, ground, marks, true, found);
        check_alike(text, ground, marks, false, found);
    }
    if (!test::names_without_data(ground).empty()) {
        check_groups(text, ground, marks, marks.no_data, test::names_without_data(ground), found);
    }
    check_short(words.short_text, ground, marks, found);
}

void check_many(bool in_gaelic, unsigned seed) {
    std::mt19937 random(seed);
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
             .value_heading = counts ? "Stories" : "Rate",
             .in_gaelic = in_gaelic});
        BOOST_TEST_CONTEXT("round " << round) {
            check_map(facts, ground, in_gaelic, found);
        }
    }
    // The claims were there to be checked.
    BOOST_TEST(found.spreads > 100);
    BOOST_TEST(found.clusters > 60);
    BOOST_TEST(found.beside > 5);
    BOOST_TEST(found.groups > 150);
    BOOST_TEST(found.apart > 50);
    BOOST_TEST(found.alike > 30);
    BOOST_TEST(found.short_clusters > 20);
    BOOST_TEST(found.among > 50);
}

} // namespace

BOOST_AUTO_TEST_CASE(what_is_told_of_where_is_so_in_english) {
    check_many(false, 41);
}

BOOST_AUTO_TEST_CASE(what_is_told_of_where_is_so_in_gaelic) {
    check_many(true, 42);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
