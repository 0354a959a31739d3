#pragma once

#include <cstddef>
#include <string_view>

/// What a catalogue of sentences must have, and keys of it that the compiler checks.
namespace cairn::input {

/// A key of a catalogue, and an example with exactly the places `{…}` that its text must have.
struct CatalogueEntry {
    std::string_view key;
    std::string_view example;
};

/// Each is one text.
inline constexpr CatalogueEntry sentences[] = {
    // Lists.
    {"list_next", "{list}, {name}"},
    {"list_and", "{list} and {name}"},
    {"list_and_long", "{list}, and {name}"},
    {"list_none", "{list} or {name}"},
    {"list_none_long", "{list}, or {name}"},
    {"next_clause", "{text}; {clause}"},
    // Nouns with counts and without.
    {"quantity", "{number} {noun}"},
    {"quantity_none", "0 {noun}"},
    {"no_data", "…"},
    {"not_available", "…"},
    {"suppressed", "…"},
    {"not_applicable", "…"},
    {"low", "…"},
    {"given_as_range", "…"},
    {"unreliable", "…"},
    {"none_recorded", "…"},
    {"counted", "{number} {noun}"},
    {"part_of", "{part} / {whole} {noun}"},
    {"with_data", "{noun} …"},
    // What kind of figure, of what, how many in how many places.
    {"map", "…"},
    {"bar_chart", "…"},
    {"opening_running", "{kind}: {title}"},
    {"opening_quoted", "{kind} “{title}”"},
    {"subject", "{opening}: {scope}"},
    {"both_places", "2 {noun}"},
    {"all_places", "{counted}"},
    {"in_places", "{total}, {places}"},
    {"placed", "{total}, {number} …"},
    {"placed_none", "{total}, 0 …"},
    {"unplaced_rows", "…: {names}"},
    {"in_places_each", "{total}, {places}, {number}"},
    {"in_one", "{total}, {places}, {name}"},
    {"all_in_one", "{total}, {places}, {name}"},
    {"none_in_one", "{total}, {noun}, {name}"},
    {"none_in_both", "{total}, {counted}"},
    {"none_in_any", "{total}, {counted}"},
    {"no_data_in_one", "… {noun}, {name}"},
    {"no_data_in_both", "… {counted}"},
    {"no_data_in_any", "… {counted}"},
    {"heading_in", "{heading}, {places}"},
    {"measure_in_one", "{places}, {name}: {quantity}"},
    {"measure_in_both", "{places}: {quantity}"},
    {"measure_in_all", "{places}: {quantity}"},
    {"measure_range", "{places}, {low} ({low_names}) … {high} ({high_names})"},
    {"measure_most", "{places}, … {high} ({high_names})"},
    {"and_others", "{name} … {number}"},
    // Who has how much, and who has nothing.
    {"leader_level", "{names}: {quantity} …"},
    {"leader_many", "… {quantity} … {counted}"},
    {"has_each", "{names}: {amount} …"},
    {"fewest_each", "{names}: {number} …"},
    {"none_in", "… {nouns}: {names}"},
    {"none_in_others", "… {nouns}: {number}"},
    {"missing_for", "{reason}: {names}"},
    {"no_data_for_others", "…: {number}"},
    {"counts_suppressed", "… {number} …"},
    {"counts_suppressed_with_others", "… {number} …"},
    {"noun_before", "{noun} {clause}"},
    {"number_before", "…, {clause}"},
    // What a long description adds.
    {"bars_rise", "…"},
    {"bars_fall", "…"},
    {"class_one", "…: {ranges}"},
    {"classes", "{nouns}, {classes}, {measure}: {ranges}"},
    {"class_count", "{range} ({count})"},
    {"by_number", "… {nouns}"},
    {"by_value", "…"},
    {"rest_together", "{counted} … {amount}"},
    {"rest", "{counted} … {least} … {most}"},
    {"measure", "{names}, {quantity}"},
    {"measure_each", "{names}, {quantity} …"},
    {"measures_equal", "… {names}"},
    {"measures_all", "…: {measures}"},
    {"measures_ends", "…: {highest}. …: {lowest}"},
    {"together", "{names}: {number} / {whole}, {share}"},
    {"next_highest", "… {times} …"},
    {"twice", "…"},
    {"times_more", "… {times}"},
    {"limits", "… {noun}"},
    // Parts of a whole.
    {"share_all", "…"},
    {"share_nearly_all", "…"},
    {"share_nearly", "… {fraction}"},
    {"share_just_over", "… {fraction}"},
    {"share_more_than", "… {fraction}"},
    {"tenth", "…"},
    {"fifth", "…"},
    {"quarter", "…"},
    {"third", "…"},
    {"two_fifths", "…"},
    {"half", "…"},
    {"three_fifths", "…"},
    {"two_thirds", "…"},
    {"three_quarters", "…"},
    {"four_fifths", "…"},
    {"nine_tenths", "…"},
    // Labels around the figure.
    {"subtitle_no_data", "… {places}"},
    {"subtitle_gaps", "{total}; … {places}"},
    {"list", "{title}: {list}"},
    {"list_after_mark", "{title} {list}"},
    {"list_item", "{label} {value}"},
    {"mark", "{label}: {value}"},
    {"legend_title", "{nouns} … {noun}"},
    {"legend_none", "0 {nouns}"},
    {"range", "{from} … {to}"},
    {"range_open", "{from} … {to}"},
    {"heading_with_unit", "{heading} ({unit})"},
    {"heading_in_unit", "{heading}, … {unit}"},
    // Diverging and continuous scales.
    {"side_below", "… {value}"},
    {"side_at", "… {value}"},
    {"side_around", "… {value}"},
    {"side_above", "… {value}"},
    {"side_from", "{value} …"},
    {"side_count", "{side}: {counted}"},
    {"classes_around", "{nouns}, {classes}, {measure}, {value}"},
    {"continuous", "… {range}"},
    {"continuous_around", "… {range}, {value}"},
    // What stands around the figure.
    {"areas_title", "…"},
    {"bars_title", "…"},
    {"page_details", "…"},
    {"page_download", "…"},
    {"page_table", "…"},
    {"source", "…: {source}"},
    // Tile maps.
    {"tile_map", "…"},
    {"tiles_note", "… {noun} …"},
    // Categorical maps.
    {"in_groups", "{places} … {groups}"},
    {"group_members", "{group} ({count}): {names}"},
    {"not_grouped", "…: {names}"},
    {"no_group", "…"},
    // Small multiples.
    {"panels_span", "{opening}, {first} … {last}"},
    {"panels_named", "{opening}: {panels}"},
    {"panel_scope", "{panel}: {scope}"},
    {"panel_place", "{label}, {panel}"},
    {"panel_total", "{number} … {panel}"},
    {"panels_totals", "{nouns}: {totals}"},
    {"panels_rise", "{last} > {first}: {number}"},
    {"panels_fall", "{last} < {first}: {number}"},
    {"panels_level", "{last} = {first}"},
    {"panels_highest", "{quantity}: {name}, {panel}"},
    {"panels_none", "0 {nouns}: {names}"},
    // Where things are on a map, and headlines.
    {"spread", "{scope}, {north}, {south}"},
    {"cluster_beside", "{name}, {number} {noun}"},
    {"cluster_joined", "{name}, {number} {noun}"},
    {"cluster_few", "{names}"},
    {"cluster_named", "{cluster} ({names})"},
    {"cluster_has", "{cluster}: {number} / {whole}, {share}"},
    {"cluster_has_short", "{cluster}: {number}"},
    {"cluster_all", "… {nouns}"},
    {"leader_with_beside", "{number} {noun}: {sum}"},
    {"leader_with_joined", "{number} {noun}: {sum}"},
    {"among_them", "{text}: {group}"},
    {"all_together", "{text} …"},
    {"lie_together", "{number}: {names}"},
    {"lie_next", "{number}: {names}"},
    {"lie_all", "{number}: {names}"},
    {"alike_highest", "{count}, {number}: {names}"},
    {"alike_highest_all", "{count}: {names}"},
    {"alike_lowest", "{count}, {number}: {names}"},
    {"alike_lowest_all", "{count}: {names}"},
    {"headline_cluster", "{cluster}: {share} {nouns}"},
    {"headline_places", "{nouns}: {places}"},
    {"headline_below_zero", "{places} …"},
    {"headline_range", "{low} {low_names}, {high} {high_names}"},
    // Labels of a map that have no room on it.
    {"numbers_title", "…"},
    {"enlarged_title", "…"},
    // Rates.
    {"rate_measure", "{nouns} / {per}"},
    {"rate_amount", "{number} / {per}"},
    {"rate_with_count", "{rate} ({count})"},
    {"rate_overall", "{scope}, {rate}"},
    {"rate_list", "{title} ({measure})"},
    {"by_rate", "…"},
    {"rate_highest_level", "{names}: {rate} …"},
    {"rate_highest_many", "… {rate} … {counted}"},
    {"rate_lowest_level", "{names}: {rate} …"},
    {"rates_all", "{measure}: {rates}"},
    {"rates_equal", "{measure}: {rates}"},
    {"rates_ends", "{measure}: {highest}. …: {lowest}"},
    {"few_cases_all", "… {least}"},
    {"few_cases_note_all", "… {least}"},
    {"few_cases_mark", "{rate} [u]"},
    {"subtitle_population", "{measure}, {year}"},
    {"population_heading", "… {year}"},
    {"population_source", "… {year}"},
    // Maps of circles and dots, frames, and what stands beside a map.
    {"symbol_map", "…"},
    {"dot_map", "…"},
    {"circles_title", "…"},
    {"symbol_areas", "… {noun} … {measure}"},
    {"dot_label", "1 … = {quantity}"},
    {"dot_meaning", "1 …: {quantity}"},
    {"dot_places", "… {noun} …"},
    {"dot_rounding", "… {number} …"},
    {"dot_points", "…"},
    {"framed", "{name} …: {reason}"},
    {"kilometres", "{number} km"},
    {"north", "N"},
};

/// Each has a form for a subject that is one, and for one that is many.
inline constexpr CatalogueEntry clauses[] = {
    {"leader_share", "{names}: {number}, {share}"},
    {"leader_share_of", "{names}: {number} / {whole}, {share}"},
    {"leader_most", "{names}: {number} …"},
    {"leader_most_of", "{names}: {number} / {whole}"},
    {"has", "{names}: {amount}"},
    {"fewest", "{names}: {number} …"},
    {"below_zero", "{names} …"},
    {"unplaced", "{quantity} …: {names}"},
    // Where things are on a map, and headlines.
    {"lie_apart", "…: {names}"},
    {"headline_share", "{names}: {share} {nouns}"},
    {"headline_highest", "{names}: {quantity}"},
    // Rates.
    {"rate_highest", "{names}: {rate} …"},
    {"rate_lowest", "{names}: {rate} …"},
    {"rate_most_counted", "{names}: {nouns} {number} ({rate})"},
    {"few_cases", "{part} / {whole} … {least}"},
    {"few_cases_note", "{names} … {least}"},
};

/// Each has the plural forms of its language.
inline constexpr CatalogueEntry nouns[] = {
    {"area", "…"},           {"category", "…"},       {"council_area", "…"},
    {"class_noun", "…"},     {"times", "{number} …"}, {"group_noun", "…"},
    {"month", "…"},          {"quarter_year", "…"},   {"year", "…"},
    {"financial_year", "…"}, {"map_noun", "…"},       {"person", "…"}, // of rates
};

/// The row of a table that has this key. A key that the table lacks does not compile: past the
/// table's end is no constant.
template<const auto& table>
class KeyOf {
  public:
    consteval KeyOf(const char* key) {
        while (table[m_row].key != key) {
            ++m_row;
        }
    }

    [[nodiscard]] constexpr std::size_t row() const { return m_row; }

  private:
    std::size_t m_row = 0;
};

using SentenceKey = KeyOf<sentences>;
using ClauseKey = KeyOf<clauses>;
using NounKey = KeyOf<nouns>;

} // namespace cairn::input
