#pragma once

#include "render/map/map_figure.h"

namespace cairn::map {

/// A map with a circle in each region that has more than nothing, of an area in proportion to its
/// value. Regions with zero stand as plain land, those without data hatched.
MapFigure draw_symbol_map(const MapSource& source);

} // namespace cairn::map
