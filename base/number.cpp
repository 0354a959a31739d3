#include "base/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace cairn {
namespace {

std::string grouped(std::string_view digits, const std::string& separator) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            text += separator;
        }
        text += digits[i];
    }
    return text;
}

/// The number with these digits, which are those of its absolute value.
std::string written(bool negative, std::string_view digits, const NumberFormat& format) {
    const std::size_t point = digits.find('.');
    std::string text = grouped(digits.substr(0, point), format.thousands);
    if (point != std::string_view::npos) {
        text += format.point + std::string(digits.substr(point + 1));
    }
    const bool is_zero = digits.find_first_not_of("0.") == std::string_view::npos;
    return negative && !is_zero ? format.minus + text : text;
}

} // namespace

std::string format_number(double value, int decimals, const NumberFormat& format) {
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    if (digits.find('.') != std::string::npos) {
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') {
            digits.pop_back();
        }
    }
    return written(value < 0, digits, format);
}

std::string format_fixed(double value, int decimals, const NumberFormat& format) {
    return value == 0
               ? "0"
               : written(value < 0, fmt::format("{:.{}f}", std::abs(value), decimals), format);
}

double rounded(double value, int decimals) {
    // Powers of ten to 10^22 are exact, and so is every whole number below 2^53: outside of these
    // a division could only do harm.
    constexpr int most_decimals = 22;
    constexpr double most = 9007199254740992.0;
    const double scale = std::pow(10.0, decimals);
    if (decimals > most_decimals || std::abs(value) * scale >= most) {
        return value;
    }
    return std::round(value * scale) / scale + 0.0; // + 0.0 makes a negative zero positive
}

int decimals_of(double value) {
    // The shortest text may have 17 digits, of which the last two are noise of binary arithmetic.
    constexpr int digits = 15;
    if (!std::isfinite(value)) {
        return 0;
    }
    const std::string text = fmt::format("{:.{}e}", value, digits - 1);
    const std::size_t exponent = text.find('e');
    const std::size_t last = text.find_last_not_of("0.", exponent - 1);
    const std::size_t point = text.find('.');
    const int written = last > point && last != text.npos ? static_cast<int>(last - point) : 0;
    return std::max(0, written - std::stoi(text.substr(exponent + 1)));
}

int most_decimals(std::span<const double> values) {
    int most = 0;
    for (const double value : values) {
        most = std::max(most, decimals_of(value));
    }
    return most;
}

} // namespace cairn
