#pragma once

#include "geo/geometry.h"

#include <string>
#include <vector>

/// Regions as tiles of one size, each near its true place.
namespace cairn::geo {

enum class TileShape {
    hexagons, ///< pointed at top and bottom; odd rows stand half a tile to the right
    squares,
};

/// The tile of a region: its column from the left and its row from the top, both from 0.
struct Tile {
    std::string code;
    int column = 0;
    int row = 0;
};

/// A layout of tiles, no two in one place.
struct TileGrid {
    TileShape shape = TileShape::hexagons;
    std::vector<Tile> tiles;
};

/// The middle of a tile in widths of a tile, x right, y down; that of column 0 in row 0 is the
/// origin.
Point middle_of(const Tile& tile, TileShape shape);

/// The corners of a tile around its middle, in widths of a tile, x right, y down. Tiles that touch
/// share corners.
Ring corners_of(TileShape shape);

/// Whether two tiles share a side.
bool share_side(const Tile& a, const Tile& b, TileShape shape);

/// The room that all tiles take, in widths of a tile, x right, y down.
Box bounds_of(const TileGrid& grid);

} // namespace cairn::geo
