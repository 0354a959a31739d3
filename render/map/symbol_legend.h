#pragma once

#include "render/facts/facts.h"
#include "render/page/page.h"

namespace cairn::map {

/// The legend of a map of circles as one group from `top_left`: its title, rows for zero and
/// missing, and a circle for each round value, the largest around the others on one base, with
/// their numbers at the right. `radius` is that of `largest`.
page::Block set_symbol_legend(const facts::Facts& facts, const words::Words& words, double largest,
                              Length radius, const input::Style& style, const scene::Fonts& fonts,
                              scene::Position top_left, Length width);

} // namespace cairn::map
