#include "render/facts/long_text.h"

#include "base/number.h"
#include "render/facts/phrases.h"
#include "render/facts/prose.h"
#include "render/facts/rate_text.h"
#include "render/facts/scope.h"
#include "render/facts/where_phrases.h"
#include "render/input/language.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace cairn::facts {
namespace {

constexpr std::size_t groups_told = 5;
constexpr std::size_t names_told = 5; ///< of a group, in a summary

bool is_told_in_full(const Telling& telling) {
    return telling.facts.facts.size() <= most_told;
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
        parts.push_back(label.count.empty()
                            ? label.range
                            : fill(telling.words.class_count,
                                   {{"range", label.range}, {"count", label.count}}));
    }
    return join(parts, telling.words);
}

/// "number of stories", "value"
std::string measure_in_words(const Telling& telling) {
    return telling.summary.counts
               ? fill(telling.words.by_number, {{"nouns", input::bare_plural(telling.facts.unit)}})
           : telling.facts.rate ? telling.words.by_rate
                                : telling.words.by_value;
}

std::string classes_sentence(const Telling& telling, const Words& words) {
    const input::Catalogue& catalogue = telling.words;
    const std::optional<Midpoint>& midpoint = telling.facts.midpoint;
    const std::string value =
        midpoint ? with_sign(telling, format_number(midpoint->value, decimals_of(midpoint->value),
                                                    catalogue.numbers))
                 : "";
    if (telling.facts.scale) {
        return fill(midpoint ? catalogue.continuous_around : catalogue.continuous,
                    {{"range", words.scale_range}, {"value", value}});
    }
    if (words.class_labels.empty()) {
        return "";
    }
    const std::string by = measure_in_words(telling);
    const std::size_t size = words.class_labels.size();
    if (!words.legend_headings.empty()) {
        return fill(catalogue.classes_around,
                    {{"nouns", input::bare_plural(telling.facts.item)},
                     {"classes", counted(size, catalogue.class_noun, catalogue)},
                     {"measure", by},
                     {"value", value}});
    }
    const std::string ranges = labels_of(telling, words.class_labels);
    return size == 1 ? fill(catalogue.class_one, {{"ranges", ranges}})
                     : fill(catalogue.classes,
                            {{"nouns", input::bare_plural(telling.facts.item)},
                             {"classes", counted(size, catalogue.class_noun, catalogue)},
                             {"measure", by},
                             {"ranges", ranges}});
}

/// The classes of each side of a midpoint: "below 0: −5 to −3 (2 areas) and −2 to −1 (1 area)".
std::string classes_by_side(const Telling& telling, const Words& words) {
    std::string text;
    for (std::size_t i = 0; i < words.legend_headings.size(); ++i) {
        const std::size_t begin = words.legend_headings[i].before;
        const std::size_t end = i + 1 < words.legend_headings.size()
                                    ? words.legend_headings[i + 1].before
                                    : words.class_labels.size();
        const std::string ranges =
            labels_of(telling, std::span(words.class_labels).subspan(begin, end - begin));
        add_sentence(text, fill(telling.words.side_count,
                                {{"side", words.legend_headings[i].text}, {"counted", ranges}}));
    }
    return text;
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
    const std::string reach = with_spread(telling, scope(telling));
    std::string paragraph =
        sentence(fill(telling.words.subject, {{"opening", opening(telling)},
                                              {"scope", reach.empty() ? scope(telling) : reach}}));
    add_sentence(paragraph, marks_sentence(telling));
    add_sentence(paragraph,
                 is_map(telling.facts) ? scale_in_words(telling, words) : order_of_bars(telling));
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
        const std::string amount =
            i == 0 ? quantity(telling, groups[i].value) : number(telling, groups[i].value);
        const Clause clause = has(telling, groups[i], amount, full ? no_limit : names_told);
        add_clause(text, i == 0 ? opened(clause, telling.words) : clause.text, telling.words);
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
        text,
        told + 1 == groups.size()
            ? has(telling, groups.back(), least, names_told).text
            : fill(telling.words.rest, {{"counted", counted(rest, facts.item, telling.words)},
                                        {"least", least},
                                        {"most", number(telling, groups[told].value)}}),
        telling.words);
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
        add_clause(text, measure_of(telling, group, most), telling.words);
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
        add_sentence(paragraph, summary.rates    ? rates_in_order(telling, most_told)
                                : summary.counts ? counts_by_group(telling)
                                                 : measures_by_group(telling));
    }
    const bool named = summary.groups.empty() && summary.with_value == 1;
    if (!summary.zeros.empty() && !named) {
        add_sentence(paragraph,
                     members_in_full(telling, summary.zeros, [&](auto members, auto most) {
                         return none_in(telling, members, most);
                     }));
    }
    return paragraph;
}

std::string half_of_all(const Telling& telling) {
    const Facts& facts = telling.facts;
    const std::vector<std::size_t> members = leaders_of_half(facts, telling.summary);
    if (members.empty()) {
        return "";
    }
    double sum = 0;
    for (const std::size_t member : members) {
        sum += facts.facts[member].value.value_or(0);
    }
    return fill(telling.words.together, {{"names", names_of(telling, members)},
                                         {"number", number(telling, sum)},
                                         {"whole", quantity(telling, facts.total)},
                                         {"share", share(sum, facts.total, telling.words)}});
}

std::string standing_out(const Telling& telling) {
    const std::vector<Group>& groups = telling.summary.groups;
    std::string paragraph;
    if (telling.summary.rates && groups.size() > 1) {
        add_sentence(paragraph, opened(highest_rate(telling), telling.words));
        add_sentence(paragraph, opened(most_counted(telling), telling.words));
        return paragraph;
    }
    add_sentence(paragraph, sides_of_midpoint(telling));
    if (!telling.summary.counts) {
        if (!telling.facts.rate && telling.summary.with_value > 1 && !telling.facts.midpoint) {
            add_sentence(paragraph, opened(below_zero(telling, most_told), telling.words));
        }
        const bool full = is_told_in_full(telling);
        add_sentence(paragraph, alike(telling, End::highest, full));
        add_sentence(paragraph, alike(telling, End::lowest, full));
        return paragraph;
    }
    const std::string cluster = opened(cluster_in_full(telling), telling.words);
    if (groups.size() < 2) {
        add_sentence(paragraph, cluster);
        return paragraph;
    }
    add_sentence(paragraph, opened(leader(telling, true), telling.words));
    if (groups.front().members.size() == 1) {
        const std::string times = times_as_many(groups[0].value, groups[1].value, telling.words);
        add_sentence(paragraph,
                     times.empty() ? "" : fill(telling.words.next_highest, {{"times", times}}));
    }
    add_sentence(paragraph, half_of_all(telling));
    add_sentence(paragraph, cluster);
    return paragraph;
}

std::string missing(const Telling& telling) {
    const Summary& summary = telling.summary;
    const bool named = telling.facts.facts.size() == 1;
    return summary.missing.empty() || named
               ? ""
               : members_in_full(telling, summary.missing, [&](auto members, auto most) {
                     return no_data_for(telling, members, most);
                 });
}

std::string limits(const Telling& telling) {
    return is_map(telling.facts) && telling.summary.counts && !telling.summary.groups.empty()
               ? sentence(fill(telling.words.limits, {{"noun", telling.facts.item.one}}))
               : "";
}

} // namespace

std::string scale_in_words(const Telling& telling, const Words& words) {
    std::string text;
    add_sentence(text, classes_sentence(telling, words));
    add_sentence(text, classes_by_side(telling, words));
    return text;
}

std::string long_text(const Facts& facts, const Summary& summary, const Words& words,
                      const input::Catalogue& catalogue) {
    const Telling telling{facts, summary, catalogue};
    std::string text;
    for (const std::string& paragraph :
         {structure(telling, words), values(telling), standing_out(telling), missing(telling),
          limits(telling), notes_in_description(words)}) {
        add_paragraph(text, paragraph);
    }
    return text;
}

} // namespace cairn::facts
