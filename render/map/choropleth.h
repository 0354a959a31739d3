#pragma once

#include "geo/gazetteer.h"
#include "geo/region.h"
#include "render/facts/facts.h"
#include "render/facts/gather/label_choice.h"
#include "render/input/style/style.h"
#include "render/map/map_figure.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"
#include "render/words/words.h"

#include <string>
#include <vector>

namespace cairn::map {

/// A choropleth map as wide as the page: heading and legend in the free sea at the top left, north
/// up, labels on the regions or beside them, notes below. `places` are the regions in their order;
/// `labels` say how each fact is labelled, as usual where there are none.
MapFigure draw_choropleth(const facts::Facts& facts, const words::Words& words,
                          const geo::Regions& regions, const geo::Gazetteer& places,
                          const input::Style& style, const scene::Fonts& fonts,
                          const std::vector<facts::LabelChoice>& labels = {},
                          Furniture furniture = {});

} // namespace cairn::map
