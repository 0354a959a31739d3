#pragma once

#include "render/colour/theme.h"
#include "render/scene/scene.h"

#include <string>

namespace cairn::output {

/// Black or white, whichever stands out more from the page and from each mark, by the least of its
/// contrasts.
colour::Colour focus_colour(const scene::Page& page, const colour::Theme& theme);

/// Classes of marks that can have the keyboard's focus. One with texts gets a box around all of it
/// and a line around its shape; one that is a shape alone, such as an area, a line along its edge,
/// whose inner half no neighbour can cover.
constexpr const char* boxed_mark = "cairn-boxed";
constexpr const char* mark_shape = "cairn-shape"; ///< within a boxed mark
constexpr const char* edged_mark = "cairn-edged";

/// CSS for the mark that has the focus, within `scope`, a selector. `dark` is the theme of
/// a dark scheme, or null.
std::string focus_rules(const scene::Page& page, const colour::Theme& theme,
                        const colour::Theme* dark, const std::string& scope);

} // namespace cairn::output
