#pragma once

#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace cairn {

/// The number that the whole text is, as programs write it: no white space, no plus; of integers in
/// that base. Nothing for any other text, and where the type cannot hold it. read_number.h reads
/// what people write.
template<typename Number, typename... Base>
std::optional<Number> to_number(std::string_view text, Base... base) {
    Number number{};
    const char* last = text.data() + text.size();
    const std::from_chars_result read = std::from_chars(text.data(), last, number, base...);
    return read.ec == std::errc() && read.ptr == last ? std::optional(number) : std::nullopt;
}

/// How numbers are written.
struct NumberFormat {
    std::string thousands = ",";
    std::string point = ".";
    std::string minus = "\u2212";
};

/// A number as people write it: "1,234", "−3", "0.5"; at most `decimals` decimals, without trailing
/// zeros. Messages have the format of English.
std::string format_number(double value, int decimals, const NumberFormat& format = {});

/// The same with exactly so many decimals, as the values of one column have them: "6.0" beside
/// "2.1". Zero itself is "0", which differs from what rounds to "0.0".
std::string format_fixed(double value, int decimals, const NumberFormat& format = {});

/// The nearest number that has at most `decimals` decimals, as a sum of such numbers should be.
double rounded(double value, int decimals);

/// How many decimals the number has, written with 15 significant digits: 1 for 0.1 + 0.2.
int decimals_of(double value);

/// The most decimals that any of the values has.
int most_decimals(std::span<const double> values);

} // namespace cairn
