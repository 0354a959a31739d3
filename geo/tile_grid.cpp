#include "geo/tile_grid.h"

#include <cmath>
#include <numbers>

namespace cairn::geo {

namespace {

/// From one row of hexagons to the next, in their widths.
constexpr double hexagon_pitch = std::numbers::sqrt3 / 2;

bool is_shifted(int row) {
    return row % 2 != 0;
}

} // namespace

Point middle_of(const Tile& tile, TileShape shape) {
    const double column = tile.column;
    const double row = tile.row;
    return shape == TileShape::hexagons
               ? Point{column + (is_shifted(tile.row) ? 0.5 : 0), row * hexagon_pitch}
               : Point{column, row};
}

Ring corners_of(TileShape shape) {
    if (shape == TileShape::squares) {
        return {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
    }
    constexpr double side = std::numbers::inv_sqrt3;
    return {{0, -side}, {0.5, -side / 2}, {0.5, side / 2},
            {0, side},  {-0.5, side / 2}, {-0.5, -side / 2}};
}

bool share_side(const Tile& a, const Tile& b, TileShape shape) {
    const Point from = middle_of(a, shape);
    const Point to = middle_of(b, shape);
    constexpr double rounding = 1e-9;
    return std::abs(std::hypot(to.x - from.x, to.y - from.y) - 1) < rounding;
}

Box bounds_of(const TileGrid& grid) {
    Box box;
    for (const Tile& tile : grid.tiles) {
        const Point middle = middle_of(tile, grid.shape);
        for (const Point corner : corners_of(grid.shape)) {
            box.add({middle.x + corner.x, middle.y + corner.y});
        }
    }
    return box;
}

} // namespace cairn::geo
