#pragma once

#include "render/input/figure/figure_spec.h"
#include "render/input/table/table.h"

#include <filesystem>

namespace cairn::input {

/// Reads the table of a figure: the rows that it is about, or what is made of them (records.h).
/// Records in text are never held together, and their file may have 16 GB. `gdal_module` loads
/// GDAL, for databases alone. Throws Error as read_grids, read_database, read_table and selected
/// do.
Table read_selected(const DataSpec& spec, const std::filesystem::path& gdal_module = {});

} // namespace cairn::input
