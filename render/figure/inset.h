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

/// The regions of the largest part of a map that is crowded: of those given, as many as lie
/// together in a box of at most `most`, and those between them. Indices in `regions`, rising.
std::vector<std::size_t> crowded_part(const geo::Regions& regions, const MapFrame& frame,
                                      std::span<const std::size_t> crowded, scene::Size most);

/// An enlarged part in its place on the page.
struct Inset {
    std::vector<std::size_t> regions; ///< in the boundary set, one a region of the page
    MapPage page;                     ///< these regions alone, enlarged
    Rect room;                        ///< of their shapes and labels, and of the title
    Rect frame;                       ///< around the same regions on the map
};

/// The part of the map in free sea, where it has room for the part enlarged to twice its size or
/// more, else below the map; nothing where the page is too narrow for either. `shapes` are the
/// regions before they were simplified for the map.
std::optional<Inset> set_inset(const geo::Regions& shapes, const MapPage& map,
                               std::span<const std::size_t> part, std::span<const Rect> obstacles,
                               const input::Style& style);

/// The inset's title, with the sign of its frame, at the top left of its room.
Block set_inset_title(const Inset& inset, const facts::Words& words, const input::Style& style,
                      const scene::Fonts& fonts);

/// The frame around a part of a map that is enlarged elsewhere.
void draw_frame(const Rect& frame, const input::Style& style, std::vector<scene::Node>& nodes);

} // namespace cairn::figure
