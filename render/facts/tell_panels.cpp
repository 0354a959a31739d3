#include "render/facts/tell_panels.h"

#include "render/facts/gather_panels.h"
#include "render/facts/long_text.h"
#include "render/facts/measure.h"
#include "render/facts/prose.h"
#include "render/facts/scope.h"
#include "render/facts/short_text.h"
#include "render/facts/where_phrases.h"
#include "render/input/language.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace cairn::facts {
namespace {

const std::string& label_of(const Telling& telling, const Fact& fact) {
    return telling.facts.panels[fact.panel].label;
}

/// "Four maps of story origins, 2021 to 2024"
std::string subject_of(const Telling& telling) {
    const std::vector<Panel>& panels = telling.facts.panels;
    return fill(telling.words["panels_span"], {{"opening", opening(telling)},
                                               {"first", panels.front().label},
                                               {"last", panels.back().label}});
}

/// "Stories: 3 in 2021, 8 in 2022 and 12 in 2023"; nothing for values without a total.
std::string totals_of(const Telling& telling) {
    if (!telling.summary.counts) {
        return "";
    }
    std::vector<std::string> totals;
    for (const Panel& panel : telling.facts.panels) {
        totals.push_back(fill(telling.words["panel_total"],
                              {{"number", number(telling, panel.total)}, {"panel", panel.label}}));
    }
    return fill(telling.words["panels_totals"],
                {{"nouns", capitalised(input::bare_plural(telling.facts.unit))},
                 {"totals", join(totals, telling.words)}});
}

/// "In all, 9 more in 2024 than in 2021"; nothing where the maps are no steps, or have no totals.
std::string change_of(const Telling& telling) {
    const std::vector<Panel>& panels = telling.facts.panels;
    if (!telling.summary.counts || !are_steps(panels)) {
        return "";
    }
    const double change = panels.back().total - panels.front().total;
    const input::Catalogue& words = telling.words;
    const std::string text =
        change == 0 ? fill(words["panels_level"],
                           {{"last", panels.back().label}, {"first", panels.front().label}})
                    : fill(change > 0 ? words["panels_rise"] : words["panels_fall"],
                           {{"number", number(telling, std::abs(change))},
                            {"last", panels.back().label},
                            {"first", panels.front().label}});
    return opened({text, ""}, words);
}

/// "the most is 5 stories, in Glasgow City in 2024"; nothing where several are level.
std::string highest_of(const Telling& telling) {
    const std::vector<Group>& groups = telling.summary.groups;
    if (groups.size() < 2 || groups.front().members.size() != 1) {
        return "";
    }
    const Fact& fact = telling.facts.facts[groups.front().members.front()];
    return fill(telling.words["panels_highest"],
                {{"quantity", quantity(telling, *fact.value)},
                 {"name", shortened(fact.label, telling.longest_label)},
                 {"panel", label_of(telling, fact)}});
}

/// The alt text: as much as fits, the totals before the highest, that before the change.
std::string short_text_of(const Telling& telling) {
    for (const std::size_t limit : {no_limit, std::size_t{60}, std::size_t{40}}) {
        const Telling told{telling.facts, telling.summary, telling.words, limit, limit};
        const std::string subject = sentence(subject_of(told));
        const std::array<std::string, 3> parts{totals_of(told), highest_of(told), change_of(told)};
        std::string text = subject;
        for (const std::string& part : parts) {
            const std::string more = part.empty() ? text : text + " " + sentence(part);
            text = characters(more) <= longest_short_text ? more : text;
        }
        if (characters(text) <= longest_short_text) {
            return text;
        }
    }
    return shortened(sentence(subject_of(telling)), longest_short_text);
}

/// "2021: 12 stories in 8 of 32 council areas, from Moray to Fife. Glasgow City accounts for 5 of
/// the 12 stories, more than a third. Fife and Angus, which lie together, have 6."
std::string panel_paragraph(const Telling& telling, std::size_t panel) {
    const Facts one = panel_facts(telling.facts, panel);
    const Summary summary = summarise(one);
    const Telling told{one, summary, telling.words};
    const std::string reach = with_spread(told, scope(told));
    std::string text;
    add_sentence(
        text, fill(telling.words["panel_scope"], {{"panel", telling.facts.panels[panel].label},
                                                  {"scope", reach.empty() ? scope(told) : reach}}));
    if (summary.counts) {
        add_sentence(text, summary.groups.size() > 1 ? opened(leader(told, true), told.words) : "");
        add_sentence(text, opened(cluster_in_full(told), told.words));
    } else {
        add_sentence(text, alike(told, End::highest, false));
        add_sentence(text, alike(told, End::lowest, false));
    }
    if (summary.with_value > 0 && !summary.missing.empty()) {
        add_sentence(text, no_data_for(told, summary.missing, most_names));
    }
    return text;
}

/// "No stories in 15 council areas in any of the maps. Of them, nine lie together: …"
std::string none_in_any(const Telling& telling) {
    const Facts first = panel_facts(telling.facts, 0);
    const Summary summary = summarise(first);
    std::vector<std::size_t> members;
    for (std::size_t area = 0; telling.summary.counts && area < first.facts.size(); ++area) {
        bool none = true;
        for (std::size_t i = area; i < telling.facts.facts.size(); i += first.facts.size()) {
            none = none && telling.facts.facts[i].value == 0.0;
        }
        if (none) {
            members.push_back(area);
        }
    }
    if (members.empty()) {
        return "";
    }
    const Telling told{first, summary, telling.words};
    return members_in_full(told, members, [&](auto these, std::size_t most) {
        return fill(telling.words["panels_none"],
                    {{"nouns", input::bare_plural(telling.facts.unit)},
                     {"names", names_or_number(told, these, most, Ending::none)}});
    });
}

std::string description_of(const Telling& telling, const Words& words) {
    std::string text = sentence(subject_of(telling));
    add_sentence(text, scale_in_words(telling, words));
    for (std::size_t i = 0; i < telling.facts.panels.size(); ++i) {
        add_paragraph(text, panel_paragraph(telling, i));
    }
    std::string compared;
    add_sentence(compared, change_of(telling));
    add_sentence(compared, highest_of(telling));
    add_paragraph(text, compared);
    add_paragraph(text, none_in_any(telling));
    if (telling.summary.counts && !telling.summary.groups.empty()) {
        add_paragraph(text,
                      sentence(fill(telling.words["limits"], {{"noun", telling.facts.item.one}})));
    }
    add_paragraph(text, notes_in_description(words));
    return text;
}

/// "Title: 2021: Fife 3, Angus 1; 2022: Fife 4"
std::string list_of(const Telling& telling) {
    const input::Catalogue& words = telling.words;
    const Facts& facts = telling.facts;
    std::string list;
    for (std::size_t i = 0; i < facts.panels.size(); ++i) {
        std::string items;
        for (const Fact& fact : facts.facts) {
            if (fact.panel == i && fact.in_table) {
                const std::string item =
                    fill(words["list_item"],
                         {{"label", fact.label}, {"value", value_text(telling, fact)}});
                items = items.empty() ? item
                                      : fill(words["list_next"], {{"list", items}, {"name", item}});
            }
        }
        add_clause(list,
                   fill(words["panel_scope"], {{"panel", facts.panels[i].label}, {"scope", items}}),
                   words);
    }
    return titled(telling, facts.title, list);
}

/// A row an area, a column a map.
DataTable table_of(const Telling& telling) {
    const Facts& facts = telling.facts;
    const std::size_t areas = facts.facts.size() / facts.panels.size();
    DataTable table;
    table.caption = facts.title;
    table.columns = {{facts.label_heading, false, facts.label_heading_language}};
    for (const Panel& panel : facts.panels) {
        table.columns.push_back({panel.label, true});
    }
    for (std::size_t area = 0; area < areas; ++area) {
        std::vector<std::string> row{facts.facts[area].label};
        for (std::size_t panel = 0; panel < facts.panels.size(); ++panel) {
            row.push_back(value_text(telling, facts.facts[panel * areas + area]));
        }
        table.rows.push_back(std::move(row));
        table.row_languages.push_back(facts.facts[area].language);
    }
    return table;
}

} // namespace

void tell_panels(Words& words, const Telling& telling) {
    const Facts& facts = telling.facts;
    const std::string measure = telling.summary.counts ? capitalised(quantity(telling, facts.total))
                                                       : heading_in_unit(facts, telling.words);
    words.subtitle = facts.subtitle.empty() ? fill(telling.words["panels_span"],
                                                   {{"opening", measure},
                                                    {"first", facts.panels.front().label},
                                                    {"last", facts.panels.back().label}})
                                            : facts.subtitle;
    words.subtitle_language = facts.subtitle.empty() && !telling.summary.counts
                                  ? facts.value_heading_language
                                  : facts.subtitle_language;
    for (auto* labels : {&words.class_labels, &words.zero_label, &words.missing_label}) {
        for (LegendLabel& label : *labels) {
            label.count.clear();
        }
    }
    for (const Panel& panel : facts.panels) {
        words.panel_labels.push_back(
            {panel.label, telling.summary.counts ? quantity(telling, panel.total) : ""});
    }
    for (const Fact& fact : facts.facts) {
        const std::string place = fill(telling.words["panel_place"],
                                       {{"label", fact.label}, {"panel", label_of(telling, fact)}});
        words.mark_names.push_back(fill(
            telling.words["mark"],
            {{"label", place},
             {"value", fact.value ? quantity(telling, *fact.value) : telling.words["no_data"]}}));
        words.value_labels.push_back(value_text(telling, fact));
    }
    words.table = table_of(telling);
    words.list = list_of(telling);
    words.short_text = short_text_of(telling);
    words.description = description_of(telling, words);
}

} // namespace cairn::facts
