#pragma once

#include "render/facts/facts.h"
#include "render/figure/legend.h"
#include "render/input/style.h"
#include "render/scene/paint.h"

#include <vector>

/// How areas of a map are shaded, whatever their shapes.
namespace cairn::figure {

/// The classes of a diverging scale by their side of its midpoint.
colour::Sides sides_of(const facts::Facts& facts);

/// The fills that the facts ask for.
MapFills fills_for(const facts::Facts& facts, const input::Style& style);

/// The fill of one area.
scene::Fill fill_of(const facts::Fact& fact, const MapFills& fills, const input::Style& style);

/// Whether areas with a value may have a pattern, on which no text can be read.
bool has_patterns(const MapFills& fills);

/// The inks as the manifest tells them: zero first, where it is one, then those of the classes, or
/// of the ticks of a scale without classes.
std::vector<colour::Plain> inks_of(const MapFills& fills);

/// The ink of a text on an area; that of a zero is quiet where it can be, since it says only that
/// the area was counted.
colour::Ink text_ink_on(const colour::Plain& ground, bool zero);

} // namespace cairn::figure
