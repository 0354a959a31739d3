#pragma once

#include "base/length.h"

/// What every figure keeps, by its style and as it is painted.
namespace cairn::colour {

constexpr double least_text_contrast = 4.5; ///< WCAG 2.2, 1.4.3
constexpr double least_mark_contrast = 3;   ///< WCAG 2.2, 1.4.11
constexpr double least_difference = 8;      ///< CIEDE2000 between neighbouring classes
constexpr Length smallest_text = Length::px(11);
constexpr Length smallest_target = Length::px(24); ///< WCAG 2.2, 2.5.8

/// A ramp has at most so many steps that readers tell apart.
constexpr int most_classes = 7;

} // namespace cairn::colour
