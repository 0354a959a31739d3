#pragma once

#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <cstddef>
#include <vector>

namespace cairn::output {

/// A picture as pixels, rows from the top.
struct Pixels {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<scene::Colour> colours{}; ///< in memory, bytes of red, green and blue

    [[nodiscard]] scene::Colour at(std::size_t x, std::size_t y) const {
        return colours[y * width + x];
    }
};

static_assert(sizeof(scene::Colour) == 3);

enum class Edges {
    smooth, ///< antialiased
    hard    ///< every pixel has a colour of the scene
};

/// The scene at `scale` pixels a CSS pixel. Throws Error above 32,767 pixels a side, which Cairo
/// cannot draw.
Pixels to_pixels(const scene::Scene& scene, const scene::Fonts& fonts, double scale, Edges edges);

} // namespace cairn::output
