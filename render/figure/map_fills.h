#pragma once

#include "render/facts/facts.h"
#include "render/figure/legend.h"
#include "render/input/style.h"
#include "render/scene/paint.h"

#include <vector>

/// How areas of a map are shaded, whatever their shapes.
namespace cairn::figure {

/// The classes of a diverging scale by their side of its midpoint.
input::Sides sides_of(const facts::Facts& facts);

/// The fills that the facts ask for. Throws Error as diverging_colours does.
MapFills fills_for(const facts::Facts& facts, const input::Style& style);

/// The fill of one area.
scene::Fill fill_of(const facts::Fact& fact, const MapFills& fills, const input::Style& style);

/// Whether areas with a value may have a pattern, on which no text can be read.
bool has_patterns(const MapFills& fills);

/// The colour of a fill; of a hatch that of its ground.
scene::Colour ground_of(const scene::Fill& fill);

/// The colours as the manifest tells them: zero first, where it is one, then those of the classes,
/// or of the ticks of a scale without classes.
std::vector<scene::Colour> colours_of(const MapFills& fills);

/// The colour of a text on an area: dark or light, whichever has more contrast; that of a zero is
/// quiet where it can be, since it says only that the area was counted.
scene::Colour text_colour_on(scene::Colour ground, bool zero, const input::Style& style);

/// The colour that keeps a line apart from its ground: light beneath a dark line, dark beneath a
/// light one.
scene::Colour casing_colour(scene::Colour line, const input::Style& style);

} // namespace cairn::figure
