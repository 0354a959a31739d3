#pragma once

#include "render/input/figure/figure_spec.h"
#include "render/input/table/table.h"

namespace cairn::input {

/// Reads the table of a figure: the rows that it is about, or what is made of them (records.h).
/// Records in text are never held together, and their file may have 16 GB. Throws Error as
/// read_grids, read_table and selected do.
Table read_selected(const DataSpec& spec);

} // namespace cairn::input
