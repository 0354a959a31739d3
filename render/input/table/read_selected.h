#pragma once

#include "render/input/figure/figure_spec.h"
#include "render/input/table/ledger.h"
#include "render/input/table/table.h"

#include <filesystem>
#include <vector>

namespace cairn::input {

/// Reads the table of a figure: the rows that it is about, or what is made of them (records.h).
/// Records in text are never held together, and their file may have 16 GB. `gdal_module` loads
/// GDAL, for databases alone. Throws Error as read_grids, read_table and selected do.
Table read_selected(const DataSpec& spec, const std::filesystem::path& gdal_module = {});

/// The same, held whole, with a ledger of its rows. Those that do not fit the heading are left out,
/// and what is wrong with them is added to the problems, whatever is thrown later.
Table read_selected(const DataSpec& spec, const std::filesystem::path& gdal_module, Ledger& ledger,
                    std::vector<Problem>& problems);

} // namespace cairn::input
