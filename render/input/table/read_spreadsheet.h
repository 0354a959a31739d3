#pragma once

#include "render/input/figure/table_format.h"
#include "render/input/table/grid.h"

#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// Whether the bytes are those of a spreadsheet, or of an archive, and not text.
bool is_spreadsheet(std::string_view bytes);

/// The sheets of a workbook (.xlsx, .xlsm, .ods), cells as a person sees them: those that are not
/// hidden, or the one that the format names, cut to its range. Of merged cells, those of the first
/// row all have the text, the others none. A warning counts the hidden rows and columns that hold
/// anything. Throws Error for bytes that are no such workbook, saying what to save it as, and at
/// the key `sheet` where there is no such sheet.
std::vector<Grid> read_spreadsheet(std::string bytes, const std::string& shown,
                                   const TableFormat& format);

} // namespace cairn::input
