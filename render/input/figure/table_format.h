#pragma once

#include "base/encoding.h"
#include "base/error.h"
#include "render/input/spreadsheet/cell_range.h"

#include <optional>
#include <string>
#include <vector>

namespace cairn::input {

/// How a table's file is to be read, where its author says so; what is left out is recognised.
struct TableFormat {
    std::optional<char> delimiter{};
    std::optional<Encoding> encoding{};
    /// Of a spreadsheet: the name of a sheet, or, where none has this name, its number, from 1;
    /// empty: left out.
    std::string sheet{};
    std::optional<CellRange> range{};
    std::string table{}; ///< of a database: the name of a table; empty: its only one
    std::string query{}; ///< of a database: an SQL query that gives the table; empty: none
    std::optional<int> header_row{};    ///< the line of a file, or the row of a sheet, from 1
    std::optional<char> decimal{};      ///< what stands before decimals, '.' or ','
    std::vector<std::string> missing{}; ///< more marks of values that are not there
    bool empty_is_missing = false;      ///< whether an empty cell is one
    bool brackets_are_negative = false; ///< whether (7) is -7, as accounts write it
    // Of the keys, for messages.
    Location delimiter_where{}, encoding_where{}, sheet_where{}, range_where{}, header_row_where{};
    Location table_where{}, query_where{};
};

} // namespace cairn::input
