#pragma once

#include "render/colour/theme.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <cstddef>
#include <vector>

namespace cairn::output {

/// A picture as pixels, rows from the top.
struct Pixels {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<colour::Colour> colours{}; ///< in memory, bytes of red, green and blue

    [[nodiscard]] colour::Colour at(std::size_t x, std::size_t y) const {
        return colours[y * width + x];
    }
};

static_assert(sizeof(colour::Colour) == 3);

enum class Edges {
    smooth, ///< antialiased
    hard    ///< every pixel has a colour of an ink
};

/// A page at `scale` pixels a CSS pixel. Throws Error above 32,767 pixels a side, which Cairo
/// cannot draw.
Pixels to_pixels(const scene::Page& page, const colour::Theme& theme, const scene::Fonts& fonts,
                 double scale, Edges edges);

} // namespace cairn::output
