#pragma once

#include "render/colour/colour.h"

#include <array>

namespace cairn::colour {

/// Red, green and blue as amounts of light, 0 to 1.
using LinearRgb = std::array<double, 3>;

/// A linear map from three components to three.
using Matrix = std::array<std::array<double, 3>, 3>;

/// Takes off the transfer function of sRGB (IEC 61966-2-1).
LinearRgb to_linear(Colour colour);

/// Puts the transfer function on; each channel is cut off at 0 and 1, then rounded.
Colour from_linear(const LinearRgb& light);

/// The matrix applied to a column vector.
std::array<double, 3> multiply(const Matrix& matrix, const std::array<double, 3>& vector);

} // namespace cairn::colour
