#pragma once

#include "render/map/map_figure.h"

namespace cairn::map {

/// A choropleth map as wide as the page: heading and legend in the free sea at the top left, north
/// up, labels on the regions or beside them, notes below.
MapFigure draw_choropleth(const MapSource& source);

} // namespace cairn::map
