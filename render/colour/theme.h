#pragma once

#include "render/colour/colour.h"
#include "render/colour/ink.h"

#include <array>
#include <functional>
#include <vector>

namespace cairn::colour {

/// The colours of inks: one look of a figure, which has the same shapes in every other.
struct Theme {
    std::array<colour::Colour, role_count> roles{};
    /// Stops at even steps, from few to many and from far below a midpoint to far above it; between
    /// two of them colours are interpolated in CIELAB.
    std::vector<colour::Colour> ramp{};
    std::vector<colour::Colour> diverging{};
    std::vector<colour::Colour> categories{}; ///< of groups without an order
    colour::Colour dark_label{};              ///< of texts on light areas
    colour::Colour light_label{};             ///< of texts on dark ones
    /// What becomes of every colour in the end, such as how a reader with another colour vision
    /// sees it; nothing where this is empty.
    std::function<colour::Colour(colour::Colour)> seen{};

    [[nodiscard]] colour::Colour& operator[](Role role) {
        return roles[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] colour::Colour operator[](Role role) const {
        return roles[static_cast<std::size_t>(role)];
    }

    /// Throws std::out_of_range for a category that the theme has no colour for, and
    /// std::logic_error for a scale that it has no stops of.
    [[nodiscard]] colour::Colour colour_of(const Ink& ink) const;
};

} // namespace cairn::colour
