#include "render/words/short_text.h"

#include "base/utf8.h"
#include "render/facts/body.h"
#include "render/input/language/language.h"
#include "render/words/phrases.h"
#include "render/words/prose.h"
#include "render/words/rate_text.h"
#include "render/words/scope.h"
#include "render/words/where_phrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace cairn::words {
namespace {

constexpr std::size_t many = 4; ///< from here, a group of one value is worth a mention for its size

/// All clauses that the text could have; an empty one is left out.
struct Clauses {
    std::string subject; ///< opening and scope
    std::string spread;  ///< the same with how far the areas reach
    Clause highest;
    Clause cluster;
    Clause second;
    Clause common; ///< the commonest value, else the lowest
    Clause rest;   ///< what the labels come to that do not stand alone
    std::string zero;
    std::string zero_grouped; ///< the same with those that lie together
    std::string missing;
    std::string missing_grouped;
    std::string few_cases; ///< how many rates are not reliable
};

/// Of the groups after the first, the largest where it is large (the lowest of several), else the
/// lowest.
std::size_t common_group(const Summary& summary) {
    std::size_t best = summary.by_value.size() - 1;
    for (std::size_t i = best; i > 0; --i) {
        if (summary.by_value[i].members.size() > summary.by_value[best].members.size()) {
            best = i;
        }
    }
    return summary.by_value[best].members.size() >= many ? best : summary.by_value.size() - 1;
}

Clause common_clause(const TextContext& context, std::size_t index) {
    const Summary& summary = context.summary;
    const EqualValues& group = summary.by_value[index];
    const bool last = index + 1 == summary.by_value.size();
    // Those that do not stand alone have fewer.
    if (group.members.size() < many && last && summary.zeros.empty() && !summary.rest) {
        return has_fewest(context, group, most_names);
    }
    if (group.members.size() >= many || summary.by_value.size() == 2) {
        const std::string amount = group.members.size() >= many ? quantity(context, group.value)
                                                                : number(context, group.value);
        return has(context, group, amount, most_names);
    }
    return {};
}

/// Who has none of what is counted; "the other 15" where all others have been named.
std::string zeros(const TextContext& context) {
    const std::vector<std::size_t>& members = context.summary.zeros;
    if (members.empty()) {
        return "";
    }
    return context.summary.missing.empty() && !context.summary.rest && members.size() > most_names
               ? fill(context.words["none_in_others"],
                      {{"nouns", input::bare_plural(context.facts.unit)},
                       {"number", number_word(members.size(), context.words)}})
               : none_in(context, members, most_names);
}

/// Where data are missing; "the other 15" where all others have been named.
std::string gaps(const TextContext& context) {
    const std::vector<std::size_t>& members = context.summary.missing;
    if (members.empty()) {
        return "";
    }
    return context.summary.zeros.empty() && !context.summary.rest && members.size() > most_names &&
                   std::ranges::none_of(members,
                                        [&](std::size_t member) {
                                            return context.facts.facts[member].reason.has_value();
                                        })
               ? fill(context.words["no_data_for_others"],
                      {{"number", number_word(members.size(), context.words)}})
               : no_data_for(context, members, most_names);
}

std::string subject(const TextContext& context, const std::string& scope) {
    return fill(context.words["subject"], {{"opening", opening(context)}, {"scope", scope}});
}

/// With those that lie together, where the members are stated by number.
std::string grouped(const TextContext& context, const std::string& text,
                    std::span<const std::size_t> members) {
    return members.size() > most_names ? with_group(context, text, members) : "";
}

Clauses clauses_of(const TextContext& context) {
    const Summary& summary = context.summary;
    Clauses clauses;
    clauses.subject = subject(context, scope(context));
    const std::string reach = with_spread(context, scope(context));
    clauses.spread = reach.empty() ? "" : subject(context, reach);
    clauses.cluster = cluster_in_short(context);
    clauses.rest = rest_together(context);
    if (summary.counts && summary.by_value.size() > 1) {
        const std::size_t common = common_group(summary);
        clauses.highest = leader(context, false);
        clauses.common = common_clause(context, common);
        if (common != 1) {
            const EqualValues& second = summary.by_value[1];
            clauses.second = has(context, second, number(context, second.value), most_names);
        }
    }
    if (summary.counts && summary.rest && summary.by_value.size() == 1 &&
        summary.by_value.front().members.size() == 1) {
        clauses.highest = leader(context, false);
    }
    if (summary.rates && summary.by_value.size() > 1) {
        clauses.highest = highest_rate(context);
        clauses.second = most_counted(context);
        clauses.common = lowest_rate(context);
    }
    if (summary.rates) {
        clauses.few_cases = few_cases(context);
    }
    if (!summary.amounts && !summary.rates && summary.with_value > 1) {
        clauses.highest = facts::midpoint_of(context.facts) ? Clause{sides_of_midpoint(context), ""}
                                                            : below_zero(context, most_names);
        clauses.cluster = {alike(context, End::highest, false), ""};
    }
    if (!summary.by_value.empty()) {
        clauses.zero = zeros(context);
        clauses.zero_grouped = grouped(context, clauses.zero, summary.zeros);
    }
    if (summary.with_value > 0) {
        clauses.missing = gaps(context);
        if (by_reason(context, summary.missing).size() == 1) {
            clauses.missing_grouped = grouped(context, clauses.missing, summary.missing);
        }
    }
    return clauses;
}

std::string text_of(const Clauses& clauses, const input::Catalogue& words) {
    std::string text = sentence(clauses.spread.empty() ? clauses.subject : clauses.spread);
    std::string who;
    for (const Clause* clause :
         {&clauses.highest, &clauses.cluster, &clauses.second, &clauses.common, &clauses.rest}) {
        if (!clause->text.empty()) {
            add_clause(who, who.empty() ? opened(*clause, words) : clause->text, words);
        }
    }
    for (const std::string& part :
         {who, clauses.zero_grouped.empty() ? clauses.zero : clauses.zero_grouped,
          clauses.missing_grouped.empty() ? clauses.missing : clauses.missing_grouped,
          clauses.few_cases}) {
        if (!part.empty()) {
            text += " " + sentence(part);
        }
    }
    return text;
}

/// The text with as many clauses as fit, the most important first; nothing when `clauses` are too
/// long without all that can be left out.
std::optional<std::string> fitting(const Clauses& clauses, const input::Catalogue& words,
                                   bool only_subject_counts) {
    Clauses kept;
    kept.subject = clauses.subject;
    const auto fits = [&] { return count_characters(text_of(kept, words)) <= longest_short_text; };
    const auto add = [&](auto part) {
        kept.*part = clauses.*part;
        if (fits()) {
            return true;
        }
        kept.*part = {};
        return false;
    };
    const bool has_room = fits();
    const bool has_all =
        has_room && add(&Clauses::highest) && add(&Clauses::missing) && add(&Clauses::few_cases);
    if (!has_all && !only_subject_counts) {
        return std::nullopt;
    }
    if (!has_room) {
        return std::nullopt;
    }
    add(&Clauses::rest);
    add(&Clauses::zero);
    add(&Clauses::spread);
    // It may run on from the clause before it.
    if (!kept.highest.text.empty() || clauses.highest.text.empty()) {
        add(&Clauses::cluster);
    }
    if (!kept.zero.empty()) {
        add(&Clauses::zero_grouped);
    }
    if (!kept.missing.empty()) {
        add(&Clauses::missing_grouped);
    }
    add(&Clauses::common);
    add(&Clauses::second);
    return text_of(kept, words);
}

} // namespace

std::string short_text(const facts::Facts& facts, const Summary& summary,
                       const input::Catalogue& words) {
    constexpr std::array<std::size_t, 4> limits{no_limit, 60, 40, 20};
    for (const std::size_t limit : limits) {
        const TextContext context{facts, summary, words, limit,
                                  limit == no_limit ? limit : 2 * limit};
        if (auto text = fitting(clauses_of(context), words, limit == limits.back())) {
            return *text;
        }
    }
    // Only nouns without end, such as a unit of 200 characters, lead here.
    const TextContext shortest{facts, summary, words, limits.back(), limits.back()};
    return shortened(sentence(subject(shortest, scope(shortest))), longest_short_text);
}

} // namespace cairn::words
