#include "render/input/catalogue.h"

#include "base/quote.h"
#include "base/white_space.h"
#include "render/input/language.h"
#include "render/input/map_reader.h"
#include "render/input/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace cairn::input {

namespace {

/// A key, its value, and an example that has exactly the places that the value must have.
template<typename T>
struct Entry {
    std::string_view key;
    T Catalogue::*value;
    std::string_view example;
};

constexpr std::array texts{
    Entry<std::string>{"list_next", &Catalogue::list_next, "{list}, {name}"},
    Entry<std::string>{"list_and", &Catalogue::list_and, "{list} and {name}"},
    Entry<std::string>{"list_and_long", &Catalogue::list_and_long, "{list}, and {name}"},
    Entry<std::string>{"list_none", &Catalogue::list_none, "{list} or {name}"},
    Entry<std::string>{"list_none_long", &Catalogue::list_none_long, "{list}, or {name}"},
    Entry<std::string>{"next_clause", &Catalogue::next_clause, "{text}; {clause}"},
    Entry<std::string>{"quantity", &Catalogue::quantity, "{number} {noun}"},
    Entry<std::string>{"quantity_none", &Catalogue::quantity_none, "0 {noun}"},
    Entry<std::string>{"no_data", &Catalogue::no_data, "…"},
    Entry<std::string>{"counted", &Catalogue::counted, "{number} {noun}"},
    Entry<std::string>{"part_of", &Catalogue::part_of, "{part} / {whole} {noun}"},
    Entry<std::string>{"with_data", &Catalogue::with_data, "{noun} …"},
    Entry<std::string>{"map", &Catalogue::map, "…"},
    Entry<std::string>{"bar_chart", &Catalogue::bar_chart, "…"},
    Entry<std::string>{"opening_running", &Catalogue::opening_running, "{kind}: {title}"},
    Entry<std::string>{"opening_quoted", &Catalogue::opening_quoted, "{kind} “{title}”"},
    Entry<std::string>{"subject", &Catalogue::subject, "{opening}: {scope}"},
    Entry<std::string>{"both_places", &Catalogue::both_places, "2 {noun}"},
    Entry<std::string>{"all_places", &Catalogue::all_places, "{counted}"},
    Entry<std::string>{"in_places", &Catalogue::in_places, "{total}, {places}"},
    Entry<std::string>{"in_places_each", &Catalogue::in_places_each, "{total}, {places}, {number}"},
    Entry<std::string>{"in_one", &Catalogue::in_one, "{total}, {places}, {name}"},
    Entry<std::string>{"all_in_one", &Catalogue::all_in_one, "{total}, {places}, {name}"},
    Entry<std::string>{"none_in_one", &Catalogue::none_in_one, "{total}, {noun}, {name}"},
    Entry<std::string>{"none_in_both", &Catalogue::none_in_both, "{total}, {counted}"},
    Entry<std::string>{"none_in_any", &Catalogue::none_in_any, "{total}, {counted}"},
    Entry<std::string>{"no_data_in_one", &Catalogue::no_data_in_one, "… {noun}, {name}"},
    Entry<std::string>{"no_data_in_both", &Catalogue::no_data_in_both, "… {counted}"},
    Entry<std::string>{"no_data_in_any", &Catalogue::no_data_in_any, "… {counted}"},
    Entry<std::string>{"heading_in", &Catalogue::heading_in, "{heading}, {places}"},
    Entry<std::string>{"measure_in_one", &Catalogue::measure_in_one,
                       "{places}, {name}: {quantity}"},
    Entry<std::string>{"measure_in_both", &Catalogue::measure_in_both, "{places}: {quantity}"},
    Entry<std::string>{"measure_in_all", &Catalogue::measure_in_all, "{places}: {quantity}"},
    Entry<std::string>{"measure_range", &Catalogue::measure_range,
                       "{places}, {low} ({low_names}) … {high} ({high_names})"},
    Entry<std::string>{"and_others", &Catalogue::and_others, "{name} … {number}"},
    Entry<std::string>{"leader_level", &Catalogue::leader_level, "{names}: {quantity} …"},
    Entry<std::string>{"leader_many", &Catalogue::leader_many, "… {quantity} … {counted}"},
    Entry<std::string>{"has_each", &Catalogue::has_each, "{names}: {amount} …"},
    Entry<std::string>{"fewest_each", &Catalogue::fewest_each, "{names}: {number} …"},
    Entry<std::string>{"none_in", &Catalogue::none_in, "… {nouns}: {names}"},
    Entry<std::string>{"none_in_others", &Catalogue::none_in_others, "… {nouns}: {number}"},
    Entry<std::string>{"no_data_for", &Catalogue::no_data_for, "…: {names}"},
    Entry<std::string>{"no_data_for_others", &Catalogue::no_data_for_others, "…: {number}"},
    Entry<std::string>{"noun_before", &Catalogue::noun_before, "{noun} {clause}"},
    Entry<std::string>{"number_before", &Catalogue::number_before, "…, {clause}"},
    Entry<std::string>{"bars_rise", &Catalogue::bars_rise, "…"},
    Entry<std::string>{"bars_fall", &Catalogue::bars_fall, "…"},
    Entry<std::string>{"class_one", &Catalogue::class_one, "…: {ranges}"},
    Entry<std::string>{"classes", &Catalogue::classes, "{nouns}, {classes}, {measure}: {ranges}"},
    Entry<std::string>{"class_count", &Catalogue::class_count, "{range} ({count})"},
    Entry<std::string>{"by_number", &Catalogue::by_number, "… {nouns}"},
    Entry<std::string>{"by_value", &Catalogue::by_value, "…"},
    Entry<std::string>{"rest", &Catalogue::rest, "{counted} … {least} … {most}"},
    Entry<std::string>{"measure", &Catalogue::measure, "{names}, {quantity}"},
    Entry<std::string>{"measure_each", &Catalogue::measure_each, "{names}, {quantity} …"},
    Entry<std::string>{"measures_equal", &Catalogue::measures_equal, "… {names}"},
    Entry<std::string>{"measures_all", &Catalogue::measures_all, "…: {measures}"},
    Entry<std::string>{"measures_ends", &Catalogue::measures_ends, "…: {highest}. …: {lowest}"},
    Entry<std::string>{"together", &Catalogue::together, "{names}: {number} / {whole}, {share}"},
    Entry<std::string>{"next_highest", &Catalogue::next_highest, "… {times} …"},
    Entry<std::string>{"twice", &Catalogue::twice, "…"},
    Entry<std::string>{"times_more", &Catalogue::times_more, "… {times}"},
    Entry<std::string>{"limits", &Catalogue::limits, "… {noun}"},
    Entry<std::string>{"share_all", &Catalogue::share_all, "…"},
    Entry<std::string>{"share_nearly_all", &Catalogue::share_nearly_all, "…"},
    Entry<std::string>{"share_nearly", &Catalogue::share_nearly, "… {fraction}"},
    Entry<std::string>{"share_just_over", &Catalogue::share_just_over, "… {fraction}"},
    Entry<std::string>{"share_more_than", &Catalogue::share_more_than, "… {fraction}"},
    Entry<std::string>{"tenth", &Catalogue::tenth, "…"},
    Entry<std::string>{"fifth", &Catalogue::fifth, "…"},
    Entry<std::string>{"quarter", &Catalogue::quarter, "…"},
    Entry<std::string>{"third", &Catalogue::third, "…"},
    Entry<std::string>{"two_fifths", &Catalogue::two_fifths, "…"},
    Entry<std::string>{"half", &Catalogue::half, "…"},
    Entry<std::string>{"three_fifths", &Catalogue::three_fifths, "…"},
    Entry<std::string>{"two_thirds", &Catalogue::two_thirds, "…"},
    Entry<std::string>{"three_quarters", &Catalogue::three_quarters, "…"},
    Entry<std::string>{"four_fifths", &Catalogue::four_fifths, "…"},
    Entry<std::string>{"nine_tenths", &Catalogue::nine_tenths, "…"},
    Entry<std::string>{"subtitle_no_data", &Catalogue::subtitle_no_data, "… {places}"},
    Entry<std::string>{"subtitle_gaps", &Catalogue::subtitle_gaps, "{total}; … {places}"},
    Entry<std::string>{"list", &Catalogue::list, "{title}: {list}"},
    Entry<std::string>{"list_after_mark", &Catalogue::list_after_mark, "{title} {list}"},
    Entry<std::string>{"list_item", &Catalogue::list_item, "{label} {value}"},
    Entry<std::string>{"mark", &Catalogue::mark, "{label}: {value}"},
    Entry<std::string>{"legend_title", &Catalogue::legend_title, "{nouns} … {noun}"},
    Entry<std::string>{"legend_none", &Catalogue::legend_none, "0 {nouns}"},
    Entry<std::string>{"range", &Catalogue::range, "{from} … {to}"},
    Entry<std::string>{"range_open", &Catalogue::range_open, "{from} … {to}"},
    Entry<std::string>{"heading_with_unit", &Catalogue::heading_with_unit, "{heading} ({unit})"},
    Entry<std::string>{"heading_in_unit", &Catalogue::heading_in_unit, "{heading}, … {unit}"},
    // Diverging and continuous scales.
    Entry<std::string>{"side_below", &Catalogue::side_below, "… {value}"},
    Entry<std::string>{"side_at", &Catalogue::side_at, "… {value}"},
    Entry<std::string>{"side_around", &Catalogue::side_around, "… {value}"},
    Entry<std::string>{"side_above", &Catalogue::side_above, "… {value}"},
    Entry<std::string>{"side_from", &Catalogue::side_from, "{value} …"},
    Entry<std::string>{"side_count", &Catalogue::side_count, "{side}: {counted}"},
    Entry<std::string>{"classes_around", &Catalogue::classes_around,
                       "{nouns}, {classes}, {measure}, {value}"},
    Entry<std::string>{"continuous", &Catalogue::continuous, "… {range}"},
    Entry<std::string>{"continuous_around", &Catalogue::continuous_around, "… {range}, {value}"},
    Entry<std::string>{"areas_title", &Catalogue::areas_title, "…"},
    Entry<std::string>{"bars_title", &Catalogue::bars_title, "…"},
    Entry<std::string>{"page_details", &Catalogue::page_details, "…"},
    Entry<std::string>{"page_download", &Catalogue::page_download, "…"},
    Entry<std::string>{"page_table", &Catalogue::page_table, "…"},
    Entry<std::string>{"source", &Catalogue::source, "…: {source}"},
    // Tile maps.
    Entry<std::string>{"tile_map", &Catalogue::tile_map, "…"},
    Entry<std::string>{"tiles_note", &Catalogue::tiles_note, "… {noun} …"},
    // Categorical maps.
    Entry<std::string>{"in_groups", &Catalogue::in_groups, "{places} … {groups}"},
    Entry<std::string>{"group_members", &Catalogue::group_members, "{group} ({count}): {names}"},
    Entry<std::string>{"not_grouped", &Catalogue::not_grouped, "…: {names}"},
    Entry<std::string>{"no_group", &Catalogue::no_group, "…"},
    // Small multiples.
    Entry<std::string>{"panels_span", &Catalogue::panels_span, "{opening}, {first} … {last}"},
    Entry<std::string>{"panel_scope", &Catalogue::panel_scope, "{panel}: {scope}"},
    Entry<std::string>{"panel_place", &Catalogue::panel_place, "{label}, {panel}"},
    Entry<std::string>{"panel_total", &Catalogue::panel_total, "{number} … {panel}"},
    Entry<std::string>{"panels_totals", &Catalogue::panels_totals, "{nouns}: {totals}"},
    Entry<std::string>{"panels_rise", &Catalogue::panels_rise, "{last} > {first}: {number}"},
    Entry<std::string>{"panels_fall", &Catalogue::panels_fall, "{last} < {first}: {number}"},
    Entry<std::string>{"panels_level", &Catalogue::panels_level, "{last} = {first}"},
    Entry<std::string>{"panels_highest", &Catalogue::panels_highest, "{quantity}: {name}, {panel}"},
    Entry<std::string>{"panels_none", &Catalogue::panels_none, "0 {nouns}: {names}"},
    // Where things are on a map, and headlines.
    Entry<std::string>{"spread", &Catalogue::spread, "{scope}, {north}, {south}"},
    Entry<std::string>{"cluster_beside", &Catalogue::cluster_beside, "{name}, {number} {noun}"},
    Entry<std::string>{"cluster_joined", &Catalogue::cluster_joined, "{name}, {number} {noun}"},
    Entry<std::string>{"cluster_few", &Catalogue::cluster_few, "{names}"},
    Entry<std::string>{"cluster_named", &Catalogue::cluster_named, "{cluster} ({names})"},
    Entry<std::string>{"cluster_has", &Catalogue::cluster_has,
                       "{cluster}: {number} / {whole}, {share}"},
    Entry<std::string>{"cluster_has_short", &Catalogue::cluster_has_short, "{cluster}: {number}"},
    Entry<std::string>{"cluster_all", &Catalogue::cluster_all, "… {nouns}"},
    Entry<std::string>{"leader_with_beside", &Catalogue::leader_with_beside,
                       "{number} {noun}: {sum}"},
    Entry<std::string>{"leader_with_joined", &Catalogue::leader_with_joined,
                       "{number} {noun}: {sum}"},
    Entry<std::string>{"among_them", &Catalogue::among_them, "{text}: {group}"},
    Entry<std::string>{"all_together", &Catalogue::all_together, "{text} …"},
    Entry<std::string>{"lie_together", &Catalogue::lie_together, "{number}: {names}"},
    Entry<std::string>{"lie_next", &Catalogue::lie_next, "{number}: {names}"},
    Entry<std::string>{"lie_all", &Catalogue::lie_all, "{number}: {names}"},
    Entry<std::string>{"alike_highest", &Catalogue::alike_highest, "{count}, {number}: {names}"},
    Entry<std::string>{"alike_highest_all", &Catalogue::alike_highest_all, "{count}: {names}"},
    Entry<std::string>{"alike_lowest", &Catalogue::alike_lowest, "{count}, {number}: {names}"},
    Entry<std::string>{"alike_lowest_all", &Catalogue::alike_lowest_all, "{count}: {names}"},
    Entry<std::string>{"headline_cluster", &Catalogue::headline_cluster,
                       "{cluster}: {share} {nouns}"},
    Entry<std::string>{"headline_places", &Catalogue::headline_places, "{nouns}: {places}"},
    Entry<std::string>{"headline_below_zero", &Catalogue::headline_below_zero, "{places} …"},
    Entry<std::string>{"headline_range", &Catalogue::headline_range,
                       "{low} {low_names}, {high} {high_names}"},
    // Labels of a map that have no room on it.
    Entry<std::string>{"numbers_title", &Catalogue::numbers_title, "…"},
    Entry<std::string>{"enlarged_title", &Catalogue::enlarged_title, "…"},
    // Rates.
    Entry<std::string>{"rate_measure", &Catalogue::rate_measure, "{nouns} / {per}"},
    Entry<std::string>{"rate_amount", &Catalogue::rate_amount, "{number} / {per}"},
    Entry<std::string>{"rate_with_count", &Catalogue::rate_with_count, "{rate} ({count})"},
    Entry<std::string>{"rate_overall", &Catalogue::rate_overall, "{scope}, {rate}"},
    Entry<std::string>{"rate_list", &Catalogue::rate_list, "{title} ({measure})"},
    Entry<std::string>{"by_rate", &Catalogue::by_rate, "…"},
    Entry<std::string>{"rate_highest_level", &Catalogue::rate_highest_level, "{names}: {rate} …"},
    Entry<std::string>{"rate_highest_many", &Catalogue::rate_highest_many, "… {rate} … {counted}"},
    Entry<std::string>{"rate_lowest_level", &Catalogue::rate_lowest_level, "{names}: {rate} …"},
    Entry<std::string>{"rates_all", &Catalogue::rates_all, "{measure}: {rates}"},
    Entry<std::string>{"rates_equal", &Catalogue::rates_equal, "{measure}: {rates}"},
    Entry<std::string>{"rates_ends", &Catalogue::rates_ends, "{measure}: {highest}. …: {lowest}"},
    Entry<std::string>{"few_cases_all", &Catalogue::few_cases_all, "… {least}"},
    Entry<std::string>{"few_cases_note_all", &Catalogue::few_cases_note_all, "… {least}"},
    Entry<std::string>{"few_cases_mark", &Catalogue::few_cases_mark, "{rate} [u]"},
    Entry<std::string>{"subtitle_population", &Catalogue::subtitle_population, "{measure}, {year}"},
    Entry<std::string>{"population_heading", &Catalogue::population_heading, "… {year}"},
    Entry<std::string>{"population_source", &Catalogue::population_source, "… {year}"},
    // Maps of circles and dots, frames, and what stands beside a map.
    Entry<std::string>{"symbol_map", &Catalogue::symbol_map, "…"},
    Entry<std::string>{"dot_map", &Catalogue::dot_map, "…"},
    Entry<std::string>{"circles_title", &Catalogue::circles_title, "…"},
    Entry<std::string>{"symbol_areas", &Catalogue::symbol_areas, "… {noun} … {measure}"},
    Entry<std::string>{"dot_label", &Catalogue::dot_label, "1 … = {quantity}"},
    Entry<std::string>{"dot_meaning", &Catalogue::dot_meaning, "1 …: {quantity}"},
    Entry<std::string>{"dot_places", &Catalogue::dot_places, "… {noun} …"},
    Entry<std::string>{"dot_rounding", &Catalogue::dot_rounding, "… {number} …"},
    Entry<std::string>{"framed", &Catalogue::framed, "{name} …: {reason}"},
    Entry<std::string>{"kilometres", &Catalogue::kilometres, "{number} km"},
    Entry<std::string>{"north", &Catalogue::north, "N"},
};

constexpr std::array clauses{
    Entry<Agreeing>{"leader_share", &Catalogue::leader_share, "{names}: {number}, {share}"},
    Entry<Agreeing>{"leader_share_of", &Catalogue::leader_share_of,
                    "{names}: {number} / {whole}, {share}"},
    Entry<Agreeing>{"leader_most", &Catalogue::leader_most, "{names}: {number} …"},
    Entry<Agreeing>{"leader_most_of", &Catalogue::leader_most_of, "{names}: {number} / {whole}"},
    Entry<Agreeing>{"has", &Catalogue::has, "{names}: {amount}"},
    Entry<Agreeing>{"fewest", &Catalogue::fewest, "{names}: {number} …"},
    Entry<Agreeing>{"below_zero", &Catalogue::below_zero, "{names} …"},
    // Where things are on a map, and headlines.
    Entry<Agreeing>{"lie_apart", &Catalogue::lie_apart, "…: {names}"},
    Entry<Agreeing>{"headline_share", &Catalogue::headline_share, "{names}: {share} {nouns}"},
    Entry<Agreeing>{"headline_highest", &Catalogue::headline_highest, "{names}: {quantity}"},
    // Rates.
    Entry<Agreeing>{"rate_highest", &Catalogue::rate_highest, "{names}: {rate} …"},
    Entry<Agreeing>{"rate_lowest", &Catalogue::rate_lowest, "{names}: {rate} …"},
    Entry<Agreeing>{"rate_most_counted", &Catalogue::rate_most_counted,
                    "{names}: {nouns} {number} ({rate})"},
    Entry<Agreeing>{"few_cases", &Catalogue::few_cases, "{part} / {whole} … {least}"},
    Entry<Agreeing>{"few_cases_note", &Catalogue::few_cases_note, "{names} … {least}"},
};

constexpr std::array nouns{
    Entry<Noun>{"area", &Catalogue::area, "…"},
    Entry<Noun>{"category", &Catalogue::category, "…"},
    Entry<Noun>{"council_area", &Catalogue::council_area, "…"},
    Entry<Noun>{"class_noun", &Catalogue::class_noun, "…"},
    Entry<Noun>{"times", &Catalogue::times, "{number} …"},
    Entry<Noun>{"group_noun", &Catalogue::group_noun, "…"},
    Entry<Noun>{"map_noun", &Catalogue::map_noun, "…"},
    Entry<Noun>{"person", &Catalogue::person, "…"}, // of rates
};

constexpr std::array lists{
    Entry<std::vector<std::string>>{"number_words", &Catalogue::number_words, "[0, 1, …]"},
    Entry<std::vector<std::string>>{"compound_marks", &Catalogue::compound_marks, "[\", \"]"},
    Entry<std::vector<std::string>>{"title_words", &Catalogue::title_words, "[]"},
};

constexpr std::array number_keys{
    Key{"thousands", "\",\"", true},
    Key{"point", "\".\"", true},
    Key{"minus", "\u2212", true},
};

constexpr std::array clause_keys{Key{"one", "…", true}, Key{"many", "…", true}};

constexpr std::size_t size_of_number_words = 10;

/// All keys of a catalogue.
std::vector<Key> catalogue_keys() {
    std::vector<Key> keys{{"language", "en", true}, {"numbers", "{thousands: \",\", …}", true}};
    const auto add = [&](const auto& entries) {
        for (const auto& entry : entries) {
            keys.push_back({entry.key, entry.example, true});
        }
    };
    add(texts);
    add(clauses);
    add(nouns);
    add(lists);
    return keys;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A template with exactly the places of the example.
std::string read_template(MapReader& map, std::string_view key, std::string_view example) {
    std::string text = map.text(key).value_or("");
    const std::vector<std::string> places = places_in(text);
    const std::vector<std::string> wanted = places_in(example);
    for (const std::string& place : places) {
        if (!holds(wanted, place)) {
            map.report(
                key, fmt::format("{} has no place {{{}}}", in_quotes(key), place),
                wanted.empty()
                    ? "take it out"
                    : did_you_mean(place, wanted, "its places are " + quoted_list(wanted, "and")));
        }
    }
    for (const std::string& place : wanted) {
        if (!text.empty() && !holds(places, place)) {
            map.report(key, fmt::format("{} leaves out {{{}}}", in_quotes(key), place),
                       "its places are " + quoted_list(wanted, "and"));
        }
    }
    return text;
}

Noun read_noun(MapReader& map, const Entry<Noun>& entry, const std::string& language) {
    Noun noun;
    if (auto forms = map.map(entry.key, noun_keys(language))) {
        const auto form = [&](std::string_view key) {
            return forms->find(key) == nullptr ? std::string()
                                               : read_template(*forms, key, entry.example);
        };
        noun = {form("one"), form("other"), form("two"), form("few")};
    }
    return noun;
}

Agreeing read_clause(MapReader& map, const Entry<Agreeing>& entry) {
    Agreeing clause;
    if (auto forms = map.map(entry.key, clause_keys)) {
        clause = {read_template(*forms, "one", entry.example),
                  read_template(*forms, "many", entry.example)};
    }
    return clause;
}

/// Texts as they are, with the spaces at their ends; the list may be empty.
std::vector<std::string> read_words(MapReader& map, std::string_view key, YamlLog& log) {
    std::vector<std::string> words;
    const YamlValue* value = map.find(key);
    if (value == nullptr || value->type != YamlValue::Type::list) {
        if (value != nullptr) {
            map.report(key, in_quotes(key) + " is not a list", "write it in brackets: [a, b]");
        }
        return words;
    }
    for (const YamlValue& item : value->items) {
        if (item.type != YamlValue::Type::text || item.text.empty()) {
            log.report(item, in_quotes(key) + " has an item that is not text", "write a text");
        }
        words.push_back(item.text);
    }
    return words;
}

NumberFormat read_numbers(MapReader& map) {
    NumberFormat format;
    if (auto numbers = map.map("numbers", number_keys)) {
        format.thousands = numbers->text("thousands").value_or("");
        format.point = numbers->text("point").value_or("");
        format.minus = numbers->text("minus").value_or("");
    }
    return format;
}

} // namespace

std::vector<std::string> places_in(std::string_view text) {
    std::vector<std::string> places;
    while (true) {
        const std::size_t open = text.find('{');
        const std::size_t close = text.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            return places;
        }
        places.emplace_back(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

Catalogue read_catalogue(const std::filesystem::path& path) {
    const YamlValue root = read_yaml(path, path.string());
    YamlLog log{.file = path.string()};
    if (root.type != YamlValue::Type::map) {
        log.report(root, "a catalogue is a map of keys, and this is not one",
                   "write keys that end in a colon and a space");
        throw Error(std::move(log.problems));
    }
    const std::vector<Key> keys = catalogue_keys();
    MapReader map(root, keys, log);
    Catalogue catalogue;
    if (const YamlValue* language = map.find("language")) {
        const std::vector<std::string> known = known_languages();
        const auto index = read_word(*language, "language", known, log);
        catalogue.language = index ? known[*index] : "";
    }
    catalogue.numbers = read_numbers(map);
    for (const auto& entry : texts) {
        catalogue.*entry.value = read_template(map, entry.key, entry.example);
    }
    for (const auto& entry : clauses) {
        catalogue.*entry.value = read_clause(map, entry);
    }
    for (const auto& entry : nouns) {
        catalogue.*entry.value = read_noun(map, entry, catalogue.language);
    }
    for (const auto& entry : lists) {
        catalogue.*entry.value = read_words(map, entry.key, log);
    }
    if (map.find("number_words") != nullptr &&
        catalogue.number_words.size() != size_of_number_words) {
        map.report("number_words",
                   fmt::format("\"number_words\" has {} items, not {}",
                               catalogue.number_words.size(), size_of_number_words),
                   "write the numbers from 0 to 9");
    }
    if (!log.problems.empty()) {
        throw Error(std::move(log.problems));
    }
    return catalogue;
}

} // namespace cairn::input
