#pragma once

#include "geo/region.h"
#include "render/figure/land_mask.h"
#include "render/figure/map_frame.h"
#include "render/figure/page.h"
#include "render/input/style.h"
#include "render/scene/scene.h"

#include <cstddef>
#include <optional>
#include <vector>

/// What all maps in true shapes share, whatever they show.
namespace cairn::figure {

/// A region that stands in a frame and not in its place.
struct FramedRegion {
    std::size_t region = 0;
    geo::Box content;   ///< metres: what the frame has to hold
    geo::Point shift{}; ///< metres, from its true place
    Rect rect{};        ///< the frame on the page
};

/// A map in its place on the page.
struct MapPage {
    MapFrame frame;
    geo::Regions regions; ///< simplified to CSS pixels in the frame
    geo::Regions finer;   ///< simplified to the style's dpi; none where that is no more than 96
    LandMask land;        ///< with all that is drawn on it, where it reaches out to sea
    std::optional<FramedRegion> framed{};
};

/// How far a border of regions in this box may be drawn from where it is, so that nobody sees it on
/// a map of this style: metres.
double unseen_error(const geo::Box& box, const input::Style& style);

/// The map as wide as the page, at its right and its upper margin, with nothing beside it yet. A
/// framed region is still in its place; the map is as large as the others allow. Lines are off by
/// less than a quarter of a pixel: in `regions` of a CSS pixel, which SVG shows, in `finer` of one
/// at the style's dpi, for PNG and PDF. Islands below a CSS pixel are dots of that size, or counted
/// to the land that they lie at (geo/dots.h).
MapPage map_at_top(const geo::Regions& regions, std::optional<std::size_t> framed,
                   const input::Style& style);

/// Moves the map down until heading and legend, `beside`, stand in free sea at the top left, and
/// the framed region, in its frame with a title of this size, where the map can stand highest.
void lower(MapPage& map, std::vector<Rect> beside, scene::Size title, const input::Style& style);

/// The map in a place of its own.
MapPage set_map_at(const geo::Regions& regions, const MapFrame& frame, const input::Style& style);

/// The shape of a region, by its number, where the map stands in another place of the page.
scene::Path region_path(const MapPage& map, const MapFrame& frame, std::size_t region,
                        scene::Fill fill);

/// The shape of a region, by its number.
inline scene::Path region_path(const MapPage& map, std::size_t region, scene::Fill fill) {
    return region_path(map, map.frame, region, fill);
}

/// How far the land must move down so that `blocks`, with so much room around them, lie in free
/// sea; never further than below them. `top` is where the map begins.
Length lowest_needed(const LandMask& land, const std::vector<Rect>& blocks, Length clearance,
                     Length top);

/// A map that stands on the page several times.
struct SmallMap {
    geo::Box bounds;
    Length scale;
    MapPage page; ///< with its top left corner at that of the page

    /// The map with its top left corner there.
    [[nodiscard]] MapFrame at(scene::Position corner) const { return {bounds, scale, corner}; }
    [[nodiscard]] Length height() const { return scale * bounds.height(); }
};

/// A map of this width.
SmallMap set_small_map(const geo::Regions& regions, Length width, const input::Style& style);

/// What lies beneath a line, as wide as an outline on each side, and keeps it apart from its
/// ground: light beneath a dark line, dark beneath a light one.
scene::Stroke casing_of(const scene::Stroke& line, const input::Style& style);

/// Gives `areas`, the group of all regions' shapes, the coast as its outline, which shows its outer
/// half, so that the fill of an islet stays as large as the islet. Gives the group to draw over it:
/// the borders between regions, each once, and the coast where two regions lie so near each other
/// that one may hide the other's outline. All cased where the style has them so.
scene::Group draw_lines(const MapPage& map, const input::Style& style, scene::Group& areas);

/// A group that says nothing that is not said elsewhere.
scene::Group decoration(std::vector<scene::Node> children);

} // namespace cairn::figure
