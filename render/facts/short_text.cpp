#include "render/facts/short_text.h"

#include "render/facts/phrases.h"
#include "render/facts/prose.h"
#include "render/facts/rate_text.h"
#include "render/facts/scope.h"
#include "render/facts/where_phrases.h"
#include "render/input/language.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace cairn::facts {
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
    std::string zero;
    std::string zero_grouped; ///< the same with those that lie together
    std::string missing;
    std::string missing_grouped;
    std::string few_cases; ///< how many rates are not reliable
};

/// Of the groups after the first, the largest where it is large (the lowest of several), else the
/// lowest.
std::size_t common_group(const Summary& summary) {
    std::size_t best = summary.groups.size() - 1;
    for (std::size_t i = best; i > 0; --i) {
        if (summary.groups[i].members.size() > summary.groups[best].members.size()) {
            best = i;
        }
    }
    return summary.groups[best].members.size() >= many ? best : summary.groups.size() - 1;
}

Clause common_clause(const Telling& telling, std::size_t index) {
    const Summary& summary = telling.summary;
    const Group& group = summary.groups[index];
    const bool last = index + 1 == summary.groups.size();
    if (group.members.size() < many && last && summary.zeros.empty()) {
        return has_fewest(telling, group, most_names);
    }
    if (group.members.size() >= many || summary.groups.size() == 2) {
        const std::string amount = group.members.size() >= many ? quantity(telling, group.value)
                                                                : number(telling, group.value);
        return has(telling, group, amount, most_names);
    }
    return {};
}

/// Who has none of what is counted; "the other 15" where all others have been told of.
std::string zeros(const Telling& telling) {
    const std::vector<std::size_t>& members = telling.summary.zeros;
    if (members.empty()) {
        return "";
    }
    return telling.summary.missing.empty() && members.size() > most_names
               ? fill(telling.words["none_in_others"],
                      {{"nouns", input::bare_plural(telling.facts.unit)},
                       {"number", number_word(members.size(), telling.words)}})
               : none_in(telling, members, most_names);
}

/// Where data are missing; "the other 15" where all others have been told of.
std::string gaps(const Telling& telling) {
    const std::vector<std::size_t>& members = telling.summary.missing;
    if (members.empty()) {
        return "";
    }
    return telling.summary.zeros.empty() && members.size() > most_names
               ? fill(telling.words["no_data_for_others"],
                      {{"number", number_word(members.size(), telling.words)}})
               : no_data_for(telling, members, most_names);
}

std::string subject(const Telling& telling, const std::string& scope) {
    return fill(telling.words["subject"], {{"opening", opening(telling)}, {"scope", scope}});
}

/// With those that lie together, where the members are told by number.
std::string grouped(const Telling& telling, const std::string& text,
                    std::span<const std::size_t> members) {
    return members.size() > most_names ? with_group(telling, text, members) : "";
}

Clauses clauses_of(const Telling& telling) {
    const Summary& summary = telling.summary;
    Clauses clauses;
    clauses.subject = subject(telling, scope(telling));
    const std::string reach = with_spread(telling, scope(telling));
    clauses.spread = reach.empty() ? "" : subject(telling, reach);
    clauses.cluster = cluster_in_short(telling);
    if (summary.counts && summary.groups.size() > 1) {
        const std::size_t common = common_group(summary);
        clauses.highest = leader(telling, false);
        clauses.common = common_clause(telling, common);
        if (common != 1) {
            const Group& second = summary.groups[1];
            clauses.second = has(telling, second, number(telling, second.value), most_names);
        }
    }
    if (summary.rates && summary.groups.size() > 1) {
        clauses.highest = highest_rate(telling);
        clauses.second = most_counted(telling);
        clauses.common = lowest_rate(telling);
    }
    if (summary.rates) {
        clauses.few_cases = few_cases(telling);
    }
    if (!summary.counts && !summary.rates && summary.with_value > 1) {
        clauses.highest = telling.facts.midpoint ? Clause{sides_of_midpoint(telling), ""}
                                                 : below_zero(telling, most_names);
        clauses.cluster = {alike(telling, End::highest, false), ""};
    }
    if (!summary.groups.empty()) {
        clauses.zero = zeros(telling);
        clauses.zero_grouped = grouped(telling, clauses.zero, summary.zeros);
    }
    if (summary.with_value > 0) {
        clauses.missing = gaps(telling);
        clauses.missing_grouped = grouped(telling, clauses.missing, summary.missing);
    }
    return clauses;
}

std::string text_of(const Clauses& clauses, const input::Catalogue& words) {
    std::string text = sentence(clauses.spread.empty() ? clauses.subject : clauses.spread);
    std::string who;
    for (const Clause* clause :
         {&clauses.highest, &clauses.cluster, &clauses.second, &clauses.common}) {
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
    Clauses told;
    told.subject = clauses.subject;
    const auto fits = [&] { return characters(text_of(told, words)) <= longest_short_text; };
    const auto add = [&](auto part) {
        told.*part = clauses.*part;
        if (fits()) {
            return true;
        }
        told.*part = {};
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
    add(&Clauses::zero);
    add(&Clauses::spread);
    // It may run on from the clause before it.
    if (!told.highest.text.empty() || clauses.highest.text.empty()) {
        add(&Clauses::cluster);
    }
    if (!told.zero.empty()) {
        add(&Clauses::zero_grouped);
    }
    if (!told.missing.empty()) {
        add(&Clauses::missing_grouped);
    }
    add(&Clauses::common);
    add(&Clauses::second);
    return text_of(told, words);
}

} // namespace

std::string short_text(const Facts& facts, const Summary& summary, const input::Catalogue& words) {
    constexpr std::array<std::size_t, 4> limits{no_limit, 60, 40, 20};
    for (const std::size_t limit : limits) {
        const Telling telling{facts, summary, words, limit, limit == no_limit ? limit : 2 * limit};
        if (auto text = fitting(clauses_of(telling), words, limit == limits.back())) {
            return *text;
        }
    }
    // Only nouns without end, such as a unit of 200 characters, lead here.
    const Telling shortest{facts, summary, words, limits.back(), limits.back()};
    return shortened(sentence(subject(shortest, scope(shortest))), longest_short_text);
}

} // namespace cairn::facts
