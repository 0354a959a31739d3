#pragma once

#include "render/input/spreadsheet/cell_range.h"

#include <cstddef>
#include <string>
#include <vector>

namespace cairn::input {

/// A row of a sheet that holds anything.
struct SheetRow {
    int number = 0; ///< from 1
    bool hidden = false;
    std::vector<std::string> cells{}; ///< from column A on, as a person sees them
};

/// A sheet of a workbook.
struct Sheet {
    std::string name;
    bool hidden = false;
    std::vector<SheetRow> rows{};
    std::vector<CellRange> merges{};
    std::vector<CellRange> hidden_columns{}; ///< of which rows do not count
};

/// What may still be read of a workbook: hostile files repeat cells without end.
class CellBudget {
  public:
    explicit CellBudget(std::string shown) : m_shown(std::move(shown)) {}

    /// Takes so many more cells off, and so many bytes of text. Throws Error where there are too
    /// many.
    void spend(std::size_t cells, std::size_t bytes);

  private:
    std::string m_shown;
    std::size_t m_cells = 10'000'000;
    std::size_t m_bytes = std::size_t{256} << 20U;
};

/// Puts a text that is not empty into a row; what lies beyond any sheet is left out.
void put_cell(SheetRow& row, int column, std::string text, CellBudget& budget);

} // namespace cairn::input
