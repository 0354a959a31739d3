#include "render/words/long_text.h"

#include "base/number.h"
#include "base/overloaded.h"
#include "render/facts/body.h"
#include "render/input/language/language.h"
#include "render/words/phrases.h"
#include "render/words/prose.h"
#include "render/words/rate_text.h"
#include "render/words/scope.h"
#include "render/words/where_phrases.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace cairn::words {
namespace {

constexpr std::size_t most_values = 5;
constexpr std::size_t most_names_each = 5; ///< of a group, in a summary

bool lists_all(const TextContext& context) {
    return context.facts.facts.size() <= most_listed;
}

std::string order_of_bars(const TextContext& context) {
    std::vector<double> values;
    for (const facts::Fact& fact : context.facts.facts) {
        if (!fact.value) {
            return "";
        }
        values.push_back(*fact.value);
    }
    // A rest stands last, whatever it comes to.
    if (context.summary.rest || values.size() < 3 || values.front() == values.back()) {
        return "";
    }
    if (std::is_sorted(values.begin(), values.end())) {
        return context.words["bars_rise"];
    }
    return std::is_sorted(values.rbegin(), values.rend()) ? context.words["bars_fall"] : "";
}

std::string labels_of(const TextContext& context, std::span<const LegendLabel> labels) {
    std::vector<std::string> parts;
    for (const LegendLabel& label : labels) {
        parts.push_back(label.count.empty()
                            ? label.range
                            : fill(context.words["class_count"],
                                   {{"range", label.range}, {"count", label.count}}));
    }
    return join(parts, context.words);
}

/// "number of stories", "value"
std::string measure_in_words(const TextContext& context) {
    return context.summary.amounts ? fill(context.words["by_number"],
                                          {{"nouns", input::bare_plural(context.facts.unit)}})
           : context.facts.rate    ? context.words["by_rate"]
                                   : context.words["by_value"];
}

std::string classes_sentence(const TextContext& context, const Words& words) {
    const input::Catalogue& catalogue = context.words;
    const std::optional<facts::Midpoint> midpoint = facts::midpoint_of(context.facts);
    const std::string value =
        midpoint ? with_sign(context, format_number(midpoint->value, decimals_of(midpoint->value),
                                                    catalogue.numbers))
                 : "";
    if (facts::continuous_scale(context.facts) != nullptr) {
        return fill(midpoint ? catalogue["continuous_around"] : catalogue["continuous"],
                    {{"range", words.scale_range}, {"value", value}});
    }
    if (words.class_labels.empty()) {
        return "";
    }
    const std::string by = measure_in_words(context);
    const std::size_t size = words.class_labels.size();
    if (!words.legend_headings.empty()) {
        return fill(catalogue["classes_around"],
                    {{"nouns", input::bare_plural(context.facts.item)},
                     {"classes", counted(size, catalogue.noun("class_noun"), catalogue)},
                     {"measure", by},
                     {"value", value}});
    }
    const std::string ranges = labels_of(context, words.class_labels);
    return size == 1 ? fill(catalogue["class_one"], {{"ranges", ranges}})
                     : fill(catalogue["classes"],
                            {{"nouns", input::bare_plural(context.facts.item)},
                             {"classes", counted(size, catalogue.noun("class_noun"), catalogue)},
                             {"measure", by},
                             {"ranges", ranges}});
}

/// The classes of each side of a midpoint: "below 0: −5 to −3 (2 areas) and −2 to −1 (1 area)".
std::string classes_by_side(const TextContext& context, const Words& words) {
    std::string text;
    for (std::size_t i = 0; i < words.legend_headings.size(); ++i) {
        const std::size_t begin = words.legend_headings[i].before;
        const std::size_t end = i + 1 < words.legend_headings.size()
                                    ? words.legend_headings[i + 1].before
                                    : words.class_labels.size();
        const std::string ranges =
            labels_of(context, std::span(words.class_labels).subspan(begin, end - begin));
        add_sentence(text, fill(context.words["side_count"],
                                {{"side", words.legend_headings[i].text}, {"counted", ranges}}));
    }
    return text;
}

/// What a map's marks stand for.
std::string marks_sentence(const TextContext& context) {
    const input::Catalogue& words = context.words;
    const auto dot_meaning = [&](int stands_for) {
        return fill(words["dot_meaning"], {{"quantity", quantity(context, stands_for)}});
    };
    const Overloaded of_areas{
        [](const facts::Shades&) { return std::string(); },
        [&](const facts::Circles& circles) {
            return circles.sizes.empty()
                       ? std::string()
                       : fill(words["symbol_areas"], {{"noun", context.facts.item.one},
                                                      {"measure", measure_in_words(context)}});
        },
        [&](const facts::Dots& dots) { return dot_meaning(dots.per_dot); },
        [&](const facts::Points&) { return dot_meaning(1); },
    };
    return std::visit(
        Overloaded{[](const facts::Bars&) { return std::string(); },
                   [&](const facts::Areas& areas) { return std::visit(of_areas, areas.shown); },
                   [](const facts::Groups&) { return std::string(); },
                   [](const facts::Panels&) { return std::string(); }},
        context.facts.body);
}

std::string structure(const TextContext& context, const Words& words) {
    const std::string reach = with_spread(context, scope(context));
    std::string paragraph = sentence(
        fill(context.words["subject"],
             {{"opening", opening(context)}, {"scope", reach.empty() ? scope(context) : reach}}));
    add_sentence(paragraph, marks_sentence(context));
    add_sentence(paragraph, facts::has_areas(context.facts) ? scale_in_words(context, words)
                                                            : order_of_bars(context));
    return paragraph;
}

/// Counts by group, highest first: "Third sector has 19 stories; Education and Health have 6 each".
std::string counts_by_group(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const std::vector<EqualValues>& groups = context.summary.by_value;
    const bool full = lists_all(context);
    const std::size_t listed = full ? groups.size() : std::min(groups.size(), most_values);
    std::string text;
    for (std::size_t i = 0; i < listed; ++i) {
        const std::string amount =
            i == 0 ? quantity(context, groups[i].value) : number(context, groups[i].value);
        const Clause clause = has(context, groups[i], amount, full ? no_limit : most_names_each);
        add_clause(text, i == 0 ? opened(clause, context.words) : clause.text, context.words);
    }
    const auto add_rest = [&] {
        if (const Clause rest = rest_together(context); !rest.text.empty()) {
            add_clause(text, text.empty() ? opened(rest, context.words) : rest.text, context.words);
        }
    };
    if (listed == groups.size()) {
        add_rest();
        return text;
    }
    std::size_t rest = 0;
    for (std::size_t i = listed; i < groups.size(); ++i) {
        rest += groups[i].members.size();
    }
    const std::string least = number(context, groups.back().value);
    add_clause(
        text,
        listed + 1 == groups.size()
            ? has(context, groups.back(), least, most_names_each).text
            : fill(context.words["rest"], {{"counted", counted(rest, facts.item, context.words)},
                                           {"least", least},
                                           {"most", number(context, groups[listed].value)}}),
        context.words);
    add_rest();
    return text;
}

/// "Education and Health, 31.5 each"
std::string measure_of(const TextContext& context, const EqualValues& group, std::size_t most) {
    return fill(group.members.size() > 1 ? context.words["measure_each"] : context.words["measure"],
                {{"names", names_or_number(context, group.members, most)},
                 {"quantity", quantity(context, group.value)}});
}

std::string measures(const TextContext& context, std::span<const EqualValues> groups,
                     std::size_t most) {
    std::string text;
    for (const EqualValues& group : groups) {
        add_clause(text, measure_of(context, group, most), context.words);
    }
    return text;
}

std::string measures_by_group(const TextContext& context) {
    const std::span<const EqualValues> groups = context.summary.by_value;
    const input::Catalogue& words = context.words;
    if (context.summary.rest) { // the lowest are not known
        std::string text =
            fill(words["measures_all"], {{"measures", measures(context, groups, most_names_each)}});
        add_clause(text, rest_together(context).text, words);
        return text;
    }
    if (groups.size() == 1) {
        return fill(words["measures_equal"],
                    {{"names", names_or_number(context, groups.front().members, most_listed)}});
    }
    const bool full = lists_all(context);
    if (full || groups.size() <= 2 * most_values) {
        return fill(words["measures_all"],
                    {{"measures", measures(context, groups, full ? no_limit : most_names_each)}});
    }
    return fill(words["measures_ends"],
                {{"highest", measures(context, groups.first(most_values), most_names_each)},
                 {"lowest", measures(context, groups.last(most_values), most_names_each)}});
}

std::string values(const TextContext& context) {
    const Summary& summary = context.summary;
    std::string paragraph;
    // A scope that names the one place with a value has stated it already.
    if (summary.with_value - summary.zeros.size() > 1 || summary.rest) {
        add_sentence(paragraph, summary.rates     ? rates_in_order(context, most_listed)
                                : summary.amounts ? counts_by_group(context)
                                                  : measures_by_group(context));
    }
    const bool named = summary.by_value.empty() && summary.with_value == 1 && !summary.rest;
    if (!summary.zeros.empty() && !named) {
        add_sentence(paragraph,
                     members_in_full(context, summary.zeros, [&](auto members, auto most) {
                         return none_in(context, members, most);
                     }));
    }
    return paragraph;
}

std::string half_of_all(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const std::vector<std::size_t> members = leaders_of_half(facts, context.summary);
    if (members.empty()) {
        return "";
    }
    double sum = 0;
    for (const std::size_t member : members) {
        sum += facts.facts[member].value.value_or(0);
    }
    return fill(context.words["together"], {{"names", names_of(context, members)},
                                            {"number", number(context, sum)},
                                            {"whole", quantity(context, facts.total)},
                                            {"share", share(sum, facts.total, context.words)}});
}

std::string standing_out(const TextContext& context) {
    const std::vector<EqualValues>& groups = context.summary.by_value;
    std::string paragraph;
    if (!context.facts.adds_up && context.summary.rates) {
        return ""; // what is suppressed may be higher
    }
    if (context.summary.rates && groups.size() > 1) {
        add_sentence(paragraph, opened(highest_rate(context), context.words));
        add_sentence(paragraph, opened(most_counted(context), context.words));
        return paragraph;
    }
    add_sentence(paragraph, sides_of_midpoint(context));
    if (!context.summary.counts) {
        if (!context.facts.rate && !context.summary.amounts && context.summary.with_value > 1 &&
            !facts::midpoint_of(context.facts)) {
            add_sentence(paragraph, opened(below_zero(context, most_listed), context.words));
        }
        const bool full = lists_all(context);
        add_sentence(paragraph, alike(context, End::highest, full));
        add_sentence(paragraph, alike(context, End::lowest, full));
        return paragraph;
    }
    const std::string cluster = opened(cluster_in_full(context), context.words);
    if (groups.size() < 2) {
        add_sentence(paragraph, cluster);
        return paragraph;
    }
    add_sentence(paragraph, opened(leader(context, true), context.words));
    if (groups.front().members.size() == 1) {
        const std::string times = times_as_many(groups[0].value, groups[1].value, context.words);
        add_sentence(paragraph,
                     times.empty() ? "" : fill(context.words["next_highest"], {{"times", times}}));
    }
    add_sentence(paragraph, half_of_all(context));
    add_sentence(paragraph, cluster);
    return paragraph;
}

std::string missing(const TextContext& context) {
    const Summary& summary = context.summary;
    const bool named = context.facts.facts.size() == 1;
    std::string text;
    for (const std::vector<std::size_t>& missing : by_reason(context, summary.missing)) {
        add_sentence(text,
                     named ? "" : members_in_full(context, missing, [&](auto members, auto most) {
                         return no_data_for(context, members, most);
                     }));
    }
    return text;
}

std::string limits(const TextContext& context) {
    return facts::has_areas(context.facts) && context.summary.amounts &&
                   !context.summary.by_value.empty()
               ? sentence(fill(context.words["limits"], {{"noun", context.facts.item.one}}))
               : "";
}

} // namespace

std::string scale_in_words(const TextContext& context, const Words& words) {
    std::string text;
    add_sentence(text, classes_sentence(context, words));
    add_sentence(text, classes_by_side(context, words));
    return text;
}

std::string long_text(const facts::Facts& facts, const Summary& summary, const Words& words,
                      const input::Catalogue& catalogue) {
    const TextContext context{facts, summary, catalogue};
    std::string text;
    for (const std::string& paragraph :
         {structure(context, words), values(context), standing_out(context), missing(context),
          limits(context), notes_in_description(words)}) {
        add_paragraph(text, paragraph);
    }
    return text;
}

} // namespace cairn::words
