#pragma once

#include "render/map/legend/legend.h"

namespace cairn::map {

/// The bar of a scale without classes, with ticks and their numbers below it, the lowest and the
/// highest value among them; the tick of a midpoint is longer. A number without room beside its
/// neighbours is left out: those at the midpoint and at the ends come first.
page::Block set_scale(const words::Words& words, const ScaleFills& fills, const input::Style& style,
                      const scene::Fonts& fonts, scene::Position top_left, Length width);

} // namespace cairn::map
