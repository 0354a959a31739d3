#pragma once

#include <optional>
#include <string_view>

namespace cairn::input {

/// The rows and columns that a sheet has at most (Excel, and LibreOffice since 7.5).
inline constexpr int most_sheet_rows = 1'048'576;
inline constexpr int most_sheet_columns = 16'384;

/// Where a cell stands in a sheet, from 1.
struct CellPlace {
    int column = 0;
    int row = 0;
};

/// Cells of a sheet; both ends are part of it.
struct CellRange {
    CellPlace first{};
    CellPlace last{};
};

/// The cell that "B5" names; nothing for anything else, and for cells beyond any sheet.
std::optional<CellPlace> parse_cell_place(std::string_view text);

/// The cells that "B5:H40" names; nothing for anything else.
std::optional<CellRange> parse_cell_range(std::string_view text);

} // namespace cairn::input
