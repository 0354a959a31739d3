#pragma once

#include "render/facts/facts.h"
#include "render/map/page/map_page.h"
#include "render/scene/measure.h"
#include "render/words/words.h"

#include <string>

/// The frame of a region that does not stand in its place.
namespace cairn::map {

/// What stands in the frame above the region: its name, and its value where it has one to show.
struct FrameTitle {
    std::string name;
    std::string value;    ///< may be empty
    std::string language; ///< of the name, BCP 47, where it is not the figure's
    scene::Size size;     ///< nothing where no region is framed
};

FrameTitle frame_title(const facts::Facts& facts, const words::Words& words,
                       const input::Style& style, const scene::Fonts& fonts);

/// The frame with its title; nothing where no region is framed.
std::vector<scene::Node> draw_frame(const MapPage& map, const FrameTitle& title,
                                    const input::Style& style, const scene::Fonts& fonts);

} // namespace cairn::map
