#pragma once

#include "geo/tile_grid.h"

#include <filesystem>

namespace cairn::input {

/// Reads a layout of tiles: a CSV file with the columns `code`, `column` and `row`
/// (boundaries/README.md). Throws Error as read_csv does, for a place that is no whole number from
/// 0, and for two tiles in one place.
geo::TileGrid read_tiles(const std::filesystem::path& path, geo::TileShape shape);

} // namespace cairn::input
