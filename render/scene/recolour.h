#pragma once

#include "render/scene/scene.h"

#include <functional>

namespace cairn::scene {

/// What a colour is laid on with.
enum class Paint {
    page,         ///< the background
    mark,         ///< the fill of a bar, an area or a legend swatch
    rule,         ///< the fill of anything else, such as a baseline
    hatch_ground, ///< of a hatched fill
    hatch_line,   ///< of a hatched fill
    line,         ///< a stroke
    halo,         ///< a stroke that only keeps another apart from its ground
    text
};

/// The new colour of a paint. `text` is the text painted, null for any other paint.
using Recolouring = std::function<Colour(Paint paint, Colour colour, const Text* text)>;

/// The same scene in other colours. Calls `colour_for` for every paint in drawing order, the page
/// first.
Scene recoloured(const Scene& scene, const Recolouring& colour_for);

} // namespace cairn::scene
