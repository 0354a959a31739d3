#pragma once

#include "render/input/figure/table_format.h"
#include "render/input/table/grid.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::input {

/// The cells of a table's file: of text one grid, of a workbook one for each sheet that is not
/// hidden, or for the one that the format names; never none. What it is, the file's content says,
/// not its name. `shown` is the path as messages give it. Throws Error as read_delimited() and
/// read_spreadsheet() do, for a file that cannot be read, and at a key of the format that does not
/// fit the file.
std::vector<Grid> read_grids(const std::filesystem::path& path, const std::string& shown,
                             const TableFormat& format);

} // namespace cairn::input
