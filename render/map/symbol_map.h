#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/map/map_figure.h"
#include "render/map/scale_bar.h"
#include "render/scene/measure.h"
#include "render/words/words.h"

namespace cairn::map {

/// A map with a circle in each region that has more than nothing, of an area in proportion to its
/// value. Regions with zero stand as plain land, those without data hatched. `places` are the
/// regions in their order.
MapFigure draw_symbol_map(const facts::Facts& facts, const words::Words& words,
                          const geo::Regions& regions, const geo::Gazetteer& places,
                          const input::Style& style, const scene::Fonts& fonts,
                          const std::vector<facts::LabelChoice>& labels = {},
                          Furniture furniture = {});

} // namespace cairn::map
