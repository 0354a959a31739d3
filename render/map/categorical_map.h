#pragma once

#include "render/map/map_figure.h"

namespace cairn::map {

/// A map of areas by group: a colour and a letter for each, in the legend and on every area, or
/// beside it with a leader; in the roomiest area of each group its name in the letter's place,
/// where that fits. Laid out as a choropleth. `unnamed` are areas without room for their letter.
MapFigure draw_categorical_map(const MapSource& source);

} // namespace cairn::map
