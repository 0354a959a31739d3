#include "render/facts/describe.h"

#include "base/number.h"
#include "render/facts/describe_groups.h"
#include "render/facts/describe_panels.h"
#include "render/facts/fill.h"
#include "render/facts/headline.h"
#include "render/facts/long_text.h"
#include "render/facts/measure.h"
#include "render/facts/phrases.h"
#include "render/facts/rate_text.h"
#include "render/facts/scope.h"
#include "render/facts/short_text.h"
#include "render/facts/summary.h"
#include "render/input/language.h"

#include <algorithm>
#include <utility>

namespace cairn::facts {
namespace {

/// "39 stories in 9 sectors": digits throughout, as a subtitle has them.
void add_subtitle(Words& words, const TextContext& context) {
    const Facts& facts = context.facts;
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
    if (!summary.counts) {
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
    const std::string total = capitalised(quantity(context, facts.total));
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
    const Facts& facts = context.facts;
    return facts.rate && !facts.title.empty()
               ? fill(context.words["rate_list"],
                      {{"title", facts.title}, {"measure", rate_measure(facts, context.words)}})
               : facts.title;
}

/// "Title: Label value, Label value"
std::string list_of(const TextContext& context) {
    const input::Catalogue& words = context.words;
    std::string list;
    for (const Fact& fact : context.facts.facts) {
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
    const Facts& facts = context.facts;
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

std::string mark_name(const TextContext& context, const Fact& fact) {
    std::string value = fact.value ? quantity(context, *fact.value) : context.words["no_data"];
    if (context.facts.rate) {
        value = with_count(context, fact, value);
    }
    return fill(context.words["mark"], {{"label", fact.label}, {"value", value}});
}

DataTable table_of(const TextContext& context) {
    const Facts& facts = context.facts;
    DataTable table;
    table.caption = facts.title;
    if (facts.rate) {
        add_rate_columns(context, table);
    } else {
        table.columns = {
            {facts.label_heading, false, facts.label_heading_language},
            {heading_with_unit(facts, context.words), true, facts.value_heading_language}};
        for (const Fact& fact : facts.facts) {
            table.rows.push_back({fact.label, value_text(context, fact)});
        }
    }
    if (std::any_of(facts.facts.begin(), facts.facts.end(),
                    [](const Fact& fact) { return !fact.language.empty(); })) {
        for (const Fact& fact : facts.facts) {
            table.row_languages.push_back(fact.language);
        }
    }
    return table;
}

/// As many decimals as any edge of the classes has.
int decimals_of_edges(const std::vector<Class>& classes) {
    int most = 0;
    for (const Class& one : classes) {
        most = std::max({most, decimals_of(one.from), decimals_of(one.to)});
    }
    return most;
}

/// "3 to 4"; "2.5 to under 5.0" where the class does not hold its end.
std::string range_of(const TextContext& context, const Class& range, int decimals) {
    const input::Catalogue& words = context.words;
    const auto text = [&](double value) {
        return with_sign(context, format_fixed(value, decimals, words.numbers));
    };
    if (range.from == range.to) {
        return text(range.from);
    }
    return fill(range.holds_end ? words["range"] : words["range_open"],
                {{"from", text(range.from)}, {"to", text(range.to)}});
}

/// What stands over the classes of each side of a midpoint.
void add_headings(Words& words, const TextContext& context) {
    const Facts& facts = context.facts;
    const input::Catalogue& catalogue = context.words;
    if (!facts.midpoint || facts.classes.empty()) {
        return;
    }
    const auto& [midpoint, below, has_class] = *facts.midpoint;
    const std::string value =
        with_sign(context, format_number(midpoint, decimals_of(midpoint), catalogue.numbers));
    const auto add = [&](std::size_t before, const std::string& side) {
        if (before < facts.classes.size()) {
            words.legend_headings.push_back({before, capitalised(fill(side, {{"value", value}}))});
        }
    };
    if (below > 0) {
        add(0, catalogue["side_below"]);
    }
    if (has_class) {
        const Class& middle = facts.classes[below];
        add(below, middle.from == middle.to ? catalogue["side_at"] : catalogue["side_around"]);
    }
    add(below + (has_class ? 1 : 0), has_class ? catalogue["side_above"] : catalogue["side_from"]);
}

/// The ticks of a scale without classes.
void add_ticks(Words& words, const TextContext& context) {
    if (!context.facts.scale) {
        return;
    }
    const Scale& scale = *context.facts.scale;
    const int decimals = most_decimals(scale.ticks);
    for (const double tick : scale.ticks) {
        words.tick_labels.push_back(
            with_sign(context, format_fixed(tick, decimals, context.words.numbers)));
    }
    const std::string from = number(context, scale.from);
    const std::string to = number(context, scale.to);
    words.scale_range =
        scale.from == scale.to ? from : fill(context.words["range"], {{"from", from}, {"to", to}});
    words.scale_from = scale.ticks.front() == scale.from ? "" : from;
    words.scale_to = scale.ticks.back() == scale.to ? "" : to;
}

void add_legend(Words& words, const TextContext& context) {
    const Facts& facts = context.facts;
    const input::Catalogue& catalogue = context.words;
    const std::string units = input::bare_plural(facts.unit);
    const auto areas = [&](std::size_t count) {
        return counted_in_digits(count, catalogue.noun("area"), catalogue);
    };
    if (context.summary.counts) {
        words.legend_title = capitalised(
            fill(catalogue["legend_title"], {{"nouns", units}, {"noun", facts.item.one}}));
    } else {
        words.legend_title = heading_with_unit(facts, catalogue);
        words.legend_title_language = facts.value_heading_language;
    }
    const int decimals = most_decimals(facts.sizes);
    for (const double size : facts.sizes) {
        words.size_labels.push_back(
            {with_sign(context, format_fixed(size, decimals, catalogue.numbers)),
             quantity(context, size, decimals)});
    }
    if (facts.kind == input::Kind::dots) {
        words.dot_label =
            fill(catalogue["dot_label"], {{"quantity", quantity(context, facts.per_dot)}});
    }
    const int decimals_of_classes = decimals_of_edges(facts.classes);
    for (const Class& range : facts.classes) {
        words.class_labels.push_back(
            {range_of(context, range, decimals_of_classes), areas(range.count)});
    }
    add_headings(words, context);
    add_ticks(words, context);
    if (facts.zero_count) {
        words.zero_label.push_back({context.summary.counts || context.summary.rates
                                        ? fill(catalogue["legend_none"], {{"nouns", units}})
                                        : number(context, 0),
                                    areas(*facts.zero_count)});
    }
    if (!facts.missing.empty()) {
        words.missing_label.push_back(
            {capitalised(catalogue["no_data"]), areas(facts.missing.size())});
    }
}

/// "Source: Personal Outcomes Network"; what stands before the name is of the figure's language.
Note source_note(const Facts& facts, const input::Catalogue& words) {
    Note note{fill(words["source"], {{"source", facts.source}}), facts.source_language};
    if (!note.language.empty()) {
        note.lead = words["source"].find('{');
    }
    return note;
}

/// "Shetland Islands: shown in a frame, not in its true place. Reason: …"
Note frame_note(const Framed& framed, const input::Catalogue& words) {
    Note note{fill(words["framed"], {{"name", framed.name}, {"reason", framed.reason}}),
              framed.reason_language};
    if (!note.language.empty() && note.text.ends_with(framed.reason)) {
        note.lead = note.text.size() - framed.reason.size();
    }
    return note;
}

/// What the kind of map asks its readers to know.
void add_notes_of_kind(Words& words, const Facts& facts, const input::Catalogue& catalogue) {
    if (facts.kind == input::Kind::tiles) {
        words.notes.push_back({fill(catalogue["tiles_note"], {{"noun", facts.item.one}})});
    }
    if (facts.kind == input::Kind::dots) {
        words.notes.push_back({fill(catalogue["dot_places"], {{"noun", facts.item.one}})});
        if (facts.per_dot > 1) {
            words.notes.push_back(
                {fill(catalogue["dot_rounding"],
                      {{"number", digits(static_cast<std::size_t>(facts.per_dot), catalogue)}})});
        }
    }
    if (facts.framed) {
        words.notes.push_back(frame_note(*facts.framed, catalogue));
    }
}

void add_notes(Words& words, const TextContext& context) {
    const Facts& facts = context.facts;
    const input::Catalogue& catalogue = context.words;
    const auto add = [&](std::string text) {
        if (!text.empty()) {
            words.notes.push_back({std::move(text)});
        }
    };
    if (facts.rate) {
        add(few_cases_note(context));
    }
    if (!facts.note.empty()) {
        words.notes.push_back({facts.note, facts.note_language});
    }
    add_notes_of_kind(words, facts, catalogue);
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
void add_rights_of_populations(Words& words, const Facts& facts,
                               const input::Catalogue& catalogue) {
    const std::string note = facts.rate ? population_note(facts, catalogue) : "";
    if (!note.empty() && words.rights_language.empty()) {
        words.rights = words.rights.empty() ? note : sentence(words.rights) + " " + sentence(note);
    }
}

/// What a figure of one value a fact says.
void describe_values(Words& words, const TextContext& context) {
    add_subtitle(words, context);
    add_headline(words, context);
    words.list = list_of(context);
    words.table = table_of(context);
    for (const Fact& fact : context.facts.facts) {
        words.mark_names.push_back(mark_name(context, fact));
        words.value_labels.push_back(context.facts.rate ? rate_label(context, fact)
                                                        : value_text(context, fact));
    }
    words.short_text = short_text(context.facts, context.summary, context.words);
    words.description = long_text(context.facts, context.summary, words, context.words);
}

} // namespace

Words describe(const Facts& facts, const input::Catalogue& catalogue) {
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
    words.marks_title = facts.kind == input::Kind::symbols ? catalogue["circles_title"]
                        : is_map(facts)                    ? catalogue["areas_title"]
                                                           : catalogue["bars_title"];
    words.numbers = catalogue.numbers;
    words.kilometres = catalogue["kilometres"];
    words.north = catalogue["north"];
    words.page = {.details = catalogue["page_details"],
                  .download = catalogue["page_download"],
                  .table = catalogue["page_table"]};
    words.numbers_title = catalogue["numbers_title"];
    words.enlarged_title = catalogue["enlarged_title"];
    if (!facts.categories.empty()) {
        describe_groups(words, context);
        return words;
    }
    if (is_map(facts)) {
        add_legend(words, context);
    }
    if (!facts.panels.empty()) {
        describe_panels(words, context);
        return words;
    }
    describe_values(words, context);
    return words;
}

} // namespace cairn::facts
