#pragma once

#include "render/input/table/rows_where.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace cairn::test {

/// The rows of a table that a filter takes, in order.
inline std::vector<input::Row> rows_where(input::Condition condition, const input::Table& table,
                                          const input::CellRules& rules, const Location& where) {
    input::RowFilter filter(std::move(condition), rules, where);
    std::vector<input::Row> rows;
    std::ranges::copy_if(table.rows, std::back_inserter(rows),
                         [&](const input::Row& row) { return filter.takes(row); });
    filter.check(table);
    return rows;
}

} // namespace cairn::test
