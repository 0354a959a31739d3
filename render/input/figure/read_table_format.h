#pragma once

#include "render/input/figure/table_format.h"
#include "render/input/yaml/map_reader.h"

#include <optional>
#include <span>
#include <string_view>

namespace cairn::input {

/// The keys of `data` that say how the table's file is to be read.
std::span<const Key> keys_of_table_format();

/// Reads them from `data`.
TableFormat read_table_format(MapReader& data, YamlLog& log);

/// The range that "B5:H40" writes; nothing for what is no range, or beyond the 1,048,576 rows and
/// 16,384 columns of a sheet (ECMA-376, 18.3.1.4).
std::optional<CellRange> parse_cell_range(std::string_view text);

} // namespace cairn::input
