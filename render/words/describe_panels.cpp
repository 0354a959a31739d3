#include "render/words/describe_panels.h"

#include "base/utf8.h"
#include "render/facts/body.h"
#include "render/input/language/language.h"
#include "render/words/long_text.h"
#include "render/words/measure.h"
#include "render/words/prose.h"
#include "render/words/scope.h"
#include "render/words/short_text.h"
#include "render/words/where_phrases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

namespace cairn::words {
namespace {

const std::string& label_of(const TextContext& context, const facts::Fact& fact) {
    return facts::panels_of(context.facts)[fact.panel].label;
}

/// "39 stories, 2021 to 2024"; of maps that are no steps, "39 stories: Phase 2 and Phase 3", where
/// there is room to name them.
std::string with_panels(const TextContext& context, const std::string& text) {
    const std::span<const facts::Panel> panels = facts::panels_of(context.facts);
    const input::Catalogue& words = context.words;
    if (std::get<facts::Panels>(context.facts.body).are_steps) {
        return fill(
            words["panels_span"],
            {{"opening", text}, {"first", panels.front().label}, {"last", panels.back().label}});
    }
    constexpr std::size_t longest = 80; // characters
    std::vector<std::string> labels;
    std::ranges::transform(panels, std::back_inserter(labels), &facts::Panel::label);
    const std::string named =
        fill(words["panels_named"], {{"opening", text}, {"panels", join(labels, words)}});
    return count_characters(named) <= longest ? named : text;
}

/// "Four maps of story origins, 2021 to 2024"
std::string subject_of_panels(const TextContext& context) {
    return with_panels(context, opening(context));
}

/// "Stories: 3 in 2021, 8 in 2022 and 12 in 2023"; nothing for values without a total.
std::string totals_of(const TextContext& context) {
    if (!context.summary.counts) {
        return "";
    }
    std::vector<std::string> totals;
    for (const facts::Panel& panel : facts::panels_of(context.facts)) {
        totals.push_back(fill(context.words["panel_total"],
                              {{"number", number(context, panel.total)}, {"panel", panel.label}}));
    }
    return fill(context.words["panels_totals"],
                {{"nouns", capitalised(input::bare_plural(context.facts.unit))},
                 {"totals", join(totals, context.words)}});
}

/// "In all, 9 more in 2024 than in 2021"; nothing where the maps are no steps, or have no totals.
std::string change_of(const TextContext& context) {
    const std::span<const facts::Panel> panels = facts::panels_of(context.facts);
    if (!context.summary.counts || !std::get<facts::Panels>(context.facts.body).are_steps) {
        return "";
    }
    const double change = panels.back().total - panels.front().total;
    const input::Catalogue& words = context.words;
    const std::string text =
        change == 0 ? fill(words["panels_level"],
                           {{"last", panels.back().label}, {"first", panels.front().label}})
                    : fill(change > 0 ? words["panels_rise"] : words["panels_fall"],
                           {{"number", number(context, std::abs(change))},
                            {"last", panels.back().label},
                            {"first", panels.front().label}});
    return opened({text, ""}, words);
}

/// "the most is 5 stories, in Glasgow City in 2024"; nothing where several are level.
std::string highest_of(const TextContext& context) {
    const std::vector<EqualValues>& groups = context.summary.by_value;
    if (groups.size() < 2 || groups.front().members.size() != 1) {
        return "";
    }
    const facts::Fact& fact = context.facts.facts[groups.front().members.front()];
    return fill(context.words["panels_highest"],
                {{"quantity", quantity(context, *fact.value)},
                 {"name", shortened(fact.label, context.longest_label)},
                 {"panel", label_of(context, fact)}});
}

/// The alt text: as much as fits, the totals before the highest, that before the change.
std::string short_text_of_panels(const TextContext& context) {
    for (const std::size_t limit : {no_limit, std::size_t{60}, std::size_t{40}}) {
        const TextContext own{context.facts, context.summary, context.words, limit, limit};
        const std::string subject = sentence(subject_of_panels(own));
        const std::array<std::string, 3> parts{totals_of(own), highest_of(own), change_of(own)};
        std::string text = subject;
        for (const std::string& part : parts) {
            const std::string more = part.empty() ? text : text + " " + sentence(part);
            text = count_characters(more) <= longest_short_text ? more : text;
        }
        if (count_characters(text) <= longest_short_text) {
            return text;
        }
    }
    return shortened(sentence(subject_of_panels(context)), longest_short_text);
}

/// "2021: 12 stories in 8 of 32 council areas, from Moray to Fife. Glasgow City accounts for 5 of
/// the 12 stories, more than a third. Fife and Angus, which lie together, have 6."
std::string panel_paragraph(const TextContext& context, std::size_t panel) {
    const facts::Facts one = panel_facts(context.facts, panel);
    const Summary summary = summarise(one);
    const TextContext own{one, summary, context.words};
    const std::string reach = with_spread(own, scope(own));
    std::string text;
    add_sentence(text, fill(context.words["panel_scope"],
                            {{"panel", facts::panels_of(context.facts)[panel].label},
                             {"scope", reach.empty() ? scope(own) : reach}}));
    if (summary.counts) {
        add_sentence(text, summary.by_value.size() > 1 ? opened(leader(own, true), own.words) : "");
        add_sentence(text, opened(cluster_in_full(own), own.words));
    } else {
        add_sentence(text, alike(own, End::highest, false));
        add_sentence(text, alike(own, End::lowest, false));
    }
    if (summary.with_value > 0 && !summary.missing.empty()) {
        add_sentence(text, no_data_for(own, summary.missing, most_names));
    }
    return text;
}

/// "No stories in 15 council areas in any of the maps. Of them, nine lie together: …"
std::string none_in_any(const TextContext& context) {
    const facts::Facts first = panel_facts(context.facts, 0);
    const Summary summary = summarise(first);
    std::vector<std::size_t> members;
    for (std::size_t area = 0; context.summary.amounts && area < first.facts.size(); ++area) {
        bool none = true;
        for (std::size_t i = area; i < context.facts.facts.size(); i += first.facts.size()) {
            none = none && context.facts.facts[i].value == 0.0;
        }
        if (none) {
            members.push_back(area);
        }
    }
    if (members.empty()) {
        return "";
    }
    const TextContext own{first, summary, context.words};
    return members_in_full(own, members, [&](auto these, std::size_t most) {
        return fill(context.words["panels_none"],
                    {{"nouns", input::bare_plural(context.facts.unit)},
                     {"names", names_or_number(own, these, most, Ending::none)}});
    });
}

std::string description_of_panels(const TextContext& context, const Words& words) {
    std::string text = sentence(subject_of_panels(context));
    add_sentence(text, scale_in_words(context, words));
    for (std::size_t i = 0; i < facts::panels_of(context.facts).size(); ++i) {
        add_paragraph(text, panel_paragraph(context, i));
    }
    std::string compared;
    add_sentence(compared, change_of(context));
    add_sentence(compared, highest_of(context));
    add_paragraph(text, compared);
    add_paragraph(text, none_in_any(context));
    if (context.summary.amounts && !context.summary.by_value.empty()) {
        add_paragraph(text,
                      sentence(fill(context.words["limits"], {{"noun", context.facts.item.one}})));
    }
    add_paragraph(text, notes_in_description(words));
    return text;
}

/// "Title: 2021: Fife 3, Angus 1; 2022: Fife 4"
std::string list_of_panels(const TextContext& context) {
    const input::Catalogue& words = context.words;
    const facts::Facts& facts = context.facts;
    std::string list;
    for (std::size_t i = 0; i < facts::panels_of(facts).size(); ++i) {
        std::string items;
        for (const facts::Fact& fact : facts.facts) {
            if (fact.panel == i && fact.in_table) {
                const std::string item =
                    fill(words["list_item"],
                         {{"label", fact.label}, {"value", value_text(context, fact)}});
                items = items.empty() ? item
                                      : fill(words["list_next"], {{"list", items}, {"name", item}});
            }
        }
        add_clause(list,
                   fill(words["panel_scope"],
                        {{"panel", facts::panels_of(facts)[i].label}, {"scope", items}}),
                   words);
    }
    return titled(context, facts.title, list);
}

/// A row an area, a column a map.
DataTable table_of_panels(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const std::size_t areas = facts.facts.size() / facts::panels_of(facts).size();
    const std::vector<facts::Fact> none;
    DataTable table;
    table.caption = facts.title;
    table.columns = {{facts.label_heading, false, facts.label_heading_language}};
    for (const facts::Panel& panel : facts::panels_of(facts)) {
        table.columns.push_back({panel.label, true});
    }
    for (std::size_t area = 0; area < areas; ++area) {
        std::vector<std::string> row{facts.facts[area].label};
        for (std::size_t panel = 0; panel < facts::panels_of(facts).size(); ++panel) {
            row.push_back(value_text(context, facts.facts[panel * areas + area]));
        }
        table.rows.push_back(std::move(row));
        table.row_languages.push_back(facts.facts[area].language);
    }
    for (const facts::Fact& unplaced : facts.unplaced ? facts.unplaced->rows : none) {
        std::vector<std::string> row{unplaced.label};
        for (const facts::Panel& panel : facts::panels_of(facts)) {
            const std::vector<facts::Fact>& rows = panel.unplaced ? panel.unplaced->rows : none;
            const auto here = std::ranges::find(rows, unplaced.label, &facts::Fact::label);
            row.push_back(here == rows.end() ? context.words["no_data"]
                                             : value_text(context, *here));
        }
        table.rows.push_back(std::move(row));
        table.row_languages.push_back(unplaced.language);
    }
    return table;
}

} // namespace

void describe_panels(Words& words, const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const std::string measure = context.summary.counts ? capitalised(quantity(context, facts.total))
                                                       : heading_in_unit(facts, context.words);
    words.subtitle = facts.subtitle.empty() ? with_panels(context, measure) : facts.subtitle;
    words.subtitle_language = facts.subtitle.empty() && !context.summary.counts
                                  ? facts.value_heading_language
                                  : facts.subtitle_language;
    for (auto* labels : {&words.class_labels, &words.zero_label, &words.missing_label}) {
        for (LegendLabel& label : *labels) {
            label.count.clear();
        }
    }
    for (const facts::Panel& panel : facts::panels_of(facts)) {
        words.panel_labels.push_back(
            {panel.label, context.summary.counts ? quantity(context, panel.total) : ""});
    }
    for (const facts::Fact& fact : facts.facts) {
        const std::string place = fill(context.words["panel_place"],
                                       {{"label", fact.label}, {"panel", label_of(context, fact)}});
        const std::string value =
            fact.value ? quantity(context, *fact.value) : why_missing(context, fact);
        words.marks.push_back({fill(context.words["mark"], {{"label", place}, {"value", value}}),
                               value_text(context, fact)});
    }
    words.table = table_of_panels(context);
    words.list = list_of_panels(context);
    words.short_text = short_text_of_panels(context);
    words.description = description_of_panels(context, words);
}

} // namespace cairn::words
