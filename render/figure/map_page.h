#pragma once

#include "geo/region.h"
#include "render/figure/land_mask.h"
#include "render/figure/map_frame.h"
#include "render/figure/page.h"
#include "render/input/style.h"
#include "render/scene/scene.h"

#include <cstddef>
#include <optional>
#include <string>
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
    geo::Regions regions; ///< simplified to the frame
    LandMask land;        ///< with all that is drawn on it, where it reaches out to sea
    std::optional<FramedRegion> framed{};
};

/// A drawn map, with what its manifest and its author should know of it.
struct MapFigure {
    scene::Scene scene;
    std::vector<scene::Colour> class_colours; ///< zero first, where it is a class
    std::vector<std::string> unnamed; ///< regions that want a label and have no room for their name
};

/// The map as wide as the page, at its right and its upper margin, with nothing beside it yet. A
/// framed region is still in its place; the map is as large as the others allow.
MapPage map_at_top(const geo::Regions& regions, std::optional<std::size_t> framed,
                   const input::Style& style);

/// Moves the map down until heading and legend, `beside`, stand in free sea at the top left, and
/// the framed region, in its frame with a title of this size, where the map can stand highest.
void lower(MapPage& map, std::vector<Rect> beside, scene::Size title, const input::Style& style);

/// The shape of a region.
scene::Path region_path(const geo::MultiPolygon& polygon, const MapFrame& frame, scene::Fill fill);

/// Inner borders and coast, each once, as one group.
scene::Group draw_borders(const MapPage& map, const input::Style& style);

/// A group that says nothing that is not said elsewhere.
scene::Group decoration(std::vector<scene::Node> children);

} // namespace cairn::figure
