#include "render/output/number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace cairn::output {

std::string plain_number(double value) {
    std::array<char, 400> digits{};              // enough for the longest double
    const double plain = value == 0 ? 0 : value; // no "-0"
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), plain,
                                            std::chars_format::fixed);
    return {digits.data(), end};
}

std::string number_cell(const std::optional<double>& value) {
    return value ? plain_number(*value) : "";
}

long long hundredths(Length length) {
    return std::llround(length.to_px() * 100);
}

std::string in_unit(Length length, Unit unit) {
    const long long value = hundredths(length);
    return unit == Unit::hundredth ? std::to_string(value) : from_hundredths(value);
}

std::string from_hundredths(long long value) {
    std::string text = value < 0 ? "-" : "";
    const long long size = std::abs(value);
    const long long rest = size % 100;
    if (size >= 100 || size == 0) {
        text += std::to_string(size / 100);
    }
    if (rest != 0) {
        text += '.';
        text += static_cast<char>('0' + rest / 10);
    }
    if (rest % 10 != 0) {
        text += static_cast<char>('0' + rest % 10);
    }
    return text;
}

} // namespace cairn::output
