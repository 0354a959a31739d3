#include "render/facts/long_text.h"

#include "render/facts/english.h"
#include "render/facts/number.h"
#include "render/facts/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace cairn::facts {
namespace {

// More facts than these are summed up, and the table has them all.
constexpr std::size_t most_told = 40;
constexpr std::size_t groups_told = 5;
constexpr std::size_t names_told = 5; ///< of a group, in a summary
constexpr std::size_t most_leaders = 4;

bool is_told_in_full(const Telling& telling) {
    return telling.facts.facts.size() <= most_told;
}

/// Sentences of one paragraph, parted by spaces.
void add_sentence(std::string& paragraph, const std::string& text) {
    if (!text.empty()) {
        paragraph += (paragraph.empty() ? "" : " ") + sentence(text);
    }
}

std::string order_of_bars(const Facts& facts) {
    std::vector<double> values;
    for (const Fact& fact : facts.facts) {
        if (!fact.value) {
            return "";
        }
        values.push_back(*fact.value);
    }
    if (values.size() < 3 || values.front() == values.back()) {
        return "";
    }
    if (std::is_sorted(values.begin(), values.end())) {
        return "the bars run from the lowest to the highest";
    }
    return std::is_sorted(values.rbegin(), values.rend())
               ? "the bars run from the highest to the lowest"
               : "";
}

std::string labels_of(std::span<const LegendLabel> labels) {
    std::vector<std::string> parts;
    for (const LegendLabel& label : labels) {
        parts.push_back(fmt::format("{} ({})", label.range, label.count));
    }
    return join(parts);
}

std::string classes_sentence(const Facts& facts, const Summary& summary, const Words& words) {
    if (words.class_labels.empty()) {
        return "";
    }
    const std::string by = summary.counts ? "number of " + facts.unit.other : "value";
    const std::size_t size = words.class_labels.size();
    const std::string ranges = labels_of(words.class_labels);
    return size == 1 ? "there is one class: " + ranges
                     : fmt::format("the {} fall into {} classes by {}: {}", facts.item.other,
                                   number_word(size), by, ranges);
}

std::string structure(const Telling& telling, const Words& words) {
    std::string paragraph = sentence(opening(telling) + ": " + scope(telling));
    if (is_map(telling.facts)) {
        add_sentence(paragraph, classes_sentence(telling.facts, telling.summary, words));
    } else {
        add_sentence(paragraph, order_of_bars(telling.facts));
    }
    return paragraph;
}

/// Counts by group, highest first: "Third sector has 19 stories; Education and Health have 6 each".
std::string counts_by_group(const Telling& telling) {
    const Facts& facts = telling.facts;
    const std::vector<Group>& groups = telling.summary.groups;
    const bool full = is_told_in_full(telling);
    const std::size_t told = full ? groups.size() : std::min(groups.size(), groups_told);
    std::string text;
    for (std::size_t i = 0; i < told; ++i) {
        const std::string amount = i == 0 ? quantity(facts, groups[i].value)
                                          : format_number(groups[i].value, facts.decimals);
        const Clause clause = has(telling, groups[i], amount, full ? no_limit : names_told);
        text += i == 0 ? opened(clause) : "; " + clause.text;
    }
    if (told == groups.size()) {
        return text;
    }
    std::size_t rest = 0;
    for (std::size_t i = told; i < groups.size(); ++i) {
        rest += groups[i].members.size();
    }
    const std::string least = format_number(groups.back().value, facts.decimals);
    if (told + 1 == groups.size()) {
        return text + "; " + has(telling, groups.back(), least, names_told).text;
    }
    return text + fmt::format("; another {} have from {} to {} each", counted(rest, facts.item),
                              least, format_number(groups[told].value, facts.decimals));
}

/// "Education and Health, 31.5 each"
std::string measure_of(const Telling& telling, const Group& group, std::size_t most) {
    return fmt::format("{}, {}{}", names_or_number(telling, group.members, most),
                       quantity(telling.facts, group.value),
                       group.members.size() > 1 ? " each" : "");
}

std::string measures(const Telling& telling, std::span<const Group> groups, std::size_t most) {
    std::string text;
    for (const Group& group : groups) {
        text += (text.empty() ? "" : "; ") + measure_of(telling, group, most);
    }
    return text;
}

std::string measures_by_group(const Telling& telling) {
    const std::span<const Group> groups = telling.summary.groups;
    if (groups.size() == 1) {
        return fmt::format("these are {}",
                           names_or_number(telling, groups.front().members, most_told));
    }
    if (is_told_in_full(telling) || groups.size() <= 2 * groups_told) {
        return "from highest to lowest: " +
               measures(telling, groups, is_told_in_full(telling) ? no_limit : names_told);
    }
    return fmt::format("the highest: {}. The lowest: {}",
                       measures(telling, groups.first(groups_told), names_told),
                       measures(telling, groups.last(groups_told), names_told));
}

std::string values(const Telling& telling) {
    const Facts& facts = telling.facts;
    const Summary& summary = telling.summary;
    std::string paragraph;
    // A scope that names the one place with a value has told it already.
    if (summary.with_value - summary.zeros.size() > 1) {
        add_sentence(paragraph,
                     summary.counts ? counts_by_group(telling) : measures_by_group(telling));
    }
    const bool named = summary.groups.empty() && summary.with_value == 1;
    if (!summary.zeros.empty() && !named) {
        add_sentence(paragraph, nothing_for(telling, "no " + facts.unit.other + " in",
                                            summary.zeros, most_told));
    }
    return paragraph;
}

/// The fewest leaders, of two to four and far from all, who have half of the total together.
std::string half_of_all(const Telling& telling) {
    const Facts& facts = telling.facts;
    const std::vector<Group>& groups = telling.summary.groups;
    std::vector<std::size_t> members;
    double sum = 0;
    for (const Group& group : groups) {
        members.insert(members.end(), group.members.begin(), group.members.end());
        sum += group.value * static_cast<double>(group.members.size());
        if (members.size() > most_leaders ||
            2 * members.size() >= telling.summary.with_value - telling.summary.zeros.size()) {
            return "";
        }
        if (2 * sum >= facts.total) {
            break;
        }
    }
    return members.size() < 2
               ? ""
               : fmt::format("together, {} account for {} of the {}, {}",
                             names_of(telling, members), format_number(sum, facts.decimals),
                             quantity(facts, facts.total), share(sum, facts.total));
}

std::string standing_out(const Telling& telling) {
    const Facts& facts = telling.facts;
    const std::vector<Group>& groups = telling.summary.groups;
    std::string paragraph;
    if (!telling.summary.counts) {
        if (telling.summary.with_value > 1) {
            add_sentence(paragraph, opened(below_zero(telling, most_told)));
        }
        return paragraph;
    }
    if (groups.size() < 2) {
        return paragraph;
    }
    add_sentence(paragraph, opened(leader(telling, "the " + quantity(facts, facts.total))));
    if (groups.front().members.size() == 1) {
        const std::string times = times_as_many(groups[0].value, groups[1].value);
        add_sentence(paragraph, times.empty() ? "" : "that is " + times + " as the next highest");
    }
    add_sentence(paragraph, half_of_all(telling));
    return paragraph;
}

std::string missing(const Telling& telling) {
    const Summary& summary = telling.summary;
    const bool named = telling.facts.facts.size() == 1;
    return summary.missing.empty() || named
               ? ""
               : sentence(nothing_for(telling, "no data for", summary.missing, most_told));
}

std::string limits(const Telling& telling) {
    return is_map(telling.facts) && telling.summary.counts && !telling.summary.groups.empty()
               ? "The map shows counts, not rates: it takes no account of how many people live in "
                 "each " +
                     telling.facts.item.one + "."
               : "";
}

} // namespace

std::string long_text(const Facts& facts, const Summary& summary, const Words& words) {
    const Telling telling{facts, summary};
    std::string text;
    std::string source;
    for (const Note& note : words.notes) {
        add_sentence(source, note.text);
    }
    for (const std::string& paragraph :
         {structure(telling, words), values(telling), standing_out(telling), missing(telling),
          limits(telling), source}) {
        if (!paragraph.empty()) {
            text += (text.empty() ? "" : "\n") + paragraph;
        }
    }
    return text;
}

} // namespace cairn::facts
