#pragma once

#include "render/map/page/map_fills.h"
#include "render/page/page.h"

#include <vector>

namespace cairn::map {

/// A filled box with the outline of areas; two paths where borders are cased.
std::vector<scene::Path> framed(const page::Rect& box, const colour::Fill& fill,
                                const input::Style& style);

/// The legend of a map as one group, its title and a row a fill in the order of the ramp, from
/// `top_left`.
page::Block set_legend(const words::Words& words, const MapFills& fills, const input::Style& style,
                       const scene::Fonts& fonts, scene::Position top_left, Length width);

} // namespace cairn::map
