#pragma once

#include "base/length.h"
#include "render/colour/ink.h"

#include <variant>

/// How texts are set, shapes filled and lines drawn.
namespace cairn::colour {

enum class Weight { regular, bold };

/// How a text is set, in the one family of the style.
struct Font {
    Length size;
    Weight weight = Weight::regular;

    friend bool operator==(const Font&, const Font&) = default;
};

struct Stroke {
    colour::Ink ink;
    Length width;
    bool round = false; ///< round caps and joins; a subpath of one point is then a dot
};

/// What a hatch repeats: lines at 45 degrees, level, upright, crossing, or dots on a square grid.
enum class Motif { rising, falling, level, upright, cross, grid, dots };

/// A ground with lines or dots over it, in one phase with the page's corner.
struct Hatch {
    colour::Plain ground;
    colour::Ink line;
    Length spacing; ///< between the middles of two lines or dots
    Length width;   ///< of a line; across a dot
    Motif motif = Motif::rising;

    friend bool operator==(const Hatch&, const Hatch&) = default;
};

using Fill = std::variant<colour::Plain, Hatch>;

/// The ink of a fill; of a hatch that of its ground.
[[nodiscard]] inline const colour::Plain& ground_of(const Fill& fill) {
    const Hatch* hatch = std::get_if<Hatch>(&fill);
    return hatch == nullptr ? std::get<colour::Plain>(fill) : hatch->ground;
}

} // namespace cairn::colour
