#pragma once

#include "render/map/labels/region_labels.h"
#include "render/map/page/map_page.h"
#include "render/page/page.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace cairn::map {

/// A map that is drawn but for its labels. All that it refers to must outlive it.
struct UnlabelledMap {
    const facts::Facts& facts;
    const words::Words& words;
    std::span<const LabelledRegion> regions; ///< all that are drawn
    std::span<const colour::Fill> fills;     ///< one a region: what it is filled with
    const geo::Regions& shapes;              ///< before they were simplified for the page
    const MapPage& page;
    std::vector<page::Rect> obstacles; ///< heading, legend: what labels may not touch
    /// Draws the mark of a region once more, as large as it is, where the map has another frame;
    /// nothing where regions have no marks.
    std::function<void(const LabelledRegion&, const MapFrame&, std::vector<scene::Node>&)>
        draw_mark{};
};

/// The labels of a map with all that they need beside it.
struct MapLabels {
    std::vector<scene::Node> nodes;   ///< groups of decoration
    std::vector<RegionLabel> placed;  ///< on the map, then in its enlarged part
    std::vector<page::Rect> rooms;    ///< of what is not a text: an enlarged part
    std::vector<std::string> unnamed; ///< regions that want a label and have no room for it
    Length bottom;                    ///< of the lowest part
};

/// Labels a map as its page allows: on the regions or beside them with short leaders; where one
/// part is too crowded for that, on that part enlarged; where the page is too narrow for an
/// enlarged part, or it leaves labels without room too, as numbers with a list below the map. Marks
/// are not enlarged.
MapLabels label_map(const UnlabelledMap& map, const input::Style& style, const scene::Fonts& fonts);

} // namespace cairn::map
