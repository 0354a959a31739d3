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

/// How far a border of regions in this box may be drawn from where it is, so that nobody sees it on
/// a map of this style: metres.
double unseen_error(const geo::Box& box, const input::Style& style);

/// The map as wide as the page, at its right, so far down that `beside` (heading, legend) stands in
/// free sea at the top left.
MapPage set_map(const geo::Regions& regions, const std::vector<Rect>& beside,
                const input::Style& style);

/// The map in a place of its own.
MapPage set_map_at(const geo::Regions& regions, const MapFrame& frame);

/// The shape of a region.
scene::Path region_path(const geo::MultiPolygon& polygon, const MapFrame& frame, scene::Fill fill);

/// What lies beneath a line, as wide as an outline on each side, and keeps it apart from its
/// ground: light beneath a dark line, dark beneath a light one.
scene::Stroke casing_of(const scene::Stroke& line, const input::Style& style);

/// The borders between regions, each once, as one group; cased where the style has them so.
scene::Group draw_borders(const MapPage& map, const input::Style& style);

/// The coast: the outline of the group that holds all regions. It shows its outer half, so that
/// the fill of an islet stays as large as the islet.
scene::Stroke coast_outline(const input::Style& style);

/// What parts the coast from the regions, over its outline; nothing where borders are not cased.
std::optional<scene::Stroke> coast_casing(const input::Style& style);

/// A group that says nothing that is not said elsewhere.
scene::Group decoration(std::vector<scene::Node> children);

} // namespace cairn::figure
