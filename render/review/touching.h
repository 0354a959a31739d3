#pragma once

#include "render/scene/measure.h"
#include "render/scene/recolour.h"

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

/// All pairs of paints that touch, found in painted pixels: each paint gets a colour of its own,
/// without antialiasing, at a resolution that leaves the thinnest line unbroken.
std::vector<Touch> touching(const scene::Scene& scene, const scene::Fonts& fonts);

/// The contrast that two paints need where they touch (WCAG 2.2, 1.4.3 and 1.4.11): 4.5:1 for text
/// on anything; 3:1 for a line or a fill on what it must differ from, and for a line on its halo,
/// since the halo separates the line from the ground; 0 where nothing depends on it, as with a halo
/// on its ground, or two shades that are both hatched.
double needed_contrast(const Touch& touch);

} // namespace cairn::review
