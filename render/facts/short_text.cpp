#include "render/facts/short_text.h"

#include "render/facts/phrases.h"
#include "render/facts/prose.h"
#include "render/facts/rate_text.h"
#include "render/input/language.h"

#include <array>
#include <optional>
#include <vector>

namespace cairn::facts {
namespace {

constexpr std::size_t many = 4; ///< from here, a group of one value is worth a mention for its size

/// All clauses that the text could have; an empty one is left out.
struct Clauses {
    std::string subject; ///< opening and scope
    Clause highest;
    Clause second;
    Clause common; ///< the commonest value, else the lowest
    std::string zero;
    std::string missing;
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
               ? fill(telling.words.none_in_others,
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
               ? fill(telling.words.no_data_for_others,
                      {{"number", number_word(members.size(), telling.words)}})
               : no_data_for(telling, members, most_names);
}

std::string subject(const Telling& telling) {
    return fill(telling.words.subject, {{"opening", opening(telling)}, {"scope", scope(telling)}});
}

Clauses clauses_of(const Telling& telling) {
    const Summary& summary = telling.summary;
    Clauses clauses;
    clauses.subject = subject(telling);
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
        clauses.highest = below_zero(telling, most_names);
    }
    if (!summary.groups.empty()) {
        clauses.zero = zeros(telling);
    }
    if (summary.with_value > 0) {
        clauses.missing = gaps(telling);
    }
    return clauses;
}

std::string text_of(const Clauses& clauses, const input::Catalogue& words) {
    std::string text = sentence(clauses.subject);
    std::string who;
    for (const Clause* clause : {&clauses.highest, &clauses.second, &clauses.common}) {
        if (!clause->text.empty()) {
            who = who.empty() ? opened(*clause, words)
                              : fill(words.next_clause, {{"text", who}, {"clause", clause->text}});
        }
    }
    for (const std::string& part : {who, clauses.zero, clauses.missing, clauses.few_cases}) {
        if (!part.empty()) {
            text += " " + sentence(part);
        }
    }
    return text;
}

/// The text with as many clauses as fit; nothing when `clauses` are too long without all that can
/// be left out.
std::optional<std::string> fitting(Clauses clauses, const input::Catalogue& words,
                                   bool only_subject_counts) {
    std::string text = text_of(clauses, words);
    const auto fits = [&] { return characters(text) <= longest_short_text; };
    const auto leave_out = [&](auto& part) {
        if (!fits()) {
            part = {};
            text = text_of(clauses, words);
        }
    };
    leave_out(clauses.second);
    leave_out(clauses.common);
    leave_out(clauses.zero);
    if (only_subject_counts) {
        leave_out(clauses.missing);
        leave_out(clauses.few_cases);
        leave_out(clauses.highest);
    }
    return fits() ? std::optional(text) : std::nullopt;
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
    return shortened(sentence(subject(shortest)), longest_short_text);
}

} // namespace cairn::facts
