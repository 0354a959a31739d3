#pragma once

#include "render/input/table/cell_value.h"
#include "render/input/table/where.h"

#include <vector>

namespace cairn::input {

/// The rows for which the condition holds, in order. Numbers in cells are read by the rules. What
/// is unknown (the order of a number and of a cell without one) does not hold, nor does its
/// negation. Throws Error at `where` for a value that no cell of its column has, naming the
/// nearest; at the row for a cell that cannot be put in order with a value; and where no row is
/// left, with the values of the columns compared.
std::vector<Row> rows_where(const Condition& condition, const Table& table, const CellRules& rules,
                            const Location& where);

} // namespace cairn::input
