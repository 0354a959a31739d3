#pragma once

#include "render/colour/theme.h"
#include "render/scene/measure.h"
#include "render/scene/reinked.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What a finished figure is like to those who see it differently: measured, and shown.
namespace cairn::review {

/// A colour as it lies on the page.
struct Painted {
    scene::Paint paint;
    scene::Colour colour;
    std::string text{}; ///< of a text, its string
};

/// "page", "line", "bar, area or swatch"
std::string_view name_of(scene::Paint paint);

/// Two paints that lie side by side somewhere on the page.
struct Touch {
    Painted first;
    Painted second;
    std::size_t length = 0; ///< pixels along which they touch
};

/// Every two paints that touch in the colours of a theme, read off the painted pixels: each paint
/// is given a colour of its own and painted without antialiasing, so fine that the thinnest line is
/// never broken.
std::vector<Touch> touching(const scene::Scene& scene, const colour::Theme& theme,
                            const scene::Fonts& fonts);

/// The contrast that the two need: 4.5:1 for text on anything; 3:1 for a line or a fill on what it
/// must be told from; a line on its halo, which parts it from its
/// ground, among them; 0 where nothing rests on it, as with a halo on its ground, or two shades
/// that both are hatched (WCAG 2.2, 1.4.3 and 1.4.11).
double needed_contrast(const Touch& touch);

} // namespace cairn::review
