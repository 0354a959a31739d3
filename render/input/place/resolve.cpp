#include "render/input/place/resolve.h"

#include "base/name_key.h"
#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/place/groups.h"
#include "render/input/table/cell_value.h"
#include "render/input/table/measure_heading.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

namespace cairn::input {

namespace {

constexpr const char* resolved_column = "area of the name";
constexpr std::string_view geonames = "Places: GeoNames, CC BY 4.0";

/// The areas of the map that these codes are; none where any is not on it.
std::vector<std::size_t> areas_of(std::span<const std::string> codes,
                                  const geo::Gazetteer& places) {
    std::vector<std::size_t> areas;
    for (const std::string& code : codes) {
        if (const auto area = places.find_whole(code)) {
            areas.push_back(*area);
        }
    }
    return areas.size() == codes.size() ? areas : std::vector<std::size_t>();
}

std::vector<std::string> names_of(std::span<const std::size_t> areas,
                                  const geo::Gazetteer& places) {
    std::vector<std::string> names;
    names.reserve(areas.size());
    for (const std::size_t area : areas) {
        names.push_back(places.places()[area].name);
    }
    return names;
}

/// What a name in the table stands for.
struct Meaning {
    std::vector<std::size_t> areas{}; ///< none: the name stays as it is
    How how = How::none;
    std::string name{};
    std::string why{};
};

How how_of(GroupRule rule) {
    return rule == GroupRule::split ? How::split : How::each;
}

void add_once(std::size_t area, std::vector<std::size_t>& areas) {
    if (std::ranges::find(areas, area) == areas.end()) {
        areas.push_back(area);
    }
}

class NameResolver {
  public:
    NameResolver(const Table& table, const FigureSpec& spec, const PlaceMap& map)
        : m_table(table), m_spec(spec), m_map(map) {
        for (const OwnName& own : spec.own_names) {
            const auto area = map.places.find(own.place);
            if (!area && own.place != no_place) {
                m_problems.push_back(
                    {own.where, fmt::format("{} matches no area of the map", in_quotes(own.place)),
                     did_you_mean(own.place, map.places.nearest(own.place, 3),
                                  "give the name or the code of one")});
            }
            m_own.emplace(name_key(own.name), area);
        }
    }

    Meaning meaning_of(const Row& row, const std::string& name) {
        if (const auto own = m_own.find(name_key(name)); own != m_own.end()) {
            return own->second ? Meaning{{*own->second}, How::own_name, name} : Meaning{};
        }
        if (const auto* entries =
                m_map.own == nullptr ? nullptr : entries_named(*m_map.own, name)) {
            return gazetteer_meaning(row, name, *entries);
        }
        if (m_map.places.find(name)) {
            return {};
        }
        if (const AreaGroup* group = group_named(m_map.names, name)) {
            const std::vector<std::size_t> areas = areas_of(group->codes, m_map.places);
            if (!areas.empty()) {
                return group_meaning(row, *group, areas);
            }
        }
        const std::vector<Town>* towns = towns_named(m_map.names, name);
        return towns == nullptr ? Meaning{} : town_meaning(row, name, *towns);
    }

    std::vector<Problem> problems() { return std::move(m_problems); }
    std::vector<Problem> notices() { return std::move(m_notices); }

  private:
    Meaning group_meaning(const Row& row, const AreaGroup& group,
                          const std::vector<std::size_t>& areas) {
        const std::string together =
            fmt::format("{} is {} areas together, {}", in_quotes(group.name), areas.size(),
                        quoted_list(names_of(areas, m_map.places), "and"));
        if (m_spec.groups == GroupRule::refused) {
            report(
                row, together,
                "write a row for each of them; or, in the figure, `groups: split`, which shares a "
                "count out equally, or `groups: each`, which gives a rate or other measure to "
                "each of them");
        } else if (const std::string reason = objection_to_groups(m_spec); !reason.empty()) {
            report(row, fmt::format("{}, {}", together, reason),
                   "write a row for each of them, or leave this one out by `where`");
        } else {
            return {.areas = areas, .how = how_of(m_spec.groups), .name = group.name};
        }
        return {};
    }

    [[nodiscard]] std::vector<std::size_t> areas_of_towns(const std::vector<Town>& towns) const {
        std::vector<std::size_t> areas;
        for (const Town& town : towns) {
            for (const std::string& code : town.codes) {
                if (const auto area = m_map.places.find_whole(code)) {
                    add_once(*area, areas);
                }
            }
        }
        return areas;
    }

    Meaning town_meaning(const Row& row, const std::string& name, const std::vector<Town>& towns) {
        const std::vector<std::size_t> areas = areas_of_towns(towns);
        if (areas.empty()) {
            return {};
        }
        return meaning_in(row, name, "",
                          {.areas = areas, .how = How::town, .name = towns.front().name});
    }

    Meaning gazetteer_meaning(const Row& row, const std::string& name,
                              const std::vector<GazetteerEntry>& entries) {
        Meaning meaning{.how = How::gazetteer, .name = entries.front().name};
        for (const GazetteerEntry& entry : entries) {
            const auto found = area_of(*m_map.own, entry, m_map.places, *m_map.region_of);
            if (const auto* problem = std::get_if<Problem>(&found)) {
                m_problems.push_back(*problem);
                return {};
            }
            add_once(std::get<std::size_t>(found), meaning.areas);
        }
        const std::vector<std::size_t> built_in = built_in_areas(name);
        if (m_map.places.find(name) && built_in == meaning.areas) {
            return {}; // it is the area itself
        }
        meaning.why = fmt::format("{}:{}", m_map.own->file, entries.front().line);
        if (meaning.areas.size() == 1 && !built_in.empty() && built_in != meaning.areas) {
            add_notice(row, fmt::format("{} is in {}, as {} has it, and not in {}", in_quotes(name),
                                        in_quotes(names_of(meaning.areas, m_map.places).front()),
                                        meaning.why,
                                        quoted_list(names_of(built_in, m_map.places), "or")));
        }
        return meaning_in(row, name, " in " + m_map.own->file, std::move(meaning));
    }

    /// The areas that the name leads to without the figure's gazetteer.
    [[nodiscard]] std::vector<std::size_t> built_in_areas(const std::string& name) const {
        std::vector<std::size_t> areas;
        if (const auto area = m_map.places.find(name)) {
            areas.push_back(*area);
        } else if (const AreaGroup* group = group_named(m_map.names, name)) {
            areas = areas_of(group->codes, m_map.places);
        } else if (const std::vector<Town>* towns = towns_named(m_map.names, name)) {
            areas = areas_of_towns(*towns);
        }
        return areas;
    }

    /// What a place means that lies in these areas, at least one; more is a problem, and so is one
    /// whose value would be taken for its area's. `where_known` is for messages.
    Meaning meaning_in(const Row& row, const std::string& name, const std::string& where_known,
                       Meaning meaning) {
        const std::vector<std::string> names = names_of(meaning.areas, m_map.places);
        if (names.size() > 1) {
            report(row,
                   fmt::format("more than one place is called {}{}: in {}", in_quotes(name),
                               where_known, quoted_list(names, "or")),
                   fmt::format("say which in the figure: places: {{{}: {}}}", name, names.front()));
        } else if (m_spec.duplicates != Duplicates::sum) {
            report(row,
                   fmt::format("{} is a place in {}, and its value is not that of the area",
                               in_quotes(name), in_quotes(names.front())),
                   "where counts of places are to be added up to those of their areas, write "
                   "`duplicates: sum` in the figure");
        } else {
            return meaning;
        }
        return {};
    }

    /// Tells it once, of the first row.
    void add_notice(const Row& row, std::string what) {
        if (std::ranges::find(m_notices, what, &Problem::what) == m_notices.end()) {
            m_notices.push_back({{.file = m_table.file, .line = row.line}, std::move(what), ""});
        }
    }

    void report(const Row& row, std::string what, std::string remedy) {
        m_problems.push_back(
            {{.file = m_table.file, .line = row.line}, std::move(what), std::move(remedy)});
    }

    const Table& m_table;
    const FigureSpec& m_spec;
    const PlaceMap& m_map;
    std::map<std::string, std::optional<std::size_t>> m_own; ///< by name_key(); none: no such area
    std::vector<Problem> m_problems;
    std::vector<Problem> m_notices;
};

/// The towns or groups of the rows, each once, in order.
std::vector<std::string> names_by(How how, const std::vector<ResolvedRow>& rows) {
    std::vector<std::string> names;
    for (const ResolvedRow& row : rows) {
        if (row.how == how && std::ranges::find(names, row.name) == names.end()) {
            names.push_back(row.name);
        }
    }
    return names;
}

/// Another place of that name may be meant.
void warn_of_towns(const std::vector<std::string>& towns, Table& table) {
    if (!towns.empty()) {
        table.warnings.push_back(
            {{.file = table.file},
             fmt::format("{} {}", first_few_in_quotes(towns),
                         towns.size() == 1
                             ? "is no area, and is counted into the one that it lies in"
                             : "are no areas, and are counted into those that they "
                               "lie in"),
             "where another place of that name is meant, say which area: places: {NAME: AREA}"});
    }
}

/// The label of each row, in one language or the other.
std::vector<std::string> labels_of(const Table& table, const DataSpec& data) {
    const std::size_t label = column_index(table, data.label_column, data.label_where);
    const std::size_t other = data.other_label_column.empty()
                                  ? label
                                  : column_index(table, data.other_label_column, data.label_where);
    std::vector<std::string> labels;
    labels.reserve(table.rows.size());
    for (const Row& row : table.rows) {
        const std::string first = one_line(row.cells[label]);
        labels.push_back(first.empty() ? one_line(row.cells[other]) : first);
    }
    return labels;
}

/// The name of an area, as the map knows it; its code, where other areas have that name too.
std::string label_of(std::size_t area, const geo::Gazetteer& places) {
    const geo::Place& place = places.places()[area];
    return places.find_whole(place.name) == area ? place.name : place.code;
}

/// The rows of the areas that a name stands for; of a group's count, each with its part of it. Adds
/// a problem where the value can have no parts.
std::vector<Row> rows_of(const Row& row, const Meaning& meaning, const FigureSpec& spec,
                         const Table& table, const geo::Gazetteer& places,
                         std::vector<Problem>& problems) {
    std::vector<Row> rows(meaning.areas.size(), row);
    if (meaning.how == How::split) {
        const std::size_t column =
            column_index(table, spec.data.value_column, spec.data.value_where);
        const std::string cell = one_line(row.cells[column]);
        const auto parts = names_measure(table.columns[column])
                               ? std::nullopt
                               : parts_of(cell, rows.size(), spec.data.format);
        if (!parts && !is_without_value(cell, cell_rules(spec.data.format))) {
            problems.push_back(
                {{.file = table.file, .line = row.line, .field = table.columns[column]},
                 fmt::format("{} of {} is no count that can be shared out", in_quotes(cell),
                             in_quotes(meaning.name)),
                 "write a row for each of its areas"});
        }
        for (std::size_t i = 0; parts && i < rows.size(); ++i) {
            rows[i].cells[column] = (*parts)[i];
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].cells.push_back(label_of(meaning.areas[i], places));
    }
    return rows;
}

} // namespace

DataSpec with_labels_in(DataSpec data, std::string_view column) {
    constexpr std::string_view undetermined = "und"; // so that no heading of the table is shown
    data.label_column = column;
    data.label_language = undetermined;
    data.other_label_column.clear();
    return data;
}

ResolvedNames resolve_names(Table table, const FigureSpec& spec, const PlaceMap& map) {
    const std::vector<std::string> labels = labels_of(table, spec.data);
    ResolvedNames resolved{.table = {}, .data = spec.data};
    if (!settles_names(spec) && geo::are_names_of_boards(labels, map.places)) {
        resolved.table = std::move(table);
        return resolved; // "Lothian" is a board there, not four councils
    }
    NameResolver resolver(table, spec, map);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Row& row = table.rows[i];
        const Meaning meaning = resolver.meaning_of(row, labels[i]);
        if (meaning.areas.empty()) {
            rows.push_back(row);
            rows.back().cells.push_back(labels[i]);
        } else {
            std::ranges::move(rows_of(row, meaning, spec, table, map.places, resolved.problems),
                              std::back_inserter(rows));
            resolved.rows.push_back({row.line, meaning.how, meaning.name, meaning.why});
        }
    }
    append(resolved.problems, resolver.problems());
    resolved.notices = resolver.notices();
    if (!resolved.rows.empty()) {
        table.rows = std::move(rows);
        add_column(table, resolved_column);
        resolved.data = with_labels_in(std::move(resolved.data), resolved_column);
        const std::vector<std::string> towns = names_by(How::town, resolved.rows);
        warn_of_towns(towns, table);
        resolved.attribution = towns.empty() ? "" : geonames;
        resolved.note = note_on_groups(names_by(how_of(spec.groups), resolved.rows), spec.groups);
    }
    resolved.table = std::move(table);
    return resolved;
}

void enter(Ledger& ledger, const ResolvedNames& resolved) {
    append(ledger.notices, resolved.notices);
    std::map<int, How> hows; // by line of the row of a label
    std::map<int, std::string_view> reasons;
    for (const ResolvedRow& row : resolved.rows) {
        hows.emplace(row.line, row.how);
        if (!row.why.empty()) {
            reasons.emplace(row.line, row.why);
        }
    }
    for (const Problem& problem : resolved.problems) {
        if (problem.where.file == ledger.file) {
            reasons.emplace(problem.where.line, problem.what);
        }
    }
    for (LedgerRow& row : ledger.rows) {
        const int line = row.record_of > 0 ? row.record_of : row.line;
        if (const auto how = hows.find(line); how != hows.end()) {
            row.how = how->second;
        }
        if (const auto reason = reasons.find(line); reason != reasons.end()) {
            row.why = reason->second;
        }
    }
}

} // namespace cairn::input
