#pragma once

#include "render/input/defaults.h"
#include "render/input/map_reader.h"

namespace cairn::input {

/// Reads the key `data` of a figure: the table and its columns.
DataSpec read_data(MapReader& figure, Kind kind, const Defaults& defaults,
                   const Languages& languages, YamlLog& log);

} // namespace cairn::input
