#pragma once

#include "render/colour/paint.h"
#include "render/colour/theme.h"

namespace cairn::colour {

/// How far two fills are apart for the vision that tells them apart least.
struct Apart {
    double difference = 0; ///< CIEDE2000; infinite where their patterns tell them apart
    colour::Vision vision = colour::Vision::normal;
};

/// Of two plain fills, or two with one pattern, the colours of their grounds are compared. Patterns
/// tell fills apart where the motifs differ, or stand half as far again from one another.
Apart apart(const Theme& theme, const colour::Fill& first, const colour::Fill& second);

/// The same for one vision.
double apart(const Theme& theme, colour::Vision vision, const colour::Fill& first,
             const colour::Fill& second);

} // namespace cairn::colour
