#include "render/run/advice.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/quote.h"
#include "render/facts/body.h"
#include "render/facts/unit.h"
#include "render/words/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn {

namespace {

/// Names of columns stand in quotes where YAML would read something else.
std::string as_yaml(const std::string& column) {
    const bool plain = std::ranges::all_of(
        column, [](char c) { return is_letter_or_digit(c) || c == ' ' || c == '_' || c == '-'; });
    if (plain && column.front() != '-') {
        return column;
    }
    std::string quoted = "\"";
    for (const char c : column) {
        quoted += c == '"' || c == '\\' ? "\\" : "";
        quoted += c;
    }
    return quoted + "\"";
}

/// People in all areas of the map; nothing where they are not known.
std::optional<double> people_in(const geo::Gazetteer& places) {
    double people = 0;
    for (const geo::Place& place : places.places()) {
        if (!place.population) {
            return std::nullopt;
        }
        people += place.population->people;
    }
    return people;
}

/// Per so many people that the rate of all is 1 or more, where 100,000 do.
double factor_for(double count, double people) {
    constexpr double least = 1000;
    constexpr double most = 100000;
    double factor = least;
    while (factor < most && count * factor < people) {
        factor *= 10;
    }
    return factor;
}

/// Maps that one piece of advice is about.
using Maps = std::vector<const Prepared*>;

Maps maps_where(std::span<const PreparedFile> files, const auto& holds) {
    Maps maps;
    for (const PreparedFile& file : files) {
        for (const Prepared& one : file.figures) {
            if (holds(one)) {
                maps.push_back(&one);
            }
        }
    }
    return maps;
}

/// "a", "b" and "c", each once: a figure may be there in two languages.
std::vector<std::string> ids_of(const Maps& maps) {
    std::vector<std::string> ids;
    for (const Prepared* map : maps) {
        if (std::find(ids.begin(), ids.end(), map->spec.id) == ids.end()) {
            ids.push_back(map->spec.id);
        }
    }
    return ids;
}

bool shades_counts(const Prepared& one) {
    return facts::has_shades(one.facts) && words::are_amounts(one.facts) && one.facts.total > 0;
}

bool marks_measure(const Prepared& one) {
    return facts::has_amounts(one.facts) && !one.facts.unit.other.empty() &&
           !facts::can_be_counted(one.facts.unit);
}

std::string remedy_for_map(const Prepared& map, const std::optional<double>& people) {
    const std::string per =
        people ? fmt::format("population, factor: {}", factor_for(map.facts.total, *people))
               : std::string("Population, factor: 1000");
    return fmt::format("show the rate, value: {{column: {}, per: {}}}{}, or draw the counts as "
                       "symbols, kind: symbols",
                       as_yaml(map.spec.data.value_column), per,
                       people ? "" : ", from a column with the population");
}

/// Small multiples can be neither: their rates stand in the table.
std::string remedy_for_counts(const Maps& maps) {
    const auto single = std::find_if(maps.begin(), maps.end(), [](const Prepared* map) {
        return facts::panels_of(map->facts).empty();
    });
    const bool has_panels = std::any_of(maps.begin(), maps.end(), [](const Prepared* map) {
        return !facts::panels_of(map->facts).empty();
    });
    std::string panels = "write the rates of each map in the table, and value: their column";
    if (single == maps.end()) {
        return panels;
    }
    const std::string one = remedy_for_map(**single, people_in(*(*single)->places));
    return has_panels ? fmt::format("{}; for small multiples, {}", one, panels) : one;
}

Problem advice(const Maps& maps, std::string_view one, std::string_view several,
               std::string_view what, std::string remedy) {
    const std::vector<std::string> ids = ids_of(maps);
    return {.where = maps.front()->spec.data.value_where,
            .what = fmt::format("{} {} {}", quoted_list(ids, "and"),
                                ids.size() == 1 ? one : several, what),
            .remedy = std::move(remedy)};
}

} // namespace

std::vector<Problem> advice_on_maps(std::span<const PreparedFile> files) {
    std::vector<Problem> all;
    if (const Maps maps = maps_where(files, shades_counts); !maps.empty()) {
        all.push_back(advice(maps, "shades", "shade",
                             "areas by counts, which show much of where people live",
                             remedy_for_counts(maps)));
    }
    if (const Maps maps = maps_where(files, marks_measure); !maps.empty()) {
        all.push_back(advice(maps, "shows", "show",
                             "a rate or a share by circles or dots, which stand for amounts",
                             "write kind: choropleth, unless the values add up to one whole"));
    }
    return all;
}

} // namespace cairn
