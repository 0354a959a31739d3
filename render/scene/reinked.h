#pragma once

#include "render/scene/scene.h"

#include <functional>

namespace cairn::scene {

/// What an ink is laid on as.
enum class Paint {
    page,         ///< the ground of all
    mark,         ///< the fill of a bar, an area or a legend swatch
    rule,         ///< the fill of anything else, such as a baseline
    hatch_ground, ///< of a hatched fill
    hatch_line,   ///< of a hatched fill
    line,         ///< a stroke
    halo,         ///< a stroke that only keeps another apart from its ground
    text
};

/// The new ink of a paint. `text` is the text painted, null for any other paint.
using Reinking =
    std::function<colour::Plain(Paint paint, const colour::Ink& ink, const Text* text)>;

/// The same scene in other inks, on the same page. Calls `ink_for` for every paint in drawing
/// order.
Scene reinked(const Scene& scene, const Reinking& ink_for);

} // namespace cairn::scene
