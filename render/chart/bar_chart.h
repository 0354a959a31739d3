#pragma once

#include "render/facts/facts.h"
#include "render/input/style/style.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"
#include "render/words/words.h"

namespace cairn::chart {

/// Horizontal bars from zero: names in full at the left, values at the bars' ends, a baseline at
/// zero, no axis. The page is as wide as the style says and as high as the rows need.
scene::Scene draw_bar_chart(const facts::Facts& facts, const words::Words& words,
                            const input::Style& style, const scene::Fonts& fonts);

} // namespace cairn::chart
