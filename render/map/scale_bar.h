#pragma once

#include "render/map/labels/leaders.h"
#include "render/map/page/map_page.h"
#include "render/scene/measure.h"
#include "render/words/words.h"

#include <span>
#include <vector>

/// What shows the scale of a map, and where north is.
namespace cairn::map {

/// What is asked for.
struct Furniture {
    bool scale_bar = false;
    bool north_arrow = false; ///< to grid north, which is straight up
};

/// How long a scale bar is: 1, 2 or 5 times a power of ten of kilometres, and at most `most`
/// metres. Nothing below a hundred metres.
std::optional<double> bar_kilometres(double most);

/// Scale bar and arrow as one group, in free sea as near to the bottom left corner of the map as
/// they find room clear of `texts` and leaders; where there is none, below the map. No nodes where
/// nothing is asked for.
page::Block set_furniture(const Furniture& wanted, const words::Words& words, const MapPage& map,
                          std::span<const page::Rect> texts, std::span<const Leader> leaders,
                          const input::Style& style, const scene::Fonts& fonts);

} // namespace cairn::map
