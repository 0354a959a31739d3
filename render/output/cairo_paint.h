#pragma once

#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <cairo.h>

namespace cairn::output {

/// How letters are painted.
enum class Letters {
    outlines, ///< as filled shapes, exactly where they belong; Cairo's images round glyphs to whole
              ///< pixels
    text,     ///< as text in a font, so that a reader can copy it
};

/// Paints a scene, background first, in drawing order. One unit of `target` is a CSS pixel. Throws
/// std::runtime_error when Cairo fails.
void paint(cairo_t* target, const scene::Scene& scene, const scene::Fonts& fonts, Letters letters);

} // namespace cairn::output
