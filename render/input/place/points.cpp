#include "render/input/place/points.h"

#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"
#include "geo/national_grid.h"
#include "geo/region_of_point.h"
#include "render/input/table/cell_value.h"
#include "render/input/table/unreadable_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cairn::input {

namespace {

/// What the cells of a row say.
struct Coordinates {
    /// On the grid; nothing where the cells have none, or where it lies far beyond.
    std::optional<geo::Point> point{};
    bool are_missing = false; ///< the cells are empty, or say so
    bool may_be_swapped = false;
    std::string text{}; ///< as written
};

/// Rows of one fate.
struct ToldPoints {
    int line = 0; ///< of the first
    std::vector<std::string> texts{};
    bool may_be_swapped = false;
    double farthest = 0; ///< metres
};

class PointReader {
  public:
    PointReader(const Table& table, const PointSpec& spec, const CellRules& rules)
        : m_table(table), m_spec(spec),
          m_rules(rules), m_first{column_index(table, spec.first, spec.where)} {
        if (spec.form != PointForm::grid_reference) {
            m_second.emplace(CoordinateColumn{column_index(table, spec.second, spec.where)});
        }
    }

    /// Nothing for a row with a cell that cannot be read.
    std::optional<Coordinates> read(const Row& row) {
        return m_second ? read_pair(row) : read_reference(row);
    }

    /// What is wrong with cells, few of it.
    [[nodiscard]] std::vector<Problem> problems() const {
        std::vector<Problem> problems = m_first.unreadable.all(m_table, m_first.index);
        if (m_second) {
            append(problems, m_second->unreadable.all(m_table, m_second->index));
        }
        return problems;
    }

  private:
    struct CoordinateColumn {
        std::size_t index = 0;
        UnreadableCells unreadable{};
    };

    std::optional<Coordinates> read_reference(const Row& row) {
        const std::string cell = one_line(row.cells[m_first.index]);
        Coordinates result{.point = geo::parse_grid_reference(cell), .text = cell};
        result.are_missing = !result.point && is_without_value(cell, m_rules);
        if (!result.point && !result.are_missing) {
            refuse(row, m_first,
                   {fmt::format("{} is no grid reference", in_quotes(cell)),
                    "write two letters and an even number of digits, such as NT 255 735"});
            return std::nullopt;
        }
        return result;
    }

    std::optional<Coordinates> read_pair(const Row& row) {
        const CellValue first = read_coordinate(row, m_first);
        const CellValue second = read_coordinate(row, *m_second);
        if (std::holds_alternative<Refusal>(first) || std::holds_alternative<Refusal>(second)) {
            return std::nullopt;
        }
        Coordinates result{.text = fmt::format("{}, {}", one_line(row.cells[m_first.index]),
                                               one_line(row.cells[m_second->index]))};
        const auto* x = std::get_if<CellNumber>(&first);
        const auto* y = std::get_if<CellNumber>(&second);
        if (x == nullptr || y == nullptr) {
            result.are_missing = true;
        } else if (m_spec.form == PointForm::easting_northing) {
            result.point = geo::Point{x->value, y->value};
        } else {
            const PointOfDegrees read = point_of_degrees(x->value, y->value);
            result.point = read.point;
            result.may_be_swapped = read.may_be_swapped;
        }
        return result;
    }

    /// A number, or that the cell has none; what else it holds is refused.
    CellValue read_coordinate(const Row& row, CoordinateColumn& column) {
        const std::string cell = one_line(row.cells[column.index]);
        if (cell.empty()) {
            return Missing{};
        }
        CellValue read = read_cell_value(cell, m_rules);
        if (std::holds_alternative<Refusal>(read)) {
            refuse(row, column,
                   {fmt::format("{} is no coordinate", in_quotes(cell)),
                    m_spec.form == PointForm::easting_northing
                        ? "write metres of the British National Grid, such as 325500"
                        : write_degrees});
        }
        return read;
    }

    void refuse(const Row& row, CoordinateColumn& column, Refusal refusal) {
        column.unreadable.add(problem_in(m_table, row, column.index, std::move(refusal)));
    }

    const Table& m_table;
    const PointSpec& m_spec;
    const CellRules& m_rules;
    CoordinateColumn m_first;
    std::optional<CoordinateColumn> m_second{}; ///< nothing for grid references
};

void tell(ToldPoints& told, const Row& row, const Coordinates& coordinates) {
    told.line = told.texts.empty() ? row.line : told.line;
    told.texts.push_back(coordinates.text);
    told.may_be_swapped = told.may_be_swapped || coordinates.may_be_swapped;
}

Problem problem_of(const Table& table, const ToldPoints& outside) {
    const bool one = outside.texts.size() == 1;
    return {
        {.file = table.file, .line = outside.line},
        fmt::format("the {} {} {} in no area of the map, nor within {:.0f} km of one",
                    one ? "point" : "points", first_few_in_quotes(outside.texts),
                    one ? "lies" : "lie", farthest_off_shore / 1000),
        outside.may_be_swapped
            ? "longitude and latitude seem to be the wrong way round in the figure file"
            : "correct them, or write `unplaced: note` in the figure: it keeps such rows in the "
              "total and in a note"};
}

Problem warning_of(const Table& table, const ToldPoints& near) {
    const bool one = near.texts.size() == 1;
    return {{.file = table.file, .line = near.line},
            fmt::format("the {} {} {} in no area, {}{:.0f} m off, and {} for the nearest",
                        one ? "point" : "points", first_few_in_quotes(near.texts),
                        one ? "lies" : "lie", one ? "" : "at most ", std::ceil(near.farthest),
                        one ? "counts" : "count"),
            ""};
}

/// Finds the area of each point.
class PointPlacer {
  public:
    /// The ledger may be null.
    PointPlacer(const geo::Regions& regions, Ledger* ledger)
        : m_regions(regions), m_region_of(regions), m_ledger(ledger) {}

    /// What the column of areas holds for a row.
    std::string area_of(const Row& row, const Coordinates& read) {
        const auto found =
            read.point ? m_region_of.find(*read.point, farthest_off_shore) : std::nullopt;
        if (!found) {
            if (!read.are_missing) {
                tell(m_outside, row, read);
            }
            std::string none(read.are_missing ? no_coordinates : outside_the_map);
            enter(row, How::none, none);
            return none;
        }
        if (found->distance > 0) {
            tell(m_near, row, read);
            m_near.farthest = std::max(m_near.farthest, found->distance);
        }
        enter(row, found->distance > 0 ? How::near : How::point, "");
        m_points.push_back({m_regions.regions[found->region].code, *read.point});
        return m_points.back().area;
    }

    std::vector<PointInArea> take_points() { return std::move(m_points); }

    [[nodiscard]] const ToldPoints& outside() const { return m_outside; }
    [[nodiscard]] const ToldPoints& near() const { return m_near; }

  private:
    void enter(const Row& row, How how, std::string why) {
        if (m_ledger != nullptr) {
            LedgerRow& entry = row_on(*m_ledger, row.line);
            entry.how = how;
            entry.why = std::move(why);
        }
    }

    const geo::Regions& m_regions;
    geo::RegionOfPoint m_region_of;
    Ledger* m_ledger;
    ToldPoints m_outside{};
    ToldPoints m_near{};
    std::vector<PointInArea> m_points{}; ///< of the rows that have an area
};

} // namespace

PointOfDegrees point_of_degrees(double longitude, double latitude) {
    const auto point = geo::from_longitude_latitude(longitude, latitude);
    return {point, !point && geo::from_longitude_latitude(latitude, longitude)};
}

PlacedRows place_points(Table table, const FigureSpec& spec, const geo::Regions& regions,
                        Ledger* ledger) {
    const CellRules rules = cell_rules(spec.data.format);
    PointReader reader(table, spec.data.points, rules);
    PointPlacer placer(regions, ledger);
    for (Row& row : std::exchange(table.rows, {})) {
        if (const auto read = reader.read(row)) {
            row.cells.push_back(placer.area_of(row, *read));
            table.rows.push_back(std::move(row));
        }
    }
    std::vector<Problem> problems = reader.problems();
    if (table.rows.empty()) {
        throw_any(problems);
    }
    if (problems.empty() && !placer.outside().texts.empty() && spec.unplaced == Unplaced::error) {
        problems.push_back(problem_of(table, placer.outside()));
    }
    append(table.problems, problems);
    if (!placer.near().texts.empty()) {
        table.warnings.push_back(warning_of(table, placer.near()));
    }
    // What the built-in boundaries have printed of themselves under every map.
    if (regions.attribution.find("not for measuring") != std::string::npos) {
        table.warnings.push_back(
            {spec.data.points.where,
             "these boundaries are generalised: a point within some two kilometres of a border may "
             "count for the neighbour",
             "import official boundaries (docs/boundaries.md), or give the areas in the table"});
    }
    add_column(table, area_column);
    return {std::move(table), placer.take_points()};
}

} // namespace cairn::input
