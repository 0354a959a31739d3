#include "render/facts/headline.h"

#include "render/facts/prose.h"
#include "render/facts/scope.h"
#include "render/facts/where_phrases.h"
#include "render/input/language.h"

#include <algorithm>
#include <vector>

namespace cairn::facts {
namespace {

/// Of fewer, a share says little.
constexpr double least_total = 10;
constexpr double least_share = 1.0 / 4;
constexpr double least_lead = 1.5;    ///< times the next highest
constexpr double least_gap = 1.0 / 4; ///< of the range of a measure, between the two highest

/// The text as a title: where it begins with the first member, its noun may have to go before it.
std::string opened_with_item(const Telling& telling, std::span<const std::size_t> members,
                             const std::string& text) {
    const Noun& item = telling.facts.item;
    const bool begins_with_name = text.starts_with(names_of(telling, members.first(1)));
    return opened({text, !begins_with_name    ? ""
                         : members.size() > 1 ? input::bare_plural(item)
                                              : item.one},
                  telling.words);
}

std::string share_of(const Telling& telling, std::span<const std::size_t> members, double sum) {
    const input::Catalogue& words = telling.words;
    return opened_with_item(telling, members,
                            fill(verb_form(telling, members, words.headline_share),
                                 {{"names", names_of(telling, members)},
                                  {"share", share(sum, telling.facts.total, words)},
                                  {"nouns", input::bare_plural(telling.facts.unit)}}));
}

/// "Glasgow City and six areas joined to it have half of the stories"
std::string cluster_found(const Telling& telling) {
    const Facts& facts = telling.facts;
    const input::Catalogue& words = telling.words;
    const std::optional<Cluster> cluster = cluster_of(facts, telling.summary);
    if (!cluster || 2 * cluster->sum < facts.total || facts.total < least_total) {
        return "";
    }
    const std::string text =
        fill(words.headline_cluster, {{"cluster", cluster_name(telling, *cluster)},
                                      {"share", share(cluster->sum, facts.total, words)},
                                      {"nouns", input::bare_plural(facts.unit)}});
    return opened_with_item(telling, std::span(cluster->members).first(1), text);
}

/// "Third sector accounts for nearly half of the stories"
std::string leader_found(const Telling& telling) {
    const std::vector<Group>& groups = telling.summary.groups;
    const Group& first = groups.front();
    const bool leads = first.members.size() == 1 && telling.facts.total >= least_total &&
                       telling.facts.facts.size() > 1 &&
                       first.value >= least_share * telling.facts.total &&
                       (groups.size() == 1 || first.value >= least_lead * groups[1].value);
    return leads ? share_of(telling, first.members, first.value) : "";
}

/// "Glasgow City, Fife and City of Edinburgh account for half of the stories"
std::string leaders_found(const Telling& telling) {
    const std::vector<std::size_t> members = leaders_of_half(telling.facts, telling.summary);
    double sum = 0;
    for (const std::size_t member : members) {
        sum += telling.facts.facts[member].value.value_or(0);
    }
    return members.empty() || telling.facts.total < least_total ? ""
                                                                : share_of(telling, members, sum);
}

/// "Stories in 17 of 32 council areas, from Shetland Islands to Dumfries and Galloway"
std::vector<std::string> reach_found(const Telling& telling) {
    const Facts& facts = telling.facts;
    const input::Catalogue& words = telling.words;
    const std::size_t with_some = telling.summary.with_value - telling.summary.zeros.size();
    if (!is_map(facts) || with_some < 2 || with_some == telling.summary.with_value) {
        return {};
    }
    const std::string text =
        capitalised(fill(words.headline_places, {{"nouns", input::bare_plural(facts.unit)},
                                                 {"places", places_with_some(telling, false)}}));
    return {with_spread(telling, text), text};
}

/// "Angus is below zero", "Three of nine sectors are below zero"
std::string negatives_found(const Telling& telling) {
    const Facts& facts = telling.facts;
    const Clause few = below_zero(telling, 2);
    if (few.text.empty()) {
        return "";
    }
    const auto below = std::count_if(facts.facts.begin(), facts.facts.end(),
                                     [](const Fact& fact) { return fact.value.value_or(0) < 0; });
    if (below <= 2) {
        return opened(few, telling.words);
    }
    const std::string places = part_of(static_cast<std::size_t>(below), telling.summary.with_value,
                                       facts.item, telling.words);
    return opened({fill(telling.words.headline_below_zero, {{"places", places}}), ""},
                  telling.words);
}

/// Whether a rate rests on so few cases that it may be due to chance.
bool rests_on_few(const Telling& telling, const Group& group) {
    return std::any_of(group.members.begin(), group.members.end(),
                       [&](std::size_t member) { return telling.facts.facts[member].few_cases; });
}

/// "Fife is highest, at 64.2%", where it is far ahead of the next.
std::string highest_found(const Telling& telling) {
    const std::vector<Group>& groups = telling.summary.groups;
    const Group& first = groups.front();
    const double range = first.value - groups.back().value;
    if (telling.summary.with_value < 3 || first.members.size() > 1 ||
        first.value - groups[1].value < least_gap * range || rests_on_few(telling, first)) {
        return "";
    }
    return opened_with_item(telling, first.members,
                            fill(verb_form(telling, first.members, telling.words.headline_highest),
                                 {{"names", names_of(telling, first.members)},
                                  {"quantity", quantity(telling, first.value)}}));
}

/// "From 12% in Fife to 46% in Glasgow City"
std::string range_found(const Telling& telling) {
    const Group& first = telling.summary.groups.front();
    const Group& last = telling.summary.groups.back();
    if (first.members.size() > 1 || last.members.size() > 1 || rests_on_few(telling, first) ||
        rests_on_few(telling, last)) {
        return "";
    }
    return capitalised(
        fill(telling.words.headline_range, {{"low", quantity(telling, last.value)},
                                            {"low_names", names_of(telling, last.members)},
                                            {"high", quantity(telling, first.value)},
                                            {"high_names", names_of(telling, first.members)}}));
}

} // namespace

std::string headline(const Telling& telling) {
    const Summary& summary = telling.summary;
    std::vector<std::string> findings;
    if (summary.counts && !summary.groups.empty()) {
        findings = {cluster_found(telling), leader_found(telling), leaders_found(telling)};
        const std::vector<std::string> reach = reach_found(telling);
        findings.insert(findings.end(), reach.begin(), reach.end());
    } else if (!summary.counts && summary.groups.size() > 1) {
        findings = {negatives_found(telling), highest_found(telling), range_found(telling)};
    }
    const std::size_t most = is_map(telling.facts) ? longest_map_headline : longest_headline;
    const auto told = std::find_if(findings.begin(), findings.end(), [&](const std::string& text) {
        return !text.empty() && characters(text) <= most;
    });
    return told == findings.end() ? "" : *told;
}

bool tells_places(const Telling& telling, const std::string& headline) {
    const std::vector<std::string> reach = reach_found(telling);
    return !headline.empty() && std::find(reach.begin(), reach.end(), headline) != reach.end();
}

} // namespace cairn::facts
