#pragma once

#include "render/figure/page.h"

#include <span>

namespace cairn::figure {

/// The fills of a map, each with its line of the legend: zero, the classes from lowest to highest,
/// missing.
struct MapFills {
    std::optional<scene::Fill> zero;
    std::vector<scene::Colour> classes;
    std::optional<scene::Fill> missing;
};

/// The legend of a map as one group, its title and a row a fill in the order of the ramp, from
/// `top_left`.
Block set_legend(const facts::Words& words, const MapFills& fills, const input::Style& style,
                 const scene::Fonts& fonts, scene::Position top_left, scene::Length width);

} // namespace cairn::figure
