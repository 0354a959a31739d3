#pragma once

#include "base/noun.h"
#include "base/number.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// A clause for a subject that is one, and for one that is many: "has", "have".
struct Agreeing {
    std::string one;
    std::string many;
};

/// Every word that a figure says by itself, in one language: styles/languages/*.yaml. A text in
/// which {…} stands is a template (facts/fill.h). Numbers in them are written already.
struct Catalogue {
    std::string language; ///< language subtag: "en"
    NumberFormat numbers;
    std::vector<std::string> number_words;   ///< 0 to 9 in running text
    std::vector<std::string> compound_marks; ///< a name with one of these counts as a list itself
    std::vector<std::string> title_words;    ///< a title that begins with one can run on in a text

    // Lists.
    std::string list_next, list_and, list_and_long, list_none, list_none_long, next_clause;

    // Nouns of its own, with counts and without.
    Noun area, category, council_area, class_noun, times;
    std::string quantity, quantity_none, no_data, counted, part_of, with_data;

    // What kind of figure, of what, how many in how many places.
    std::string map, bar_chart, opening_running, opening_quoted, subject;
    std::string both_places, all_places, in_places, in_places_each, in_one, all_in_one;
    std::string none_in_one, none_in_both, none_in_any;
    std::string no_data_in_one, no_data_in_both, no_data_in_any;
    std::string heading_in, measure_in_one, measure_in_both, measure_in_all, measure_range;
    std::string and_others;

    // Who has how much, and who has nothing.
    Agreeing leader_share, leader_share_of, leader_most, leader_most_of, has, fewest, below_zero;
    std::string leader_level, leader_many, has_each, fewest_each;
    std::string none_in, none_in_others, no_data_for, no_data_for_others;
    std::string noun_before, number_before;

    // What a long description adds.
    std::string bars_rise, bars_fall, class_one, classes, class_count, by_number, by_value;
    std::string rest, measure, measure_each, measures_equal, measures_all, measures_ends;
    std::string together, next_highest, twice, times_more, limits;

    // Parts of a whole.
    std::string share_all, share_nearly_all, share_nearly, share_just_over, share_more_than;
    std::string tenth, fifth, quarter, third, two_fifths, half, three_fifths, two_thirds,
        three_quarters, four_fifths, nine_tenths;

    // Labels around the figure.
    std::string subtitle_no_data, subtitle_gaps, list, list_after_mark, list_item, mark;
    std::string legend_title, legend_none, range, range_open, heading_with_unit, heading_in_unit;
    // Diverging and continuous scales.
    std::string side_below, side_at, side_around, side_above, side_from, side_count;
    std::string classes_around, continuous, continuous_around;

    std::string areas_title, bars_title, page_details, page_download, page_table, source;

    // Tile maps.
    std::string tile_map, tiles_note;

    // Categorical maps.
    Noun group_noun;
    std::string in_groups, group_members, not_grouped, no_group;

    // Small multiples.
    Noun map_noun;
    std::string panels_span, panel_scope, panel_place, panel_total, panels_totals;
    std::string panels_rise, panels_fall, panels_level, panels_highest, panels_none;
    // Where things are on a map.
    std::string spread, cluster_beside, cluster_joined, cluster_few, cluster_named, cluster_has,
        cluster_has_short, cluster_all, leader_with_beside, leader_with_joined;
    std::string among_them, all_together, lie_together, lie_next, lie_all;
    Agreeing lie_apart;
    std::string alike_highest, alike_highest_all, alike_lowest, alike_lowest_all;

    // Headlines.
    Agreeing headline_share, headline_highest;
    std::string headline_cluster, headline_places, headline_below_zero, headline_range;
    // Labels of a map that have no room on it.
    std::string numbers_title, enlarged_title;
    // Rates.
    Noun person;
    std::string rate_measure, rate_amount, rate_with_count, rate_overall, rate_list, by_rate;
    Agreeing rate_highest, rate_lowest, rate_most_counted, few_cases, few_cases_note;
    std::string rate_highest_level, rate_highest_many, rate_lowest_level;
    std::string rates_all, rates_equal, rates_ends;
    std::string few_cases_all, few_cases_note_all, few_cases_mark;
    std::string subtitle_population, population_heading, population_source;
    // Maps of circles and dots, frames, and what stands beside a map.
    std::string symbol_map, dot_map, circles_title, symbol_areas, dot_label, dot_meaning;
    std::string dot_places, dot_rounding, framed, kilometres, north;
};

/// Names of the places `{…}` in a template, in order. Throws nothing; a brace that is not closed
/// ends the search.
std::vector<std::string> places_in(std::string_view text);

/// Reads a catalogue. Throws Error, with file and line, for each key that is missing or unknown,
/// and each template that lacks a place or has one that does not exist.
Catalogue read_catalogue(const std::filesystem::path& path);

} // namespace cairn::input
