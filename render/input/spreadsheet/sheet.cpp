#include "render/input/spreadsheet/sheet.h"

#include "base/error.h"

#include <algorithm>

namespace cairn::input {

void CellBudget::spend(std::size_t cells, std::size_t bytes) {
    if (cells > m_cells || bytes > m_bytes) {
        throw Error(Problem{.where = {.file = m_shown},
                            .what = "has more than 10,000,000 cells, or 256 MB of text",
                            .remedy = "save the sheet that you need as a file of its own"});
    }
    m_cells -= cells;
    m_bytes -= bytes;
}

void put_cell(SheetRow& row, int column, std::string text, CellBudget& budget) {
    if (text.empty() || column > most_sheet_columns) {
        return;
    }
    const auto columns = static_cast<std::size_t>(column);
    budget.spend(columns - std::min(columns, row.cells.size()), text.size());
    row.cells.resize(std::max(columns, row.cells.size()));
    row.cells[columns - 1] = std::move(text);
}

} // namespace cairn::input
