#pragma once

#include "render/facts/facts.h"
#include "render/figure/page.h"

#include <optional>
#include <vector>

namespace cairn::figure {

/// A scale without classes as its legend shows it.
struct ScaleFills {
    facts::Scale scale;
    std::optional<facts::Midpoint> midpoint;
    std::vector<scene::Fill> strip{}; ///< from the lowest value to the highest, at even steps
    std::vector<double> ticks{};      ///< where they stand on it, 0 to 1
    std::vector<scene::Fill> tick_fills{};
};

/// The fills of a map, each with its line of the legend: zero, the classes from lowest to highest
/// or a scale without them, missing.
struct MapFills {
    std::optional<scene::Fill> zero;
    std::vector<scene::Fill> classes;
    std::optional<ScaleFills> scale;
    std::optional<scene::Fill> missing;
    bool plain_zero = false; ///< zero is told by the lack of a mark: its line has no swatch
};

/// A filled box with the outline of areas; two paths where borders are cased.
std::vector<scene::Path> framed(const Rect& box, const scene::Fill& fill,
                                const input::Style& style);

/// The legend of a map as one group, its title and a row a fill in the order of the ramp, from
/// `top_left`.
Block set_legend(const words::Words& words, const MapFills& fills, const input::Style& style,
                 const scene::Fonts& fonts, scene::Position top_left, Length width);

} // namespace cairn::figure
