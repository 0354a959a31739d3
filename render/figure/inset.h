#pragma once

#include "geo/region.h"
#include "render/facts/words.h"
#include "render/figure/map_page.h"
#include "render/figure/page.h"
#include "render/input/style.h"
#include "render/scene/measure.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// Part of a map, drawn once more and larger, where it is too small for its labels.
namespace cairn::figure {

/// How large a part of the map may be that is enlarged.
scene::Size largest_part(const input::Style& style);

/// A region whose label is wanted, and what it is worth to have it enlarged.
struct Crowded {
    std::size_t region = 0;
    double worth = 1;
};

/// The part of a map to enlarge: the small regions of one box, no larger than `most`. Of all boxes
/// it is the one with the highest score: the worth of its regions, less a penalty for its height
/// and for the share of it that they leave empty. None where no score is above zero. Indices in
/// `regions`, rising.
std::vector<std::size_t> crowded_part(const geo::Regions& regions, const MapFrame& frame,
                                      std::span<const Crowded> crowded, scene::Size most);

/// An enlarged part in its place on the page.
struct Inset {
    std::vector<std::size_t> regions; ///< in the boundary set, one a region of the page
    MapPage page;                     ///< these regions alone, enlarged
    Rect room;                        ///< of their shapes and labels, and of the title
    Rect frame;                       ///< around the same regions on the map
};

/// The part of the map in free sea, where it has room for the part enlarged to twice its size or
/// more, else, where it may, below the map; nothing where the page is too narrow for either.
/// `shapes` are the regions before they were simplified for the map, `marks` the boxes of what
/// stands on them and stays as large as it is.
std::optional<Inset> set_inset(const geo::Regions& shapes, const MapPage& map,
                               std::span<const std::size_t> part, std::span<const Rect> marks,
                               std::span<const Rect> obstacles, const input::Style& style,
                               bool may_stand_below);

/// The inset's title, with the sign of its frame, at the top left of its room.
Block set_inset_title(const Inset& inset, const facts::Words& words, const input::Style& style,
                      const scene::Fonts& fonts);

/// The frame around a part of a map that is enlarged elsewhere.
void draw_frame(const Rect& frame, const input::Style& style, std::vector<scene::Node>& nodes);

} // namespace cairn::figure
