#pragma once

#include "geo/gazetteer.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/table/cell_value.h"
#include "render/input/table/table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cairn::input {

/// A row of the data: a label and a number.
struct Observation {
    std::string label;
    std::optional<double> value; ///< nothing where the cell says so
    int line = 0;
    std::string language{};      ///< of the label, BCP 47, where it is not the figure's
    std::optional<double> per{}; ///< what the value is per; nothing where the cell says so
    std::string category{}; ///< of a categorical map; empty where the cell says that there is none
    std::string panel{};    ///< the small map that it belongs to; empty where there is one map
    std::vector<std::string> others{}; ///< cells of the columns that the figure does not read
    std::optional<Reason> reason{};    ///< why there is no value, or category
    bool unreadable = false;           ///< whether a cell of it cannot be read
    std::size_t rest_of = 0, rest_with_some = 0; ///< as of Table, where this row is the rest
};

/// Where a row lies that is counted into an area.
struct PointInArea {
    std::string area; ///< its code
    geo::Point place; ///< in the metres of the boundaries
};

/// The data of one figure.
struct Observations {
    std::string file; ///< as the user gave it
    std::string label_heading;
    std::string value_heading;
    std::vector<Observation> rows; ///< in file order
    int decimals = 0;              ///< most decimals of any value as written
    /// Languages of the headings, BCP 47, where they are not the figure's.
    std::string label_heading_language{}, value_heading_language{};
    std::optional<std::string> per_heading{}; ///< nothing where no column gives what values are per
    int per_decimals = 0;
    bool per_is_joined = false; ///< from a second table: of rows with one key it is the same
    std::vector<std::string> other_headings{}; ///< of the columns that the figure does not read
    /// That stands with the values in their cells: "%", "£", "$", "€"; empty where there is none.
    std::string sign{};
    std::vector<PointInArea> points{}; ///< of the rows, where the figure shows each at its place
    std::vector<Problem> warnings{}; ///< decisions in reading that may be wrong, or hide something
    std::vector<Problem> problems{}; ///< what is wrong with the rows that are unreadable
};

/// The columns that a figure reads, by their names; but not one that may be built in.
std::vector<std::string> wanted_columns(const DataSpec& spec);

/// Takes label and value from each row of the table, and what the value is per, where a column of
/// the table gives it. Throws Error for values that are not numbers, saying why, and for empty
/// labels: a problem a cell, but few where many are alike; one for a column that holds no numbers;
/// and for a table without rows.
Observations read_observations(const Table& table, const DataSpec& spec);

/// The same, but rows with cells that cannot be read are marked, and what is wrong with these cells
/// stands in `problems`.
Observations try_read_observations(const Table& table, const DataSpec& spec);

/// The councils that every map knows, from the CSV beside the built-in boundaries (columns as in
/// boundaries/README.md). Throws Error as read_csv does.
std::vector<geo::Place> read_places(const std::filesystem::path& path);

} // namespace cairn::input
