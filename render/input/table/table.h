#pragma once

#include "base/error.h"
#include "render/input/figure/table_format.h"
#include "render/input/table/grid.h"
#include "render/input/table/heading.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cairn::input {

struct Row {
    int line = 0; ///< where it begins, from 1
    std::vector<std::string> cells;
};

/// What a row that holds no data was taken for.
enum class RowKind {
    title,
    heading,
    note,
    unfit ///< longer or shorter than the heading
};

/// A row of the file that holds no data.
struct OtherRow {
    int line = 0; ///< where it begins, from 1
    RowKind kind = RowKind::title;
    std::string text{}; ///< of all its cells
};

/// A table with a heading; every row has as many cells as there are columns.
struct Table {
    std::string file; ///< as the user gave it
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::vector<ColumnName> names{};    ///< of the columns, where a heading of two rows gives more
    std::vector<OtherRow> other_rows{}; ///< in file order
    /// Where the last row is that of a rest, how many labels it stands for together, and how many
    /// of these have a value other than 0; else 0.
    std::size_t rest_of = 0, rest_with_some = 0;
    std::vector<Problem> warnings{}; ///< decisions in reading that may be wrong, or hide something
    std::vector<Problem> notices{};  ///< other decisions
    std::vector<Problem> problems{}; ///< what is wrong with the rows that are unfit
};

/// Reads a table as it is published: rows above the heading are titles, lone texts below the data
/// are notes; the heading is where the columns wanted are (find_heading), or where the format says.
/// Without any wanted it is the first row. Of several sheets, the only one that has all the columns
/// is read. Throws Error for grids without rows, a heading row that is empty, rows that are longer
/// than the heading or shorter, all of them, and for sheets of which none, or more than one, has
/// the columns.
Table read_table(std::vector<Grid> sheets, std::span<const std::string> wanted,
                 const TableFormat& format);

/// The same, but rows that are longer or shorter than the heading stand among the others, and what
/// is wrong with them in `problems`, if they are fewer than 1,000.
Table try_read_table(std::vector<Grid> sheets, std::span<const std::string> wanted,
                     const TableFormat& format);

/// The next row of a file; nothing after the last.
using NextRow = std::function<std::optional<GridRow>()>;

/// Takes a row of data of a table whose heading is known.
using TakeRow = std::function<void(const Table& heading, Row row)>;

/// The same of one table whose rows come one after the other: each row of data goes to `take`, and
/// the table has none. `grid` is what is known of the file, without rows. The heading is among the
/// first 1,000 rows that hold anything, or where the format says. Throws Error as read_table does,
/// but of rows that are longer than the heading or shorter, the first 1,000 at most.
Table read_rows(Grid grid, const NextRow& next_row, std::span<const std::string> wanted,
                const TableFormat& format, const TakeRow& take);

/// Reads a CSV file whose heading is its first row. Throws Error as read_file, read_delimited and
/// read_table do.
Table read_csv(const std::filesystem::path& path, const std::string& shown);

/// Adds a column to the heading.
void add_column(Table& table, const std::string& name);

/// The columns of that name (heading.h).
std::vector<std::size_t> columns_named(const Table& table, std::string_view name);

/// The index of a column. Throws Error at `where` when there is none of that name, naming the
/// nearest, or more than one, naming both.
std::size_t column_index(const Table& table, const std::string& name, const Location& where);

} // namespace cairn::input
