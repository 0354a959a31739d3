#include "render/facts/gather/gather.h"

#include "base/name_key.h"
#include "base/number.h"
#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/facts/gather/drawn.h"
#include "render/facts/gather/figure_nouns.h"
#include "render/facts/gather/mark_values.h"
#include "render/facts/gather/rates.h"
#include "render/facts/gather/repeated_rows.h"
#include "render/facts/gather/shade.h"
#include "render/facts/gather/shown_decimals.h"
#include "render/facts/gather/total_row.h"
#include "render/facts/gather/unmatched_rows.h"
#include "render/facts/gather/unplaced_rows.h"
#include "render/input/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <stdexcept>
#include <utility>

namespace cairn::facts {
namespace {

using input::FigureSpec;
using input::Observation;
using input::Observations;

/// All that a figure's facts have in common before its rows are read.
Facts facts_of(const FigureSpec& spec, const Observations& observations,
               const std::string& attribution, const input::Catalogue& catalogue, bool councils) {
    Facts facts;
    facts.id = spec.id;
    facts.project = one_line(spec.project);
    facts.title = one_line(spec.title);
    facts.wants_headline = spec.headline;
    facts.subtitle = one_line(spec.subtitle);
    facts.note = one_line(spec.note);
    facts.source = one_line(spec.source);
    facts.attribution = one_line(attribution);
    facts.language = spec.language;
    facts.subtitle_language = spec.subtitle_language;
    facts.note_language = spec.note_language;
    facts.source_language = spec.source_language;
    if (attribution.empty()) {
        facts.attribution_language = "";
    } else if (has_named_boundaries(spec)) {
        facts.attribution_language = input::other_language("en", spec.language);
    } else if (spec.boundaries) {
        facts.attribution_language = spec.boundaries->attribution_language;
    }
    facts.unit = unit_of(spec, observations, facts.warnings);
    facts.item = item_of(spec, observations, catalogue, councils);
    add_headings(facts, observations);
    facts.decimals = observations.decimals;
    const auto& aggregation = spec.data.records.aggregation;
    facts.adds_up =
        (!aggregation || input::adds_up(aggregation->of)) &&
        std::ranges::count(observations.rows, Reason::suppressed, &Observation::reason) == 0;
    facts.rows_read = observations.rows.size();
    return facts;
}

void add_total(Facts& facts, const std::vector<Observation>& rows) {
    double total = 0;
    for (const Observation& row : rows) {
        total += row.value.value_or(0);
    }
    facts.total = rounded(total, facts.decimals);
}

void sort_by_value(std::span<Drawn> rows, input::Sort order) {
    if (order == input::Sort::file) {
        return;
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const Drawn& a, const Drawn& b) {
        if (!a.fact.value || !b.fact.value) {
            return a.fact.value.has_value() && !b.fact.value.has_value();
        }
        return order == input::Sort::ascending ? *a.fact.value < *b.fact.value
                                               : *a.fact.value > *b.fact.value;
    });
}

/// The facts in their final order, with what follows from them.
void add_facts(Facts& facts, const std::vector<Drawn>& rows) {
    for (const Drawn& row : rows) {
        facts.facts.push_back(row.fact);
        if (!row.fact.value) {
            facts.missing.push_back(row.fact.label);
        }
    }
    set_shown_decimals(facts);
}

std::vector<Drawn> bars_of(const FigureSpec& spec, const Observations& observations,
                           const std::vector<Observation>& rows, Facts& facts,
                           std::vector<Problem>& problems) {
    std::vector<Drawn> bars;
    std::map<std::string, std::size_t> known;
    std::vector<RowsOfOne> rows_of;
    std::vector<Problem> second_rows;
    for (const Observation& row : rows) {
        const std::string& label = row.label;
        const auto [entry, is_new] = known.emplace(label, bars.size());
        rows_of.resize(known.size());
        rows_of[entry->second].push_back(&row);
        if (is_new) {
            bars.push_back({{label, "", row.value, std::nullopt, true, row.language}, row.line});
            bars.back().fact.denominator = row.per;
            bars.back().fact.reason = row.reason;
            bars.back().fact.rest_of = row.rest_of;
            bars.back().fact.rest_with_some = row.rest_with_some;
        } else if (spec.duplicates == input::Duplicates::sum) {
            add_to(bars[entry->second], row, observations, facts);
        } else {
            second_rows.push_back(
                second_row(row, observations, label, label, bars[entry->second].line));
        }
    }
    const Noun item = is_english(spec) ? facts.item : Noun{"label", "labels"};
    add_second_rows(spec, observations, rows_of, item, std::move(second_rows), problems);
    return bars;
}

/// What messages call an area of the map.
Noun item_in_english(const FigureSpec& spec, const Facts& facts) {
    return is_english(spec) ? facts.item : Noun{"area of the map", "areas of the map"};
}

/// What a region is called in the figure's language, and its language where it has no name in it.
Fact fact_of(const geo::Place& place, const std::optional<double>& value, bool in_table,
             const std::string& language) {
    const bool gaelic = input::language_of(language) == "gd" && !place.name_gd.empty();
    const bool is_gaelic = !place.name_gd.empty() && (gaelic || place.name == place.name_gd);
    return {gaelic ? place.name_gd : place.name,
            place.code,
            value,
            std::nullopt,
            in_table,
            input::other_language(is_gaelic ? "gd" : "en", language),
            input::language_of(language) == "gd" ? place.short_name_gd : place.short_name,
            place.letters.empty() ? place.iso.substr(place.iso.find('-') + 1) : place.letters};
}

/// The rows that have a region.
struct Joined {
    std::vector<Drawn> rows;
    std::map<std::size_t, std::size_t> row_of; ///< by place, the index of its row
};

Joined join_rows(const FigureSpec& spec, const Observations& observations,
                 const std::vector<Observation>& rows, const geo::Gazetteer& places, Facts& facts,
                 std::vector<Problem>& problems) {
    const Noun item = item_in_english(spec, facts);
    Joined joined;
    std::vector<const Observation*> unmatched;
    std::vector<RowsOfOne> rows_of;
    std::vector<Problem> second_rows;
    for (const Observation& row : rows) {
        const std::string& label = row.label;
        const std::optional<std::size_t> index = places.find(label);
        if (!index) {
            unmatched.push_back(&row);
            continue;
        }
        const geo::Place& place = places.places()[*index];
        const auto [entry, is_new] = joined.row_of.emplace(*index, joined.rows.size());
        rows_of.resize(joined.row_of.size());
        rows_of[entry->second].push_back(&row);
        if (is_new) {
            joined.rows.push_back(
                {fact_of(place, row.value, true, spec.language), row.line, *index});
            joined.rows.back().fact.denominator = row.per;
            joined.rows.back().fact.reason = row.reason;
        } else if (spec.duplicates == input::Duplicates::sum) {
            add_to(joined.rows[entry->second], row, observations, facts);
        } else {
            second_rows.push_back(second_row(row, observations, label,
                                             rows_of[entry->second].front()->label,
                                             joined.rows[entry->second].line));
        }
    }
    add_unmatched(spec, observations, rows, unmatched, places, item, facts, problems);
    add_second_rows(spec, observations, rows_of, item, std::move(second_rows), problems);
    return joined;
}

/// The regions that no row is about, by name.
std::vector<Drawn> regions_without_row(const FigureSpec& spec, const geo::Gazetteer& places,
                                       const std::map<std::size_t, std::size_t>& with_row) {
    const std::optional<double> value =
        spec.absent == input::Absent::zero ? std::optional(0.0) : std::nullopt;
    std::vector<Drawn> regions;
    for (std::size_t i = 0; i < places.places().size(); ++i) {
        const geo::Place& place = places.places()[i];
        if (!with_row.contains(i)) {
            regions.push_back({fact_of(place, value, false, spec.language), 0, i});
        }
    }
    const auto key = [&](const Drawn& region) {
        return input::sort_key(region.fact.label, spec.language);
    };
    std::stable_sort(regions.begin(), regions.end(),
                     [&](const Drawn& a, const Drawn& b) { return key(a) < key(b); });
    return regions;
}

/// Whose value it is, for messages: `"Fife" (place.csv:3)`.
std::string whose(const Drawn& row, const Observations& observations) {
    const std::string label = in_quotes(row.fact.label);
    return row.line == 0 ? label : fmt::format("{} ({}:{})", label, observations.file, row.line);
}

/// Values with whose they are, for messages.
struct Named {
    std::vector<double> values{};
    std::vector<std::string> names{};
};

/// So many, where there are any.
std::optional<std::size_t> if_any(std::size_t count) {
    return count > 0 ? std::optional(count) : std::nullopt;
}

/// The values that circles or dots show. Adds a problem where `unfit` finds one with them.
std::vector<double> values_of_marks(const Observations& observations,
                                    const std::vector<Drawn>& rows, const auto& unfit,
                                    std::vector<Problem>& problems) {
    Named shown;
    for (const Drawn& row : rows) {
        if (row.fact.value) {
            shown.values.push_back(*row.fact.value);
            shown.names.push_back(whose(row, observations));
        }
    }
    if (std::optional<Problem> problem = unfit(shown.values, shown.names)) {
        problem->where = {.file = observations.file};
        problems.push_back(std::move(*problem));
    }
    return std::move(shown.values);
}

std::optional<std::size_t> zeros_among(const std::vector<double>& values) {
    return if_any(static_cast<std::size_t>(std::ranges::count(values, 0.0)));
}

/// The points of the rows, each with the fact that it is counted into.
Points points_of(const Observations& observations, const std::vector<Drawn>& rows,
                 const geo::Gazetteer& places) {
    std::map<std::size_t, std::size_t> fact_of_place;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        fact_of_place.emplace(rows[i].place, i);
    }
    Points points;
    std::vector<std::size_t> counted(rows.size(), 0);
    for (const input::PointInArea& point : observations.points) {
        const std::size_t fact = fact_of_place.at(places.find(point.area).value());
        points.all.push_back({fact, point.place});
        ++counted[fact];
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<double>(counted[i]) != rows[i].fact.value.value_or(0)) {
            throw std::logic_error("a fact has another number of points than its value");
        }
    }
    return points;
}

/// Areas in shades, each with its class.
Areas shaded(const FigureSpec& spec, const Observations& observations, Facts& facts,
             const std::vector<Drawn>& rows, std::vector<Problem>& problems) {
    std::vector<std::string> names;
    names.reserve(rows.size());
    for (const Drawn& row : rows) {
        names.push_back(whose(row, observations));
    }
    try {
        Shaded found = shade(spec.classes, facts, names);
        return {.shown = std::move(found.shades), .zero_count = found.zero_count};
    } catch (const Error& error) {
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        return {};
    }
}

/// Where the areas of the facts lie, in the order of the facts.
void add_whereabouts(Facts& facts, const std::vector<Drawn>& rows,
                     const geo::Whereabouts& whereabouts) {
    if (whereabouts.neighbours.empty()) {
        return;
    }
    std::vector<std::size_t> fact_of_place(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        fact_of_place.at(rows[i].place) = i;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t own = rows[i].place;
        const geo::Box& box = whereabouts.boxes.at(own);
        MapArea& area = facts.facts[i].area.emplace(
            MapArea{.south = box.min_y, .north = box.max_y, .size = whereabouts.areas.at(own)});
        for (const std::size_t place : whereabouts.neighbours.at(own)) {
            area.neighbours.push_back(fact_of_place.at(place));
        }
        std::ranges::sort(area.neighbours);
    }
}

/// The facts of a map; `show_values` gives the areas, from the facts, their rows and the problems
/// so far.
Facts gather_areas(const FigureSpec& spec, const Observations& observations,
                   const geo::Gazetteer& places, const std::string& attribution,
                   const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts,
                   const auto& show_values) {
    Facts facts = facts_of(spec, observations, attribution, catalogue, are_council_areas(places));
    std::vector<Problem> problems;
    const auto is_region = [&](const std::string& label) { return places.find(label).has_value(); };
    Rows rows = part_map_rows(observations, facts, is_region);
    add_total(facts, rows.data);
    set_unplaced_apart(spec, observations, item_in_english(spec, facts), is_region, rows.data,
                       facts, problems);
    Joined joined = join_rows(spec, observations, rows.data, places, facts, problems);
    check_totals(spec, rows, observations, facts, problems);
    check_expected_total(spec, observations, facts, problems);
    std::vector<Drawn> regions = std::move(joined.rows);
    const std::size_t with_row = regions.size();
    const std::vector<Drawn> rest = regions_without_row(spec, places, joined.row_of);
    regions.insert(regions.end(), rest.begin(), rest.end());
    if (spec.data.rate) {
        make_rates(spec, observations, rows.data, &places, catalogue, facts, regions, problems);
    }
    sort_by_value(std::span(regions).first(with_row), spec.sort);
    add_facts(facts, regions);
    facts.body = show_values(facts, regions, problems);
    throw_any(std::move(problems));
    add_whereabouts(facts, regions, whereabouts);
    return facts;
}

} // namespace

Facts gather_bars(const FigureSpec& spec, const Observations& observations,
                  const input::Catalogue& catalogue) {
    Facts facts = facts_of(spec, observations, "", catalogue, false);
    std::vector<Problem> problems;
    const Rows rows = part_bar_rows(observations, facts);
    add_total(facts, rows.data);
    std::vector<Drawn> bars = bars_of(spec, observations, rows.data, facts, problems);
    check_totals(spec, rows, observations, facts, problems);
    check_expected_total(spec, observations, facts, problems);
    if (spec.data.rate) {
        make_rates(spec, observations, rows.data, nullptr, catalogue, facts, bars, problems);
    }
    throw_any(std::move(problems));
    // What `top` puts together comes last in the table, and stays there.
    const bool has_rest = !bars.empty() && bars.back().fact.rest_of > 0;
    // Bins and pairs have an order of their own.
    const bool has_order = spec.data.records.bin || !spec.data.records.by.empty();
    if (!has_order) {
        sort_by_value(std::span(bars).first(bars.size() - (has_rest ? 1 : 0)), spec.sort);
    }
    add_facts(facts, bars);
    return facts;
}

Facts gather_map(const FigureSpec& spec, const Observations& observations,
                 const geo::Gazetteer& places, const std::string& attribution,
                 const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts) {
    return gather_areas(
        spec, observations, places, attribution, catalogue, whereabouts,
        [&](Facts& facts, const std::vector<Drawn>& rows, std::vector<Problem>& problems) {
            return shaded(spec, observations, facts, rows, problems);
        });
}

Facts gather_tiles(const FigureSpec& spec, const Observations& observations,
                   const geo::Gazetteer& places, const std::string& attribution,
                   const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts) {
    return gather_areas(
        spec, observations, places, attribution, catalogue, whereabouts,
        [&](Facts& facts, const std::vector<Drawn>& rows, std::vector<Problem>& problems) {
            Areas areas = shaded(spec, observations, facts, rows, problems);
            areas.as_tiles = true;
            return areas;
        });
}

Facts gather_circles(const FigureSpec& spec, const Observations& observations,
                     const geo::Gazetteer& places, const std::string& attribution,
                     const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts) {
    return gather_areas(
        spec, observations, places, attribution, catalogue, whereabouts,
        [&](const Facts& facts, const std::vector<Drawn>& rows, std::vector<Problem>& problems) {
            const std::vector<double> values =
                values_of_marks(observations, rows, unfit_for_circles, problems);
            const double highest = values.empty() ? 0 : std::max(0.0, std::ranges::max(values));
            return Areas{.shown = Circles{legend_sizes(highest, facts.decimals == 0)},
                         .zero_count = zeros_among(values)};
        });
}

Facts gather_dots(const FigureSpec& spec, const Observations& observations,
                  const geo::Gazetteer& places, const std::string& attribution,
                  const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts) {
    return gather_areas(spec, observations, places, attribution, catalogue, whereabouts,
                        [&](const Facts& /*facts*/, const std::vector<Drawn>& rows,
                            std::vector<Problem>& problems) {
                            const std::vector<double> values =
                                values_of_marks(observations, rows, unfit_for_dots, problems);
                            Areas areas{.shown = Dots{spec.per_dot},
                                        .zero_count = zeros_among(values)};
                            if (spec.dots_at_points) {
                                areas.shown = points_of(observations, rows, places);
                            }
                            return areas;
                        });
}

} // namespace cairn::facts
