#pragma once

#include "geo/tile_grid.h"
#include "render/facts/facts.h"
#include "render/input/style/style.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"
#include "render/words/words.h"

#include <string>
#include <vector>

namespace cairn::map {

/// A drawn tile map, with what its manifest and its author should know of it.
struct TileMap {
    scene::Scene scene;
    std::vector<colour::Plain> class_inks; ///< zero first, where it is a class
    std::vector<std::string> unnamed;      ///< areas whose tiles have no room for a name
};

/// A map of one tile an area, all of one size, as wide as the page: heading and legend at the top
/// left, shades, name and value on the tiles, on a narrow page a key to the names, notes below.
TileMap draw_tile_map(const facts::Facts& facts, const words::Words& words,
                      const geo::TileGrid& grid, const input::Style& style,
                      const scene::Fonts& fonts);

} // namespace cairn::map
