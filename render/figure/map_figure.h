#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/facts/words.h"
#include "render/figure/region_frame.h"
#include "render/figure/region_labels.h"
#include "render/figure/scale_bar.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace cairn::figure {

/// The parts of a map in true shapes, each in its place.
struct MapParts {
    Block heading{};
    Block legend{};
    std::vector<scene::Node> marks{}; ///< land, borders and all that stands on them
    RegionLabels labels{};
    FrameTitle frame_title{};
    Furniture furniture{};
    std::vector<scene::Colour> class_colours{};
};

/// The region that stands in a frame, as an index in the boundary set.
std::optional<std::size_t> framed_region(const facts::Facts& facts, const geo::Gazetteer& places);

/// What labels of regions have to keep clear of, and where they may stand.
LabelSpace label_space(const MapPage& map, const Block& heading, const Block& legend,
                       const input::Style& style);

/// The parts as one figure, with scale bar and arrow in what is left of the sea, and notes below.
MapFigure compose(MapParts parts, const MapPage& map, const facts::Words& words,
                  const input::Style& style, const scene::Fonts& fonts);

} // namespace cairn::figure
