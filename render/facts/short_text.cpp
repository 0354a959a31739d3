#include "render/facts/short_text.h"

#include "render/facts/english.h"
#include "render/facts/number.h"
#include "render/facts/phrases.h"

#include <fmt/format.h>

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
        return has(telling, group,
                   "the fewest, " + format_number(group.value, telling.facts.decimals), most_names);
    }
    if (group.members.size() >= many || summary.groups.size() == 2) {
        const std::string amount = group.members.size() >= many
                                       ? quantity(telling.facts, group.value)
                                       : format_number(group.value, telling.facts.decimals);
        return has(telling, group, amount, most_names);
    }
    return {};
}

/// `nothing` for all of these members; "the other 15" where all others have been told of.
std::string absence(const Telling& telling, const std::string& nothing,
                    const std::vector<std::size_t>& members, bool others_told) {
    if (members.empty()) {
        return "";
    }
    return others_told && members.size() > most_names
               ? fmt::format("{} the other {}", nothing, number_word(members.size()))
               : nothing_for(telling, nothing, members, most_names);
}

Clauses clauses_of(const Telling& telling) {
    const Summary& summary = telling.summary;
    Clauses clauses;
    clauses.subject = opening(telling) + ": " + scope(telling);
    if (summary.counts && summary.groups.size() > 1) {
        const std::size_t common = common_group(summary);
        clauses.highest = leader(telling, "");
        clauses.common = common_clause(telling, common);
        if (common != 1) {
            const Group& second = summary.groups[1];
            clauses.second = has(telling, second,
                                 format_number(second.value, telling.facts.decimals), most_names);
        }
    }
    if (!summary.counts && summary.with_value > 1) {
        clauses.highest = below_zero(telling, most_names);
    }
    if (!summary.groups.empty()) {
        clauses.zero = absence(telling, "no " + telling.facts.unit.other + " in", summary.zeros,
                               summary.missing.empty());
    }
    if (summary.with_value > 0) {
        clauses.missing = absence(telling, "no data for", summary.missing, summary.zeros.empty());
    }
    return clauses;
}

std::string text_of(const Clauses& clauses) {
    std::string text = sentence(clauses.subject);
    std::string who;
    for (const Clause* clause : {&clauses.highest, &clauses.second, &clauses.common}) {
        if (!clause->text.empty()) {
            who += who.empty() ? opened(*clause) : "; " + clause->text;
        }
    }
    for (const std::string& part : {who, clauses.zero, clauses.missing}) {
        if (!part.empty()) {
            text += " " + sentence(part);
        }
    }
    return text;
}

/// The text with as many clauses as fit; nothing when `clauses` are too long without all that can
/// be left out.
std::optional<std::string> fitting(Clauses clauses, bool only_subject_counts) {
    std::string text = text_of(clauses);
    const auto fits = [&] { return characters(text) <= longest_short_text; };
    const auto leave_out = [&](auto& part) {
        if (!fits()) {
            part = {};
            text = text_of(clauses);
        }
    };
    leave_out(clauses.second);
    leave_out(clauses.common);
    leave_out(clauses.zero);
    if (only_subject_counts) {
        leave_out(clauses.missing);
        leave_out(clauses.highest);
    }
    return fits() ? std::optional(text) : std::nullopt;
}

} // namespace

std::string short_text(const Facts& facts, const Summary& summary) {
    constexpr std::array<std::size_t, 4> limits{no_limit, 60, 40, 20};
    for (const std::size_t limit : limits) {
        const Telling telling{facts, summary, limit, limit == no_limit ? limit : 2 * limit};
        if (auto text = fitting(clauses_of(telling), limit == limits.back())) {
            return *text;
        }
    }
    // Only nouns without end, such as a unit of 200 characters, lead here.
    const Telling shortest{facts, summary, limits.back(), limits.back()};
    return shortened(sentence(opening(shortest) + ": " + scope(shortest)), longest_short_text);
}

} // namespace cairn::facts
