#include "render/facts/gather/figure_nouns.h"

#include "base/name_key.h"
#include "base/utf8.h"
#include "render/facts/unit.h"
#include "render/input/language/language.h"
#include "render/words/english/nouns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <variant>

namespace cairn::facts {

using input::FigureSpec;
using input::Observation;
using input::Observations;

namespace {

/// Whether a heading says nothing of what its labels are: "Code", "LAD13NM", "".
bool is_bare(std::string_view heading) {
    constexpr std::array<std::string_view, 8> bare{"name",  "code", "label", "key",
                                                   "title", "id",   "item",  "area code"};
    const bool has_lower =
        std::any_of(heading.begin(), heading.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !has_lower || heading.find_first_of("0123456789_") != std::string_view::npos ||
           std::any_of(bare.begin(), bare.end(),
                       [&](std::string_view word) { return name_key(word) == name_key(heading); });
}

/// What is counted by, where labels are made of entries; nothing where each entry is one.
std::optional<Noun> noun_of_made_labels(const input::RecordsSpec& records,
                                        const input::Catalogue& catalogue) {
    const auto* period = records.bin ? std::get_if<input::Period>(&records.bin->width) : nullptr;
    if (period == nullptr) {
        const bool are_made = records.bin || !records.by.empty();
        return are_made ? std::optional(catalogue.noun("group_noun")) : std::nullopt;
    }
    switch (*period) {
    case input::Period::month:
        return catalogue.noun("month");
    case input::Period::quarter:
        return catalogue.noun("quarter_year");
    case input::Period::year:
        return catalogue.noun("year");
    case input::Period::financial_year:
        return catalogue.noun("financial_year");
    }
    return std::nullopt;
}

} // namespace

bool is_english(const FigureSpec& spec) {
    return input::language_of(spec.language) == "en";
}

bool has_named_boundaries(const FigureSpec& spec) {
    return spec.data.are_places && !(spec.boundaries && spec.boundaries->name.empty());
}

bool are_council_areas(const geo::Gazetteer& places) {
    return std::all_of(places.places().begin(), places.places().end(),
                       [](const geo::Place& place) { return place.code.starts_with("S12"); });
}

Noun item_of(const FigureSpec& spec, const Observations& observations,
             const input::Catalogue& catalogue, bool councils) {
    if (spec.item) {
        return *spec.item;
    }
    if (const auto noun = noun_of_made_labels(spec.data.records, catalogue)) {
        return *noun;
    }
    if (councils && has_named_boundaries(spec)) {
        return catalogue.noun("council_area");
    }
    const std::string& heading = observations.label_heading;
    if (is_english(spec) && observations.label_heading_language.empty() && !is_bare(heading)) {
        return words::noun_of_heading(heading);
    }
    if (!spec.data.are_places && !is_english(spec)) {
        throw Error(Problem{spec.where,
                            fmt::format("a bar chart in {} needs the key \"items\"",
                                        input::language_in_words(spec.language)),
                            fmt::format("say what it is counted by: items: {}",
                                        input::noun_example(spec.language))});
    }
    return spec.data.are_places ? catalogue.noun("area") : catalogue.noun("category");
}

Noun unit_of(const FigureSpec& spec, const Observations& observations,
             std::vector<Problem>& warnings) {
    if (spec.unit.other.empty() && !spec.data.rate) {
        const std::string in_heading = unit_in_heading(observations.value_heading);
        const std::string& sign = in_heading.empty() ? observations.sign : in_heading;
        if (!sign.empty()) {
            return {.one = sign, .other = sign};
        }
    }
    const bool whole =
        observations.decimals == 0 &&
        std::all_of(observations.rows.begin(), observations.rows.end(),
                    [](const Observation& row) { return row.value.value_or(0) >= 0; });
    if (!spec.unit.other.empty() || !whole) {
        return spec.unit;
    }
    if (!is_english(spec)) {
        warnings.push_back(
            {spec.where,
             fmt::format("without the key \"unit\" the words in {} tell no total",
                         input::language_in_words(spec.language)),
             fmt::format("say what is counted: unit: {}", input::noun_example(spec.language))});
        return {};
    }
    if (!observations.value_heading_language.empty()) {
        return {};
    }
    return words::counted_noun(observations.value_heading).value_or(Noun{});
}

void add_headings(Facts& facts, const Observations& observations) {
    facts.label_heading = observations.label_heading;
    facts.value_heading = observations.value_heading;
    facts.value_heading_language = observations.value_heading_language;
    if (!observations.label_heading_language.empty()) {
        facts.label_heading = capitalised(facts.item.one);
    }
    // A sign such as "%" stands with each value, and is no heading.
    const bool is_noun = !facts.unit.other.starts_with('%') && !is_currency(facts.unit);
    if (!facts.value_heading_language.empty() && !facts.unit.other.empty() && is_noun) {
        facts.value_heading = capitalised(input::bare_plural(facts.unit));
        facts.value_heading_language.clear();
    }
}

} // namespace cairn::facts
