#include "render/words/headline.h"

#include "base/utf8.h"
#include "render/input/language/language.h"
#include "render/words/prose.h"
#include "render/words/scope.h"
#include "render/words/where_phrases.h"

#include <algorithm>
#include <vector>

namespace cairn::words {
namespace {

/// Of fewer, a share says little.
constexpr double least_total = 10;
constexpr double least_share = 1.0 / 4;
constexpr double least_lead = 1.5;    ///< times the next highest
constexpr double least_gap = 1.0 / 4; ///< of the range of a measure, between the two highest

/// The text as a title: where it begins with the first member, its noun may have to go before it.
std::string opened_with_item(const TextContext& context, std::span<const std::size_t> members,
                             const std::string& text) {
    const Noun& item = context.facts.item;
    const bool begins_with_name = text.starts_with(names_of(context, members.first(1)));
    return opened({text, !begins_with_name    ? ""
                         : members.size() > 1 ? input::bare_plural(item)
                                              : item.one},
                  context.words);
}

std::string share_of(const TextContext& context, std::span<const std::size_t> members, double sum) {
    const input::Catalogue& words = context.words;
    return opened_with_item(context, members,
                            fill(verb_form(context, members, words.clause("headline_share")),
                                 {{"names", names_of(context, members)},
                                  {"share", share(sum, context.facts.total, words)},
                                  {"nouns", input::bare_plural(context.facts.unit)}}));
}

/// "Glasgow City and six areas joined to it have half of the stories"
std::string cluster_found(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const input::Catalogue& words = context.words;
    const std::optional<Cluster> cluster = cluster_of(facts, context.summary);
    if (!cluster || 2 * cluster->sum < facts.total || facts.total < least_total) {
        return "";
    }
    const std::string text =
        fill(words["headline_cluster"], {{"cluster", cluster_name(context, *cluster)},
                                         {"share", share(cluster->sum, facts.total, words)},
                                         {"nouns", input::bare_plural(facts.unit)}});
    return opened_with_item(context, std::span(cluster->members).first(1), text);
}

/// "Third sector accounts for nearly half of the stories"
std::string leader_found(const TextContext& context) {
    const std::vector<EqualValues>& groups = context.summary.by_value;
    const EqualValues& first = groups.front();
    // Of one that stands alone, the next highest is not known.
    const bool is_compared = groups.size() > 1 || !context.summary.rest;
    const bool leads = is_compared && first.members.size() == 1 &&
                       context.facts.total >= least_total && context.facts.facts.size() > 1 &&
                       first.value >= least_share * context.facts.total &&
                       (groups.size() == 1 || first.value >= least_lead * groups[1].value);
    return leads ? share_of(context, first.members, first.value) : "";
}

/// "Glasgow City, Fife and City of Edinburgh account for half of the stories"
std::string leaders_found(const TextContext& context) {
    const std::vector<std::size_t> members = leaders_of_half(context.facts, context.summary);
    double sum = 0;
    for (const std::size_t member : members) {
        sum += context.facts.facts[member].value.value_or(0);
    }
    return members.empty() || context.facts.total < least_total ? ""
                                                                : share_of(context, members, sum);
}

/// "Stories in 17 of 32 council areas, from Shetland Islands to Dumfries and Galloway"
std::vector<std::string> reach_found(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const input::Catalogue& words = context.words;
    const std::size_t with_some = context.summary.with_value - context.summary.zeros.size();
    if (!facts::has_areas(facts) || with_some < 2 || with_some == context.summary.with_value) {
        return {};
    }
    const std::string text =
        capitalised(fill(words["headline_places"], {{"nouns", input::bare_plural(facts.unit)},
                                                    {"places", places_with_some(context, false)}}));
    return {with_spread(context, text), text};
}

/// "Angus is below zero", "Three of nine sectors are below zero"
std::string negatives_found(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const Clause few = below_zero(context, 2);
    if (few.text.empty()) {
        return "";
    }
    const auto below =
        std::count_if(facts.facts.begin(), facts.facts.end(),
                      [](const facts::Fact& fact) { return fact.value.value_or(0) < 0; });
    if (below <= 2) {
        return opened(few, context.words);
    }
    const std::string places = part_of(static_cast<std::size_t>(below), context.summary.with_value,
                                       facts.item, context.words);
    return opened({fill(context.words["headline_below_zero"], {{"places", places}}), ""},
                  context.words);
}

/// Whether a rate rests on so few cases that it may be due to chance.
bool rests_on_few(const TextContext& context, const EqualValues& group) {
    return std::any_of(group.members.begin(), group.members.end(),
                       [&](std::size_t member) { return context.facts.facts[member].few_cases; });
}

/// "Fife is highest, at 64.2%", where it is far ahead of the next.
std::string highest_found(const TextContext& context) {
    const std::vector<EqualValues>& groups = context.summary.by_value;
    const EqualValues& first = groups.front();
    const double range = first.value - groups.back().value;
    if (context.summary.with_value < 3 || first.members.size() > 1 ||
        first.value - groups[1].value < least_gap * range || rests_on_few(context, first)) {
        return "";
    }
    return opened_with_item(
        context, first.members,
        fill(verb_form(context, first.members, context.words.clause("headline_highest")),
             {{"names", names_of(context, first.members)},
              {"quantity", quantity(context, first.value)}}));
}

/// "From 12% in Fife to 46% in Glasgow City"
std::string range_found(const TextContext& context) {
    const EqualValues& first = context.summary.by_value.front();
    const EqualValues& last = context.summary.by_value.back();
    if (context.summary.rest || !context.summary.zeros.empty() || first.members.size() > 1 ||
        last.members.size() > 1 || rests_on_few(context, first) || rests_on_few(context, last)) {
        return "";
    }
    return capitalised(
        fill(context.words["headline_range"], {{"low", quantity(context, last.value)},
                                               {"low_names", names_of(context, last.members)},
                                               {"high", quantity(context, first.value)},
                                               {"high_names", names_of(context, first.members)}}));
}

} // namespace

std::string headline(const TextContext& context) {
    const Summary& summary = context.summary;
    // Of what is suppressed, any value might be the highest.
    if (std::ranges::count(context.facts.facts, Reason::suppressed, &facts::Fact::reason) > 0) {
        return "";
    }
    std::vector<std::string> findings;
    if (summary.counts && !summary.by_value.empty()) {
        findings = {cluster_found(context), leader_found(context), leaders_found(context)};
        const std::vector<std::string> reach = reach_found(context);
        findings.insert(findings.end(), reach.begin(), reach.end());
    } else if (!summary.counts && summary.by_value.size() > 1) {
        findings = {negatives_found(context), highest_found(context), range_found(context)};
    }
    const std::size_t most =
        facts::has_areas(context.facts) ? longest_map_headline : longest_headline;
    const auto first = std::find_if(findings.begin(), findings.end(), [&](const std::string& text) {
        return !text.empty() && count_characters(text) <= most;
    });
    return first == findings.end() ? "" : *first;
}

bool tells_places(const TextContext& context, const std::string& headline) {
    const std::vector<std::string> reach = reach_found(context);
    return !headline.empty() && std::find(reach.begin(), reach.end(), headline) != reach.end();
}

} // namespace cairn::words
