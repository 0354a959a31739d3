#pragma once

#include "render/colour/theme.h"
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

/// Where and with what a page is painted. One unit of `target` is a CSS pixel. All must outlive it.
struct Easel {
    cairo_t* target;
    const colour::Theme& theme;
    const scene::Fonts& fonts;
};

/// Paints a page, its ground first, in drawing order. Throws std::runtime_error when Cairo fails.
void paint(const Easel& easel, const scene::Page& page, Letters letters);

/// The same in parts. The ground comes first: it also sets what all others need.
void paint_ground(const Easel& easel);
void paint(const Easel& easel, const scene::Path& path, Letters letters);
void paint(const Easel& easel, const scene::Text& text, Letters letters);
/// The outline of a group alone; nothing where it has none.
void paint_outline(const Easel& easel, const scene::Group& group);

} // namespace cairn::output
