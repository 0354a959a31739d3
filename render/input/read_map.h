#pragma once

#include "render/input/defaults.h"
#include "render/input/map_reader.h"

namespace cairn::input {

/// Reads the keys that maps alone have.
void read_map(MapReader& figure, const Defaults& defaults, const Languages& languages, YamlLog& log,
              FigureSpec& spec);

/// Reports them where they stand in a figure of another kind.
void refuse_map_keys(MapReader& figure);

} // namespace cairn::input
