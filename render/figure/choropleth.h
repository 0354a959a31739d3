#pragma once

#include "geo/gazetteer.h"
#include "geo/region.h"
#include "render/facts/facts.h"
#include "render/facts/words.h"
#include "render/figure/map_page.h"
#include "render/figure/scale_bar.h"
#include "render/input/style.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"

namespace cairn::figure {

/// A choropleth map as wide as the page: heading and legend in the free sea at the top left, north
/// up, labels on the regions or beside them, notes below. `places` are the regions in their order.
MapFigure draw_choropleth(const facts::Facts& facts, const facts::Words& words,
                          const geo::Regions& regions, const geo::Gazetteer& places,
                          const input::Style& style, const scene::Fonts& fonts,
                          Furniture furniture = {});

} // namespace cairn::figure
