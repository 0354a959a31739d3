#pragma once

#include "geo/region.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/table/ledger.h"
#include "render/input/table/observations.h"
#include "render/input/table/table.h"

#include <optional>
#include <string_view>
#include <vector>

namespace cairn::input {

/// The name of the column that place_points adds.
constexpr const char* area_column = "area of the point";

/// What it holds for a row without coordinates, and for one that lies in no area.
constexpr std::string_view no_coordinates = "no coordinates";
constexpr std::string_view outside_the_map = "outside the map";

/// So far from the nearest area, in metres, a point still belongs to it: a pier, a boat at its
/// moorings, a coast that is drawn too far in.
constexpr double farthest_off_shore = 2000;

/// What to do about a cell that holds no longitude or latitude.
constexpr const char* write_degrees = "write degrees with decimals, such as -3.188";

/// The point of a longitude and latitude in degrees.
struct PointOfDegrees {
    std::optional<geo::Point> point{}; ///< nothing where it lies far beyond the grid
    bool may_be_swapped = false;       ///< whether the two would be a point the other way round
};
PointOfDegrees point_of_degrees(double longitude, double latitude);

/// Rows with their areas.
struct PlacedRows {
    Table table;
    std::vector<PointInArea> points{}; ///< of the rows that have an area, in their order
};

/// The table with a column more: the code of the region of each row's point. A point in none counts
/// for the nearest one within farthest_off_shore, which is warned of; those farther off are
/// `outside_the_map`, and a problem where the figure does not have `unplaced: note`. Rows with
/// cells that hold no coordinates are left out, and are problems too, a few. How each row was
/// placed, or why it was not, is entered in its ledger, if there is one. Throws Error for columns
/// that are not there, and where no row is left.
PlacedRows place_points(Table table, const FigureSpec& spec, const geo::Regions& regions,
                        Ledger* ledger = nullptr);

} // namespace cairn::input
