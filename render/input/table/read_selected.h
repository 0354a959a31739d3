#pragma once

#include "render/input/figure/figure_spec.h"
#include "render/input/table/join.h"
#include "render/input/table/ledger.h"
#include "render/input/table/table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::input {

/// The columns that a figure reads of its first table (wanted_columns), where a second one may join
/// it; null: none does.
std::vector<std::string> columns_of_first(const DataSpec& spec, const Join* join);

/// The table with the columns of the second. Rows that have no partner there are left out, and
/// entered so in the ledger, which may be null. Throws Error as Join does.
Table joined(Table table, Join& join, Ledger* ledger);

/// Reads the table of a figure: the rows that it is about, or what is made of them (records.h).
/// Records in text are never held together, and their file may have 16 GB. `gdal_module` loads
/// GDAL, for databases alone. Throws Error as read_grids, read_table and selected do.
Table read_selected(const DataSpec& spec, const std::filesystem::path& gdal_module = {});

} // namespace cairn::input
