#pragma once

#include "render/input/figure/defaults.h"
#include "render/input/yaml/map_reader.h"

namespace cairn::input {

/// Reads the keys of a map in true shapes.
void read_map(MapReader& figure, const Defaults& defaults, const Languages& languages, YamlLog& log,
              FigureSpec& spec);

/// Reads the keys of a map of tiles.
void read_tile_map(MapReader& figure, const Defaults& defaults, const Languages& languages,
                   YamlLog& log, FigureSpec& spec);

/// Reads the keys of a map of categories.
void read_category_map(MapReader& figure, const Defaults& defaults, const Languages& languages,
                       YamlLog& log, FigureSpec& spec);

} // namespace cairn::input
