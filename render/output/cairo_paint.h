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
    unseen,   ///< as text that will not be painted: without characters that only a stand-in has,
              ///< which may be pictures
};

/// Paints a scene, background first, in drawing order. One unit of `target` is a CSS pixel. Throws
/// std::runtime_error when Cairo fails.
void paint(cairo_t* target, const scene::Scene& scene, const scene::Fonts& fonts, Letters letters);

/// The same in parts. The ground comes first: it also sets what all others need.
void paint_ground(cairo_t* target, const scene::Scene& scene);
void paint(cairo_t* target, const scene::Path& path, const scene::Fonts& fonts, Letters letters);
void paint(cairo_t* target, const scene::Text& text, const scene::Fonts& fonts, Letters letters);
/// The outline of a group alone; nothing where it has none.
void paint_outline(cairo_t* target, const scene::Group& group);

} // namespace cairn::output
