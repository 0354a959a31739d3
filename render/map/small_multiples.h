#pragma once

#include "geo/gazetteer.h"
#include "geo/region.h"
#include "render/facts/facts.h"
#include "render/input/style/style.h"
#include "render/map/map_figure.h"
#include "render/scene/measure.h"
#include "render/words/words.h"

namespace cairn::map {

/// One small choropleth a panel, all of one size, in rows; heading and one legend for all above
/// them. The shapes are simplified once, to the small size.
MapFigure draw_small_multiples(const facts::Facts& facts, const words::Words& words,
                               const geo::Regions& regions, const geo::Gazetteer& places,
                               const input::Style& style, const scene::Fonts& fonts);

} // namespace cairn::map
