#pragma once

#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"
#include "render/resources/shelf.h"

#include <vector>

namespace cairn {

/// The style that a map of these facts is drawn in: with the palette that the figure names, or that
/// groups and a diverging scale have of the style, and with what its colours need, in light and in
/// dark, measured on the fills that this map has:
/// - a casing along borders where the outline is below 3:1 on a fill;
/// - patterns where two fills differ by less than CIEDE2000 8 under a vision;
/// - labels in black and white where the style's are below 4.5:1 on a fill.
/// Each that is turned on is told in `warnings`, and that a palette with hues is drawn in greys.
/// Throws Error, with the figures, where patterns are needed and refused, where there are too few
/// colours for the groups, where a continuous scale cannot be read at its ticks, and as
/// Shelf::with_palette does.
const input::Style& style_for(const input::FigureSpec& spec, const facts::Facts& facts,
                              const input::Style& style, Shelf& shelf,
                              std::vector<Problem>& warnings);

} // namespace cairn
