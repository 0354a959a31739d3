#include "render/words/describe.h"

#include "base/fill.h"
#include "base/number.h"
#include "base/overloaded.h"
#include "base/utf8.h"
#include "render/facts/body.h"
#include "render/facts/rate_measure.h"
#include "render/input/language/language.h"
#include "render/words/describe_groups.h"
#include "render/words/describe_panels.h"
#include "render/words/headline.h"
#include "render/words/legend_words.h"
#include "render/words/long_text.h"
#include "render/words/measure.h"
#include "render/words/phrases.h"
#include "render/words/rate_text.h"
#include "render/words/scope.h"
#include "render/words/short_text.h"
#include "render/words/summary.h"

#include <algorithm>
#include <utility>

namespace cairn::words {
namespace {

/// "39 stories in 9 sectors": digits throughout, as a subtitle has them.
void add_subtitle(Words& words, const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const Summary& summary = context.summary;
    const input::Catalogue& catalogue = context.words;
    if (!facts.subtitle.empty()) {
        words.subtitle = facts.subtitle;
        words.subtitle_language = facts.subtitle_language;
        return;
    }
    if (facts.rate) {
        words.subtitle = rate_subtitle(facts, catalogue);
        return;
    }
    if (!summary.amounts) {
        words.subtitle = heading_in_unit(facts, catalogue);
        words.subtitle_language = facts.value_heading_language;
        return;
    }
    const std::size_t size = facts.facts.size();
    const std::string all = counted_in_digits(size, facts.item, catalogue);
    if (summary.with_value == 0) {
        words.subtitle = fill(catalogue["subtitle_no_data"], {{"places", all}});
        return;
    }
    const std::string total = capitalised(quantity_in_all(context));
    const bool has_none = summary.with_value == summary.zeros.size();
    if (has_none && !summary.missing.empty()) {
        const std::string places =
            part_of_in_digits(summary.missing.size(), size, facts.item, catalogue);
        words.subtitle = fill(catalogue["subtitle_gaps"], {{"total", total}, {"places", places}});
        return;
    }
    words.subtitle =
        fill(catalogue["in_places"],
             {{"total", total}, {"places", has_none ? all : places_with_some(context, true)}});
}

/// The title; of rates, with what they are.
std::string title_of_list(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    return facts.rate && !facts.title.empty()
               ? fill(context.words["rate_list"],
                      {{"title", facts.title},
                       {"measure", facts::rate_measure(facts, context.words)}})
               : facts.title;
}

/// "Title: Label value, Label value"
std::string list_of(const TextContext& context) {
    const input::Catalogue& words = context.words;
    std::string list;
    for (const facts::Fact& fact : context.facts.facts) {
        if (fact.in_table) {
            const std::string value = context.facts.rate
                                          ? with_count(context, fact, value_text(context, fact))
                                          : value_text(context, fact);
            const std::string item =
                fill(words["list_item"], {{"label", fact.label}, {"value", value}});
            list = list.empty() ? item : fill(words["list_next"], {{"list", list}, {"name", item}});
        }
    }
    return titled(context, title_of_list(context), list);
}

/// The finding becomes the title, what was the title goes before the subtitle. A subtitle in
/// another language cannot stand in one line with it, and becomes a note.
void add_headline(Words& words, const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const std::string found = facts.wants_headline ? headline(context) : "";
    if (found.empty()) {
        return;
    }
    words.has_headline = true;
    words.title = found;
    const bool is_own = facts.subtitle.empty();
    if (words.subtitle.empty() || !words.subtitle_language.empty()) {
        if (!facts.subtitle.empty()) {
            words.notes.push_back({facts.subtitle, facts.subtitle_language});
        }
        words.subtitle = facts.title;
        words.subtitle_language.clear();
    } else if (is_own && !facts.rate && !context.summary.counts) {
        words.subtitle = measure_under_headline(context);
    } else if (is_own && context.summary.counts && tells_places(context, found)) {
        words.subtitle = total_under_headline(context);
    } else {
        words.subtitle = titled(context, facts.title, words.subtitle);
    }
}

std::string mark_name(const TextContext& context, const facts::Fact& fact) {
    std::string value = fact.value ? quantity(context, *fact.value) : why_missing(context, fact);
    if (context.facts.rate) {
        value = with_count(context, fact, value);
    }
    return fill(context.words["mark"], {{"label", fact.label}, {"value", value}});
}

DataTable table_of(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    DataTable table;
    table.caption = facts.title;
    const std::vector<facts::Fact> rows = facts::rows_of(facts);
    if (facts.rate) {
        add_rate_columns(context, rows, table);
    } else {
        table.columns = {
            {facts.label_heading, false, facts.label_heading_language},
            {heading_with_unit(facts, context.words), true, facts.value_heading_language}};
        for (const facts::Fact& fact : rows) {
            table.rows.push_back({fact.label, value_text(context, fact)});
        }
    }
    if (std::ranges::any_of(rows, [](const facts::Fact& row) { return !row.language.empty(); })) {
        std::ranges::transform(rows, std::back_inserter(table.row_languages),
                               &facts::Fact::language);
    }
    return table;
}

/// "Source: Personal Outcomes Network"; what stands before the name is of the figure's language.
Note source_note(const facts::Facts& facts, const input::Catalogue& words) {
    Note note{fill(words["source"], {{"source", facts.source}}), facts.source_language};
    if (!note.language.empty()) {
        note.lead = words["source"].find('{');
    }
    return note;
}

/// "Shetland Islands: shown in a frame, not in its true place. Reason: …"
Note frame_note(const facts::Framed& framed, const input::Catalogue& words) {
    Note note{fill(words["framed"], {{"name", framed.name}, {"reason", framed.reason}}),
              framed.reason_language};
    if (!note.language.empty() && note.text.ends_with(framed.reason)) {
        note.lead = note.text.size() - framed.reason.size();
    }
    return note;
}

/// What dots ask their readers to know.
void add_notes_on_dots(Words& words, const facts::Facts& facts, const facts::Dots& dots,
                       const input::Catalogue& catalogue) {
    words.notes.push_back({fill(catalogue["dot_places"], {{"noun", facts.item.one}})});
    if (dots.per_dot > 1) {
        words.notes.push_back(
            {fill(catalogue["dot_rounding"],
                  {{"number", digits(static_cast<std::size_t>(dots.per_dot), catalogue)}})});
    }
}

/// What a map asks its readers to know.
void add_notes_on_map(Words& words, const facts::Facts& facts, const input::Catalogue& catalogue) {
    const auto on_areas = [&](const facts::Areas& areas) {
        if (areas.as_tiles) {
            words.notes.push_back({fill(catalogue["tiles_note"], {{"noun", facts.item.one}})});
        }
        std::visit(
            Overloaded{
                [](const facts::Shades&) {}, [](const facts::Circles&) {},
                [&](const facts::Dots& dots) { add_notes_on_dots(words, facts, dots, catalogue); },
                [&](const facts::Points&) { words.notes.push_back({catalogue["dot_points"]}); }},
            areas.shown);
    };
    std::visit(Overloaded{[](const facts::Bars&) {}, on_areas, [](const facts::Groups&) {},
                          [](const facts::Panels&) {}},
               facts.body);
    if (const facts::Framed* framed = facts::framed_of(facts)) {
        words.notes.push_back(frame_note(*framed, catalogue));
    }
}

void add_notes(Words& words, const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const input::Catalogue& catalogue = context.words;
    const auto add = [&](std::string text) {
        if (!text.empty()) {
            words.notes.push_back({std::move(text)});
        }
    };
    add(unplaced_note(context));
    if (facts.rate) {
        add(few_cases_note(context));
    }
    if (!facts.note.empty()) {
        words.notes.push_back({facts.note, facts.note_language});
    }
    add_notes_on_map(words, facts, catalogue);
    if (!facts.source.empty()) {
        words.notes.push_back(source_note(facts, catalogue));
    }
    if (facts.rate) {
        add(population_note(facts, catalogue));
    }
    if (!facts.attribution.empty()) {
        words.notes.push_back({facts.attribution, facts.attribution_language});
    }
}

/// What is of one language with the attribution goes with it.
void add_rights_of_populations(Words& words, const facts::Facts& facts,
                               const input::Catalogue& catalogue) {
    const std::string note = facts.rate ? population_note(facts, catalogue) : "";
    if (!note.empty() && words.rights_language.empty()) {
        words.rights = words.rights.empty() ? note : sentence(words.rights) + " " + sentence(note);
    }
}

/// What the marks of the picture are called.
std::string marks_title(const facts::Facts& facts, const input::Catalogue& catalogue) {
    const Overloaded of_areas{[&](const facts::Shades&) { return catalogue["areas_title"]; },
                              [&](const facts::Circles&) { return catalogue["circles_title"]; },
                              [&](const facts::Dots&) { return catalogue["areas_title"]; },
                              [&](const facts::Points&) { return catalogue["areas_title"]; }};
    return std::visit(
        Overloaded{[&](const facts::Bars&) { return catalogue["bars_title"]; },
                   [&](const facts::Areas& areas) { return std::visit(of_areas, areas.shown); },
                   [&](const facts::Groups&) { return catalogue["areas_title"]; },
                   [&](const facts::Panels&) { return catalogue["areas_title"]; }},
        facts.body);
}

/// What a figure of one value a fact says.
void describe_values(Words& words, const TextContext& context) {
    add_subtitle(words, context);
    add_headline(words, context);
    words.list = list_of(context);
    words.table = table_of(context);
    for (const facts::Fact& fact : context.facts.facts) {
        words.marks.push_back({mark_name(context, fact), context.facts.rate
                                                             ? rate_label(context, fact)
                                                             : value_text(context, fact)});
    }
    words.short_text = short_text(context.facts, context.summary, context.words);
    words.description = long_text(context.facts, context.summary, words, context.words);
}

} // namespace

Words describe(const facts::Facts& facts, const input::Catalogue& catalogue) {
    const Summary summary = summarise(facts);
    const TextContext context{facts, summary, catalogue};
    Words words;
    words.language = facts.language;
    words.title = facts.title;
    add_notes(words, context);
    words.source = facts.source;
    words.rights = facts.attribution;
    words.rights_language = facts.attribution_language;
    add_rights_of_populations(words, facts, catalogue);
    words.marks_title = marks_title(facts, catalogue);
    words.numbers = catalogue.numbers;
    words.kilometres = catalogue["kilometres"];
    words.north = catalogue["north"];
    words.page = {.details = catalogue["page_details"],
                  .download = catalogue["page_download"],
                  .table = catalogue["page_table"]};
    words.numbers_title = catalogue["numbers_title"];
    words.enlarged_title = catalogue["enlarged_title"];
    std::visit(Overloaded{[&](const facts::Bars&) { describe_values(words, context); },
                          [&](const facts::Areas&) {
                              add_legend(words, context);
                              describe_values(words, context);
                          },
                          [&](const facts::Groups&) { describe_groups(words, context); },
                          [&](const facts::Panels&) {
                              add_legend(words, context);
                              describe_panels(words, context);
                          }},
               facts.body);
    return words;
}

} // namespace cairn::words
