#pragma once

#include "render/map/map_figure.h"

namespace cairn::map {

/// One small choropleth a panel, all of one size, in rows; heading and one legend for all above
/// them. The shapes are simplified once, to the small size.
MapFigure draw_small_multiples(const MapSource& source);

} // namespace cairn::map
