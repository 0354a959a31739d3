#pragma once

#include "base/error.h"

#include <string>
#include <vector>

namespace cairn::input {

/// A cell as its file has it, before it is known what it means.
struct Cell {
    std::string text; ///< UTF-8, without white space around it
    bool in_quotes = false;
    bool in_merge = false; ///< whether it repeats the cell on its left, with which it is merged
};

/// Whether a cell has a text of its own: not that of the cell that it is merged with.
inline bool is_filled(const Cell& cell) {
    return !cell.text.empty() && !cell.in_merge;
}

/// A row of a file.
struct GridRow {
    int line = 0; ///< where it begins in the file, or the row's number in a sheet; from 1
    std::vector<Cell> cells{};
    bool whole = true; ///< false where its end had to be guessed
};

/// All rows of a table's file that hold anything, before it is known which is the heading and which
/// are notes. Rows may differ in length.
struct Grid {
    std::string file; ///< as the user gave it; of a spreadsheet, with the sheet
    std::vector<GridRow> rows{};
    std::vector<Problem> warnings{}; ///< decisions in reading that may be wrong, or hide something
    std::vector<Problem> notices{};  ///< other decisions: delimiter, sheet
    bool is_sheet = false;           ///< whose rows go on to the right, with or without cells
};

} // namespace cairn::input
