#pragma once

#include "render/scene/paint.h"

namespace cairn::scene {

/// How far two fills are apart for the vision that tells them apart least.
struct Apart {
    double difference = 0; ///< CIEDE2000; infinite where their patterns tell them apart
    Vision vision = Vision::normal;
};

/// Of two plain fills, or two with one pattern, the colours of their grounds are compared. Patterns
/// tell fills apart where the motifs differ, or stand half as far again from one another.
Apart apart(const Fill& first, const Fill& second);

/// The same for one vision.
double apart(Vision vision, const Fill& first, const Fill& second);

} // namespace cairn::scene
