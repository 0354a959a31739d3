#pragma once

#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"
#include "render/resources/resource_cache.h"

#include <optional>
#include <vector>

namespace cairn {

/// The style of one map.
struct MapStyle {
    std::optional<input::Style> own{}; ///< nothing where the figure's style does as it is
    std::vector<Problem> warnings{};   ///< of what was turned on
    std::optional<Problem> lacks{};    ///< why it cannot tell apart what the map shows
};

/// The style that a map of these facts is drawn in: with the palette that the figure names, or that
/// groups and a diverging scale have of the style, and with what its colours need, in light and in
/// dark, measured on the fills that this map has:
/// - a casing along borders where the outline is below 3:1 on a fill;
/// - patterns where two fills differ by less than CIEDE2000 8 under a vision;
/// - labels in black and white where the style's are below 4.5:1 on a fill.
/// It warns of each that is turned on, and that a palette with hues is drawn in greys. It lacks,
/// with the figures, patterns that are needed and refused, or more than patterns; a continuous
/// scale must be readable at its ticks without. Throws Error where there are too few colours for
/// the groups, and as ResourceCache::with_palette does.
MapStyle style_for(const input::FigureSpec& spec, const facts::Facts& facts,
                   const input::Style& style, ResourceCache& cache);

} // namespace cairn
