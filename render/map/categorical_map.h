#pragma once

#include "geo/gazetteer.h"
#include "geo/region.h"
#include "render/facts/facts.h"
#include "render/input/style/style.h"
#include "render/map/map_figure.h"
#include "render/scene/measure.h"
#include "render/words/words.h"

namespace cairn::map {

/// A map of areas by group: a colour and a letter for each, in the legend and on every area, or
/// beside it with a leader; in the roomiest area of each group its name in the letter's place,
/// where that fits. Laid out as a choropleth. `unnamed` are areas without room for their letter.
MapFigure draw_categorical_map(const facts::Facts& facts, const words::Words& words,
                               const geo::Regions& regions, const geo::Gazetteer& places,
                               const input::Style& style, const scene::Fonts& fonts,
                               Furniture furniture = {});

} // namespace cairn::map
