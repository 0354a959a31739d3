#pragma once

#include "base/number.h"

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

/// Numbers in messages, which are English.
namespace cairn {

/// "1,234".
inline std::string counted(std::size_t count) {
    return format_number(static_cast<double>(count), 0);
}

/// "1 page", "1,234 pages".
inline std::string counted(std::size_t count, std::string_view one, std::string_view other) {
    return counted(count) + " " + std::string(count == 1 ? one : other);
}

/// A measured number at two decimals, rounded down, so that none below its limit looks as if it
/// kept it.
inline double rounded_down(double measured) {
    return std::floor(measured * 100 + 1e-9) / 100;
}

} // namespace cairn
