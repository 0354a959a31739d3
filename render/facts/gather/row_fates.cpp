#include "render/facts/gather/row_fates.h"

#include "base/name_key.h"
#include "geo/area_kind.h"
#include "render/facts/gather/figure_nouns.h"
#include "render/facts/gather/total_row.h"
#include "render/facts/gather/unplaced_rows.h"
#include "render/input/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace cairn::facts {

namespace {

using input::Fate;
using input::FigureSpec;
using input::How;
using input::LedgerRow;
using input::Observation;
using input::Observations;

/// What a row with a mark of its own, or of a total, has in place of a value.
void add_value(const FigureSpec& spec, const Observation& row, LedgerRow& fate) {
    if (!spec.data.categories) {
        fate.value = row.value;
    }
    const bool has_value = spec.data.categories ? !row.category.empty() : row.value.has_value();
    const bool has_per =
        !spec.data.rate || row.per || spec.data.rate->column == input::built_in_population;
    if (has_value && has_per) {
        return;
    }
    if (fate.fate == Fate::drawn) {
        fate.fate = Fate::missing;
    }
    fate.why = has_value    ? fmt::format("{} has no number", spec.data.rate->column)
               : row.reason ? std::string(reason_in_words(*row.reason))
                            : "";
}

/// What the label of a row stands for.
void add_label(const FigureSpec& spec, const Observation& row, const geo::Gazetteer* places,
               LedgerRow& fate) {
    if (places == nullptr) {
        fate.name = row.label;
        fate.how = How::label;
        return;
    }
    const std::optional<std::size_t> place = places->find(row.label);
    if (!place) {
        const bool told = is_told_to_have_no_area(spec, row.label);
        const bool none = told || says_no_area(row.label);
        const bool kept = told || (none && spec.unplaced == input::Unplaced::note);
        fate.fate = kept ? Fate::unplaced : Fate::reported;
        fate.why = kept ? "" : none ? "is no area of the map" : "matches no area of the map";
        return;
    }
    const geo::Place& found = places->places()[*place];
    const bool gaelic = input::language_of(spec.language) == "gd" && !found.name_gd.empty();
    fate.name = gaelic ? found.name_gd : found.name;
    fate.code = found.code;
    fate.how = how_found(row.label, found);
}

/// Marks the second row of a label or area, and of a panel, as one that is added to the first, or
/// as an error.
void add_second_row(const FigureSpec& spec, int first, LedgerRow& fate) {
    const bool sums = spec.duplicates == input::Duplicates::sum;
    fate.why = sums ? fmt::format("to the row on line {}", first)
                    : fmt::format("has a row already, on line {}", first);
    fate.fate = !sums ? Fate::reported : fate.fate == Fate::missing ? Fate::missing : Fate::added;
}

} // namespace

std::set<int> lines_without_data(const FigureSpec& spec, const Observations& observations,
                                 const geo::Gazetteer* places, const input::Catalogue& catalogue) {
    std::vector<Problem> told_by_gather;
    Facts facts;
    facts.unit = spec.data.categories ? catalogue.noun("group_noun")
                                      : unit_of(spec, observations, told_by_gather);
    facts.item = item_of(spec, observations, catalogue, places && are_council_areas(*places));
    const Rows rows = places == nullptr
                          ? part_bar_rows(observations, facts)
                          : part_map_rows(observations, facts, [&](const std::string& label) {
                                return places->find(label).has_value();
                            });
    std::set<int> lines;
    for (const auto* apart : {&rows.totals, &rows.wider}) {
        for (const Observation& row : *apart) {
            lines.insert(row.line);
        }
    }
    return lines;
}

input::How how_found(std::string_view text, const geo::Place& place) {
    const std::string_view bare = geo::without_uri(text);
    const std::string code = code_key(bare);
    const std::string key = name_key(bare);
    const auto is_key = [&](const std::string& name) { return name_key(name) == key; };
    if (code == code_key(place.code) || (!place.iso.empty() && code == code_key(place.iso))) {
        return How::code;
    }
    if (std::ranges::any_of(place.former_codes,
                            [&](const std::string& former) { return code_key(former) == code; })) {
        return How::former_code;
    }
    if (bare == place.name || bare == place.name_gd) {
        return How::exact;
    }
    if (is_key(place.name) || is_key(place.name_gd)) {
        return How::spelling;
    }
    const bool is_alias = std::ranges::any_of(place.aliases, is_key) ||
                          std::ranges::any_of(place.abbreviations, is_key);
    return is_alias ? How::alias : How::other_form;
}

std::vector<LedgerRow> fates_of(const FigureSpec& spec, const Observations& observations,
                                const geo::Gazetteer* places, const input::Catalogue& catalogue) {
    const std::set<int> no_data = lines_without_data(spec, observations, places, catalogue);
    std::map<std::pair<std::string, std::string>, int> first_lines; // by name or code, and panel
    std::vector<LedgerRow> fates;
    for (const Observation& row : observations.rows) {
        LedgerRow& fate = fates.emplace_back(LedgerRow{.line = row.line});
        if (row.unreadable) {
            continue;
        }
        if (no_data.contains(row.line)) {
            const bool is_total = places == nullptr || !is_wider(row.label);
            fate.fate = is_total ? Fate::total : Fate::left_out;
            fate.name = row.label;
            add_value(spec, row, fate);
            fate.why = is_total ? fate.why : "is more than the map";
            continue;
        }
        fate.fate = Fate::drawn;
        add_label(spec, row, places, fate);
        if (fate.fate == Fate::reported) {
            fate.value = row.value;
            continue;
        }
        add_value(spec, row, fate);
        if (fate.fate == Fate::unplaced) {
            continue;
        }
        const auto [first, is_new] = first_lines.try_emplace(
            {fate.code.empty() ? fate.name : fate.code, row.panel}, row.line);
        if (!is_new) {
            add_second_row(spec, first->second, fate);
        }
    }
    return fates;
}

} // namespace cairn::facts
