#include "render/input/place/own_gazetteer.h"

#include "base/quote.h"
#include "base/read_number.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/place/known_names.h"
#include "render/input/place/points.h"
#include "render/input/table/table.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace cairn::input {

namespace {

/// A column that a gazetteer may have.
class MaybeColumn {
  public:
    MaybeColumn(const Table& table, const char* name)
        : m_index(columns_named(table, name).empty()
                      ? std::nullopt
                      : std::optional(column_index(table, name, {.file = table.file, .line = 1}))) {
    }

    explicit operator bool() const { return m_index.has_value(); }
    [[nodiscard]] std::string of(const Row& row) const {
        return m_index ? one_line(row.cells[*m_index]) : std::string();
    }

  private:
    std::optional<std::size_t> m_index;
};

Problem problem_at(const OwnGazetteer& gazetteer, const GazetteerEntry& entry,
                   const std::string& field, std::string what, std::string remedy) {
    return {{.file = gazetteer.file, .line = entry.line, .field = field},
            std::move(what),
            std::move(remedy)};
}

std::optional<double> degrees(const std::string& text) {
    const auto read = parse_number(text);
    const auto* number = std::get_if<Number>(&read);
    return number == nullptr ? std::nullopt : std::optional(number->value);
}

std::variant<std::size_t, Problem> area_of_point(const OwnGazetteer& gazetteer,
                                                 const GazetteerEntry& entry,
                                                 const geo::RegionOfPoint& region_of) {
    const std::optional<double> longitude = degrees(entry.longitude);
    const std::optional<double> latitude = degrees(entry.latitude);
    if (!longitude || !latitude) {
        return problem_at(gazetteer, entry, longitude ? "latitude" : "longitude",
                          fmt::format("{} is no coordinate",
                                      in_quotes(longitude ? entry.latitude : entry.longitude)),
                          write_degrees);
    }
    const auto [point, may_be_swapped] = point_of_degrees(*longitude, *latitude);
    const auto found = point ? region_of.find(*point, farthest_off_shore) : std::nullopt;
    if (found) {
        return found->region;
    }
    return problem_at(gazetteer, entry, "",
                      fmt::format("{} lies in no area of the map, nor within {:.0f} km of one",
                                  in_quotes(entry.name), farthest_off_shore / 1000),
                      may_be_swapped ? "longitude and latitude seem to be the wrong way round"
                                     : "correct its longitude and latitude");
}

} // namespace

OwnGazetteer read_gazetteer(const GazetteerFile& file) {
    const Table table = read_csv(file.file, file.shown);
    const Location heading{.file = table.file, .line = 1};
    const std::size_t name = column_index(table, "name", heading);
    const MaybeColumn area(table, "area");
    const MaybeColumn longitude(table, "longitude");
    const MaybeColumn latitude(table, "latitude");
    if (!area && !(longitude && latitude)) {
        throw Error(
            {heading, "no column \"area\", nor \"longitude\" and \"latitude\"",
             "say where each name lies: by its area of the map, or by its point in degrees"});
    }
    OwnGazetteer gazetteer{.file = table.file};
    std::vector<Problem> problems;
    for (const Row& row : table.rows) {
        GazetteerEntry entry{one_line(row.cells[name]), row.line, area.of(row), longitude.of(row),
                             latitude.of(row)};
        if (entry.name.empty()) {
            problems.push_back(problem_at(gazetteer, entry, "name", "the name is empty",
                                          "write the name, or take the row away"));
            continue;
        }
        gazetteer.entries[town_key(entry.name)].push_back(std::move(entry));
    }
    throw_any(std::move(problems));
    return gazetteer;
}

const std::vector<GazetteerEntry>* entries_named(const OwnGazetteer& gazetteer,
                                                 std::string_view name) {
    const auto found = gazetteer.entries.find(town_key(name));
    return found == gazetteer.entries.end() ? nullptr : &found->second;
}

std::variant<std::size_t, Problem> area_of(const OwnGazetteer& gazetteer,
                                           const GazetteerEntry& entry,
                                           const geo::Gazetteer& places,
                                           const geo::RegionOfPoint& region_of) {
    if (!entry.area.empty()) {
        if (const auto area = places.find(entry.area)) {
            return *area;
        }
        return problem_at(gazetteer, entry, "area",
                          fmt::format("{} matches no area of the map", in_quotes(entry.area)),
                          did_you_mean(entry.area, places.nearest(entry.area, 3),
                                       "give the name or the code of one"));
    }
    if (entry.longitude.empty() && entry.latitude.empty()) {
        return problem_at(gazetteer, entry, "",
                          fmt::format("{} has no area and no point", in_quotes(entry.name)),
                          "fill in its area, or its longitude and latitude");
    }
    return area_of_point(gazetteer, entry, region_of);
}

} // namespace cairn::input
