#pragma once

#include "base/length.h"

#include <optional>
#include <string>

namespace cairn::output {

/// The shortest decimal that reads back as the same number, without exponent or separators: "5",
/// "0.25", "-3".
std::string plain_number(double value);

/// The same in a cell of a table, which is empty without a number.
std::string number_cell(const std::optional<double>& value);

/// A length in CSS pixels in whole hundredths: what coordinates are rounded to, once.
long long hundredths(Length length);

/// What one stands for in a part of an SVG.
enum class Unit {
    pixel,     ///< a CSS pixel
    hundredth, ///< of one, so that coordinates are whole numbers: a fifth fewer bytes
};

/// A length in a unit, rounded as above: "1.25" or "125".
std::string in_unit(Length length, Unit unit);

/// In CSS pixels.
inline std::string px(Length length) {
    return in_unit(length, Unit::pixel);
}

/// Hundredths as the shortest decimal: "5", ".25", "-.3".
std::string from_hundredths(long long value);

} // namespace cairn::output
