#pragma once

#include "render/facts/facts.h"
#include "render/input/style/style.h"
#include "render/page/page.h"
#include "render/scene/measure.h"
#include "render/words/words.h"

#include <vector>

namespace cairn::map {

/// Dots with their middles at these places.
scene::Path dots_path(const std::vector<scene::Position>& places, Length radius);

/// The title and rows of the legend, and a row that says what a dot is.
page::Block set_dot_legend(const facts::Facts& facts, const words::Words& words, Length radius,
                           const input::Style& style, const scene::Fonts& fonts,
                           scene::Position top_left, Length width);

} // namespace cairn::map
