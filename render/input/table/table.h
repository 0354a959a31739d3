#pragma once

#include "base/error.h"
#include "render/input/table/grid.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::input {

struct Row {
    int line = 0; ///< where it begins, from 1
    std::vector<std::string> cells;
};

/// A table with a heading row; every row has as many cells as there are columns.
struct Table {
    std::string file; ///< as the user gave it
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::vector<Problem> warnings{}; ///< decisions in reading that may be wrong, or hide something
    std::vector<Problem> notices{};  ///< other decisions
};

/// Reads a CSV file (RFC 4180; UTF-8, with or without a byte order mark; LF or CRLF; blank lines
/// and rows of empty cells passed over; spaces around a cell taken off). `shown` is the path as
/// messages give it. Throws Error on a file that cannot be read, is empty, is not UTF-8, has a
/// ragged row, an open quote or two columns of one name; all such rows are reported.
Table read_csv(const std::filesystem::path& path, const std::string& shown);

/// The table that the rows of a grid are, the first of them its heading. Throws Error as read_csv()
/// does, with these problems too.
Table table_of(Grid grid, std::vector<Problem> problems = {});

/// The index of a column. Throws Error at `where`, naming the nearest column, when there is none of
/// that name.
std::size_t column_index(const Table& table, const std::string& name, const Location& where);

} // namespace cairn::input
