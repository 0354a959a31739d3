#include "render/facts/long_text.h"

#include "render/facts/phrases.h"
#include "render/facts/prose.h"
#include "render/input/language.h"

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

std::string order_of_bars(const Telling& telling) {
    std::vector<double> values;
    for (const Fact& fact : telling.facts.facts) {
        if (!fact.value) {
            return "";
        }
        values.push_back(*fact.value);
    }
    if (values.size() < 3 || values.front() == values.back()) {
        return "";
    }
    if (std::is_sorted(values.begin(), values.end())) {
        return telling.words.bars_rise;
    }
    return std::is_sorted(values.rbegin(), values.rend()) ? telling.words.bars_fall : "";
}

std::string labels_of(const Telling& telling, std::span<const LegendLabel> labels) {
    std::vector<std::string> parts;
    for (const LegendLabel& label : labels) {
        parts.push_back(
            fill(telling.words.class_count, {{"range", label.range}, {"count", label.count}}));
    }
    return join(parts, telling.words);
}

/// "number of stories", "value"
std::string measure_in_words(const Telling& telling) {
    return telling.summary.counts
               ? fill(telling.words.by_number, {{"nouns", input::bare_plural(telling.facts.unit)}})
               : telling.words.by_value;
}

std::string classes_sentence(const Telling& telling, const Words& words) {
    if (words.class_labels.empty()) {
        return "";
    }
    const input::Catalogue& catalogue = telling.words;
    const std::string by = measure_in_words(telling);
    const std::size_t size = words.class_labels.size();
    const std::string ranges = labels_of(telling, words.class_labels);
    return size == 1 ? fill(catalogue.class_one, {{"ranges", ranges}})
                     : fill(catalogue.classes,
                            {{"nouns", input::bare_plural(telling.facts.item)},
                             {"classes", counted(size, catalogue.class_noun, catalogue)},
                             {"measure", by},
                             {"ranges", ranges}});
}

/// What a map's marks stand for.
std::string marks_sentence(const Telling& telling) {
    const Facts& facts = telling.facts;
    const input::Catalogue& words = telling.words;
    if (facts.kind == input::Kind::symbols && !facts.sizes.empty()) {
        return fill(words.symbol_areas,
                    {{"noun", facts.item.one}, {"measure", measure_in_words(telling)}});
    }
    return facts.kind == input::Kind::dots
               ? fill(words.dot_meaning, {{"quantity", quantity(telling, facts.per_dot)}})
               : "";
}

std::string structure(const Telling& telling, const Words& words) {
    std::string paragraph = sentence(
        fill(telling.words.subject, {{"opening", opening(telling)}, {"scope", scope(telling)}}));
    add_sentence(paragraph, marks_sentence(telling));
    add_sentence(paragraph,
                 is_map(telling.facts) ? classes_sentence(telling, words) : order_of_bars(telling));
    return paragraph;
}

/// A clause more of a sentence.
void add_clause(const Telling& telling, std::string& text, const std::string& clause) {
    text = text.empty() ? clause
                        : fill(telling.words.next_clause, {{"text", text}, {"clause", clause}});
}

/// Counts by group, highest first: "Third sector has 19 stories; Education and Health have 6 each".
std::string counts_by_group(const Telling& telling) {
    const Facts& facts = telling.facts;
    const std::vector<Group>& groups = telling.summary.groups;
    const bool full = is_told_in_full(telling);
    const std::size_t told = full ? groups.size() : std::min(groups.size(), groups_told);
    std::string text;
    for (std::size_t i = 0; i < told; ++i) {
        const std::string amount =
            i == 0 ? quantity(telling, groups[i].value) : number(telling, groups[i].value);
        const Clause clause = has(telling, groups[i], amount, full ? no_limit : names_told);
        add_clause(telling, text, i == 0 ? opened(clause, telling.words) : clause.text);
    }
    if (told == groups.size()) {
        return text;
    }
    std::size_t rest = 0;
    for (std::size_t i = told; i < groups.size(); ++i) {
        rest += groups[i].members.size();
    }
    const std::string least = number(telling, groups.back().value);
    add_clause(
        telling, text,
        told + 1 == groups.size()
            ? has(telling, groups.back(), least, names_told).text
            : fill(telling.words.rest, {{"counted", counted(rest, facts.item, telling.words)},
                                        {"least", least},
                                        {"most", number(telling, groups[told].value)}}));
    return text;
}

/// "Education and Health, 31.5 each"
std::string measure_of(const Telling& telling, const Group& group, std::size_t most) {
    return fill(group.members.size() > 1 ? telling.words.measure_each : telling.words.measure,
                {{"names", names_or_number(telling, group.members, most)},
                 {"quantity", quantity(telling, group.value)}});
}

std::string measures(const Telling& telling, std::span<const Group> groups, std::size_t most) {
    std::string text;
    for (const Group& group : groups) {
        add_clause(telling, text, measure_of(telling, group, most));
    }
    return text;
}

std::string measures_by_group(const Telling& telling) {
    const std::span<const Group> groups = telling.summary.groups;
    const input::Catalogue& words = telling.words;
    if (groups.size() == 1) {
        return fill(words.measures_equal,
                    {{"names", names_or_number(telling, groups.front().members, most_told)}});
    }
    const bool full = is_told_in_full(telling);
    if (full || groups.size() <= 2 * groups_told) {
        return fill(words.measures_all,
                    {{"measures", measures(telling, groups, full ? no_limit : names_told)}});
    }
    return fill(words.measures_ends,
                {{"highest", measures(telling, groups.first(groups_told), names_told)},
                 {"lowest", measures(telling, groups.last(groups_told), names_told)}});
}

std::string values(const Telling& telling) {
    const Summary& summary = telling.summary;
    std::string paragraph;
    // A scope that names the one place with a value has told it already.
    if (summary.with_value - summary.zeros.size() > 1) {
        add_sentence(paragraph,
                     summary.counts ? counts_by_group(telling) : measures_by_group(telling));
    }
    const bool named = summary.groups.empty() && summary.with_value == 1;
    if (!summary.zeros.empty() && !named) {
        add_sentence(paragraph, none_in(telling, summary.zeros, most_told));
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
               : fill(telling.words.together, {{"names", names_of(telling, members)},
                                               {"number", number(telling, sum)},
                                               {"whole", quantity(telling, facts.total)},
                                               {"share", share(sum, facts.total, telling.words)}});
}

std::string standing_out(const Telling& telling) {
    const std::vector<Group>& groups = telling.summary.groups;
    std::string paragraph;
    if (!telling.summary.counts) {
        if (telling.summary.with_value > 1) {
            add_sentence(paragraph, opened(below_zero(telling, most_told), telling.words));
        }
        return paragraph;
    }
    if (groups.size() < 2) {
        return paragraph;
    }
    add_sentence(paragraph, opened(leader(telling, true), telling.words));
    if (groups.front().members.size() == 1) {
        const std::string times = times_as_many(groups[0].value, groups[1].value, telling.words);
        add_sentence(paragraph,
                     times.empty() ? "" : fill(telling.words.next_highest, {{"times", times}}));
    }
    add_sentence(paragraph, half_of_all(telling));
    return paragraph;
}

std::string missing(const Telling& telling) {
    const Summary& summary = telling.summary;
    const bool named = telling.facts.facts.size() == 1;
    return summary.missing.empty() || named
               ? ""
               : sentence(no_data_for(telling, summary.missing, most_told));
}

std::string limits(const Telling& telling) {
    return is_map(telling.facts) && telling.summary.counts && !telling.summary.groups.empty()
               ? sentence(fill(telling.words.limits, {{"noun", telling.facts.item.one}}))
               : "";
}

} // namespace

std::string long_text(const Facts& facts, const Summary& summary, const Words& words,
                      const input::Catalogue& catalogue) {
    const Telling telling{facts, summary, catalogue};
    std::string text;
    std::string source;
    for (const Note& note : words.notes) {
        if (is_told_in_description(note)) {
            add_sentence(source, note.text);
        }
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
