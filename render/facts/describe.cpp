#include "render/facts/describe.h"

#include "render/facts/english.h"
#include "render/facts/long_text.h"
#include "render/facts/phrases.h"
#include "render/facts/short_text.h"
#include "render/facts/summary.h"

#include <fmt/format.h>

#include <algorithm>

namespace cairn::facts {
namespace {

/// "39 stories in 9 sectors": digits throughout, as a subtitle has them.
std::string subtitle_of(const Facts& facts, const Summary& summary) {
    if (!facts.subtitle.empty()) {
        return facts.subtitle;
    }
    if (!summary.counts) {
        return facts.value_heading;
    }
    const std::size_t size = facts.facts.size();
    const std::string& items = size == 1 ? facts.item.one : facts.item.other;
    if (summary.with_value == 0) {
        return fmt::format("No data for {} {}", size, items);
    }
    const std::string total = capitalised(quantity(facts, facts.total));
    const std::size_t with_some = summary.with_value - summary.zeros.size();
    if (with_some == 0 && !summary.missing.empty()) {
        return fmt::format("{}; no data for {} of {} {}", total, summary.missing.size(), size,
                           items);
    }
    const bool everywhere = with_some == size || with_some == 0;
    return fmt::format("{} in {}{} {}", total, everywhere ? "" : fmt::format("{} of ", with_some),
                       size, items);
}

/// "Title: Label value, Label value"; a title that asks or exclaims ends itself.
std::string list_of(const Facts& facts) {
    std::string text = facts.title;
    if (!text.empty()) {
        text += text.ends_with('?') || text.ends_with('!') ? " " : ": ";
    }
    bool first = true;
    for (const Fact& fact : facts.facts) {
        if (fact.in_table) {
            text += fmt::format("{}{} {}", first ? "" : ", ", fact.label, value_text(facts, fact));
            first = false;
        }
    }
    return text;
}

std::string mark_name(const Facts& facts, const Fact& fact) {
    return fmt::format("{}: {}", fact.label, fact.value ? quantity(facts, *fact.value) : "no data");
}

DataTable table_of(const Facts& facts) {
    DataTable table;
    table.caption = facts.title;
    table.columns = {{facts.label_heading, false}, {facts.value_heading, true}};
    for (const Fact& fact : facts.facts) {
        table.rows.push_back({fact.label, value_text(facts, fact)});
    }
    return table;
}

std::string areas(std::size_t count) {
    return fmt::format("{} {}", count, count == 1 ? "area" : "areas");
}

/// "3 to 4"; "2.5 to under 5" where the class does not hold its end.
std::string range_of(const Class& range) {
    const auto text = [](double value) { return format_number(value, decimals_of(value)); };
    if (range.from == range.to) {
        return text(range.from);
    }
    return fmt::format("{} to {}{}", text(range.from), range.holds_end ? "" : "under ",
                       text(range.to));
}

void add_legend(Words& words, const Facts& facts, const Summary& summary) {
    words.legend_title = summary.counts ? capitalised(facts.unit.other) + " per " + facts.item.one
                                        : facts.value_heading;
    for (const Class& range : facts.classes) {
        words.class_labels.push_back({range_of(range), areas(range.count)});
    }
    if (facts.zero_count) {
        words.zero_label.push_back(
            {summary.counts ? "No " + facts.unit.other : "0", areas(*facts.zero_count)});
    }
    if (!facts.missing.empty()) {
        words.missing_label.push_back({"No data", areas(facts.missing.size())});
    }
}

} // namespace

Words describe(const Facts& facts) {
    const Summary summary = summarise(facts);
    Words words;
    words.language = facts.language;
    words.title = facts.title;
    words.subtitle = subtitle_of(facts, summary);
    words.list = list_of(facts);
    words.table = table_of(facts);
    for (const Fact& fact : facts.facts) {
        words.mark_names.push_back(mark_name(facts, fact));
        words.value_labels.push_back(value_text(facts, fact));
    }
    if (is_map(facts)) {
        add_legend(words, facts, summary);
    }
    for (const std::string& note :
         {facts.note, facts.source.empty() ? "" : "Source: " + facts.source, facts.attribution}) {
        if (!note.empty()) {
            words.notes.push_back({note});
        }
    }
    words.source = facts.source;
    words.rights = facts.attribution;
    words.marks_title = is_map(facts) ? "Areas" : "Bars";
    words.page = {.details = "Description and data table",
                  .download = "Download the data (CSV)",
                  .table = "Data table"};
    words.short_text = short_text(facts, summary);
    words.description = long_text(facts, summary, words);
    return words;
}

} // namespace cairn::facts
