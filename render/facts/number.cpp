#include "render/facts/number.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace cairn::facts {
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

} // namespace

std::string format_number(double value, int decimals, const input::NumberFormat& format) {
    const std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t point = digits.find('.');
    std::string text = grouped(std::string_view(digits).substr(0, point), format.thousands);
    if (point != std::string::npos) {
        // The last character kept is a digit other than 0, or the one before the point.
        const std::size_t last = digits.find_last_not_of('0');
        if (last != point) {
            text += format.point + digits.substr(point + 1, last - point);
        }
    }
    const bool negative = value < 0 && text != "0";
    return negative ? format.minus + text : text;
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
    std::array<char, 400> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed);
    const std::string_view text(buffer.data(), error == std::errc() ? end - buffer.data() : 0);
    const std::size_t point = text.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

} // namespace cairn::facts
