#include "render/advice.h"

#include "render/facts/number.h"
#include "render/facts/summary.h"
#include "render/input/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace cairn {

namespace {

/// Names of columns stand in quotes where YAML would read something else.
std::string as_yaml(const std::string& column) {
    const bool plain = std::all_of(column.begin(), column.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == ' ' || c == '_' || c == '-';
    });
    return plain && column.front() != '-' ? column : "\"" + column + "\"";
}

/// People in all areas of the map; nothing where they are not known.
std::optional<double> people_in(const BoundarySet& boundaries) {
    double people = 0;
    for (const geo::Place& place : boundaries.places.places()) {
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

std::string remedy_for_counts(const Prepared& map) {
    const std::optional<double> people = people_in(*map.boundaries);
    const std::string per =
        people ? fmt::format("population, factor: {}", factor_for(map.facts.total, *people))
               : std::string("Population, factor: 1000");
    return fmt::format("show the rate, value: {{column: {}, per: {}}}{}, or draw the counts as "
                       "symbols, kind: symbols",
                       as_yaml(map.spec.data.value_column), per,
                       people ? "" : ", from a column with the population");
}

} // namespace

std::optional<Problem> advice_on_counts(std::span<const PreparedFile> files) {
    const Prepared* first = nullptr;
    std::vector<std::string> ids;
    for (const PreparedFile& file : files) {
        for (const Prepared& one : file.figures) {
            const bool shades_counts = one.spec.kind == input::Kind::choropleth &&
                                       facts::are_counts(one.facts) && one.facts.total > 0;
            if (!shades_counts) {
                continue;
            }
            first = first == nullptr ? &one : first;
            if (std::find(ids.begin(), ids.end(), one.spec.id) == ids.end()) {
                ids.push_back(one.spec.id);
            }
        }
    }
    if (first == nullptr) {
        return std::nullopt;
    }
    return Problem{
        .where = first->spec.data.value_where,
        .what = fmt::format("{} {} areas by counts, which show much of where people live",
                            input::quoted_list(ids, "and"), ids.size() == 1 ? "shades" : "shade"),
        .remedy = remedy_for_counts(*first)};
}

} // namespace cairn
