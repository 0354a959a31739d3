#pragma once

#include "render/input/defaults.h"
#include "render/input/map_reader.h"

namespace cairn::input {

/// Reads the keys of a map in true shapes.
void read_map(MapReader& figure, const Defaults& defaults, const Languages& languages, YamlLog& log,
              FigureSpec& spec);

/// Reads the keys of a map of tiles.
void read_tile_map(MapReader& figure, YamlLog& log, FigureSpec& spec);

/// Reads the keys of a map of categories.
void read_category_map(MapReader& figure, const Defaults& defaults, const Languages& languages,
                       YamlLog& log, FigureSpec& spec);

/// Reports keys of maps where they stand in a bar chart.
void refuse_map_keys(MapReader& figure);

} // namespace cairn::input
