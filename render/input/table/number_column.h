#pragma once

#include "base/error.h"
#include "render/input/table/cell_value.h"
#include "render/input/table/table.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cairn::input {

/// The numbers of a column of a table.
struct NumberColumn {
    /// One a row: its number, or the reason why there is none, or neither, where it cannot be read.
    std::vector<std::optional<double>> values{};
    std::vector<std::optional<Reason>> reasons{};
    int decimals = 0;   ///< most of any number as written
    std::string sign{}; ///< that stands with the numbers: "%", "£", "$", "€"; or empty
    std::vector<Problem> problems{}; ///< cells that cannot be read; few where many are alike
    std::vector<Problem> warnings{}; ///< marks that were left out, one a kind
};

/// Reads a column. The letters `c`, `x` and `z` are marks only beside numbers.
NumberColumn read_numbers(const Table& table, std::size_t column, const CellRules& rules);

/// Whether nearly all cells of a column hold words in place of numbers.
bool holds_no_numbers(const Table& table, std::size_t column, const CellRules& rules);

/// Whether every cell of a column holds a number, or the mark of one that is not there.
bool holds_numbers(const Table& table, std::size_t column, const CellRules& rules);

/// That so many more cells of a column cannot be read.
Problem more_unreadable(const Table& table, std::size_t column, std::size_t more);

/// Something that is wrong with a cell.
Problem problem_in(const Table& table, const Row& row, std::size_t column, Refusal refusal);

} // namespace cairn::input
