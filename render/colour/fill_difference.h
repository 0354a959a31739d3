#pragma once

#include "render/colour/theme.h"
#include "render/colour/paint.h"

namespace cairn::colour {

/// How far two fills are apart for the vision that tells them apart least.
struct Apart {
    double difference = 0; ///< CIEDE2000; infinite where their patterns tell them apart
    scene::Vision vision = scene::Vision::normal;
};

/// Of two plain fills, or two with one pattern, the colours of their grounds are compared. Patterns
/// tell fills apart where the motifs differ, or stand half as far again from one another.
Apart apart(const Theme& theme, const scene::Fill& first, const scene::Fill& second);

/// The same for one vision.
double apart(const Theme& theme, scene::Vision vision, const scene::Fill& first,
             const scene::Fill& second);

} // namespace cairn::colour
