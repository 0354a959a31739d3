#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/facts/gather/label_choice.h"
#include "render/map/labels/map_labels.h"
#include "render/map/page/map_fills.h"
#include "render/map/region_frame.h"
#include "render/map/scale_bar.h"
#include "render/words/words.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cairn::map {

/// What a map in true shapes is drawn from.
struct MapSource {
    const facts::Facts& facts;
    const words::Words& words;
    const geo::Regions& regions;
    const geo::Gazetteer& places; ///< the regions in their order
    const input::Style& style;
    const scene::Fonts& fonts;
    std::span<const facts::LabelChoice> labels{}; ///< one a fact; none: each as usual
    Furniture furniture{};
};

/// A drawn map, with what its manifest and its author should know of it.
struct MapFigure {
    scene::Scene scene;
    std::vector<colour::Plain> class_inks; ///< as the legend shows them
    std::vector<std::string> unnamed;      ///< regions that want a label and have no room for it
    std::vector<RegionLabel> labels;       ///< in their places
};

/// The parts of a map in true shapes, each in its place.
struct MapParts {
    page::Block heading{};
    page::Block legend{};
    std::vector<scene::Node> marks{}; ///< land, borders and all that stands on them
    MapLabels labels{};
    FrameTitle frame_title{};
    Furniture furniture{};
    std::vector<colour::Plain> class_inks{};
    bool has_patterns = false; ///< on which labels need plain ground
};

/// The parts that stand whatever the map shows: heading, title of the frame, furniture.
MapParts first_parts(const MapSource& source);

/// Where the legend stands, below the heading, and how wide it may be.
struct LegendPlace {
    scene::Position corner;
    Length width;
};
LegendPlace legend_place(const MapParts& parts, const input::Style& style);

/// The first parts of a map of filled areas, with its legend.
MapParts filled_parts(const MapSource& source, const MapFills& fills);

/// The map at the top of the page, lowered until heading and legend stand in the sea.
MapPage map_below(const MapParts& parts, const MapSource& source);

/// The region that stands in a frame, as an index in the boundary set.
std::optional<std::size_t> framed_region(const facts::Facts& facts, const geo::Gazetteer& places);

/// How a fact is labelled: as is chosen, else as usual; a region in a frame has its label there.
facts::LabelChoice label_of(const facts::Facts& facts, std::span<const facts::LabelChoice> chosen,
                            std::size_t fact, bool framed);

/// What labels of regions have to keep clear of.
std::vector<page::Rect> obstacles_on(const MapPage& map, const MapParts& parts);

/// The parts as one figure, with scale bar and arrow in what is left of the sea, and notes below.
MapFigure compose(MapParts parts, const MapPage& map, const MapSource& source);

} // namespace cairn::map
