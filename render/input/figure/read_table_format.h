#pragma once

#include "render/input/figure/table_format.h"
#include "render/input/yaml/map_reader.h"

#include <span>

namespace cairn::input {

/// The keys of `data` that say how the table's file is to be read.
std::span<const Key> keys_of_table_format();

/// Reads them from `data`.
TableFormat read_table_format(MapReader& data, YamlLog& log);

} // namespace cairn::input
