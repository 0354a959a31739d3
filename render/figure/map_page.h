#pragma once

#include "geo/region.h"
#include "render/figure/land_mask.h"
#include "render/figure/map_frame.h"
#include "render/figure/page.h"
#include "render/input/style.h"
#include "render/scene/scene.h"

#include <vector>

/// What all maps in true shapes share, whatever they show.
namespace cairn::figure {

/// A map in its place on the page.
struct MapPage {
    MapFrame frame;
    geo::Regions regions; ///< simplified to the frame
    LandMask land;
};

/// The map as wide as the page, at its right, so far down that `beside` (heading, legend) stands in
/// free sea at the top left.
MapPage set_map(const geo::Regions& regions, const std::vector<Rect>& beside,
                const input::Style& style);

/// The map in a place of its own.
MapPage set_map_at(const geo::Regions& regions, const MapFrame& frame);

/// The shape of a region.
scene::Path region_path(const geo::MultiPolygon& polygon, const MapFrame& frame, scene::Fill fill);

/// The borders between regions, each once, as one group.
scene::Group draw_borders(const geo::Regions& regions, const MapFrame& frame,
                          const input::Style& style);

inline scene::Group draw_borders(const MapPage& map, const input::Style& style) {
    return draw_borders(map.regions, map.frame, style);
}

/// A map that stands on the page several times.
struct SmallMap {
    geo::Box bounds;
    scene::Length scale;
    geo::Regions regions; ///< simplified to the scale

    /// The map with its top left corner there.
    [[nodiscard]] MapFrame at(scene::Position corner) const { return {bounds, scale, corner}; }
    [[nodiscard]] scene::Length height() const { return scale * bounds.height(); }
};

/// A map of this width.
SmallMap set_small_map(const geo::Regions& regions, scene::Length width);

/// The coast once more, thin, on top of all areas: on a small map a strait is so narrow that two
/// areas hide each other's outline.
scene::Group draw_straits(const geo::Regions& regions, const MapFrame& frame,
                          const input::Style& style);

/// The coast: the outline of the group that holds all regions. It shows its outer half, so that
/// the fill of an islet stays as large as the islet.
scene::Stroke coast_outline(const input::Style& style);

/// A group that says nothing that is not said elsewhere.
scene::Group decoration(std::vector<scene::Node> children);

} // namespace cairn::figure
