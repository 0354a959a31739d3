#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace cairn::input {

struct Number {
    double value = 0;
    int decimals = 0; ///< as written: 2 for "1.50"; of more than 15 digits, those that hold
};

/// Why a text is not read as a number, and what to write.
struct Refusal {
    std::string what;
    std::string remedy;
};

/// How many digits of a number are kept, as spreadsheets do: a double holds any so many.
constexpr int kept_digits = 15;

/// The number that a text is: digits with an optional sign before (`-`, `+`, U+2212 or an en dash),
/// decimals after `decimal` (a point or a comma) and an exponent (`1E-05`). Thousands may be parted
/// by commas, or points where decimals stand after a comma, by spaces (U+00A0, U+2009 and U+202F
/// too) or by apostrophes, into groups of exactly three digits. The value is the nearest double;
/// whole numbers of more than 15 significant digits, which may be none of a double, are refused,
/// and so are numbers that 15 decimals do not tell from zero.
std::variant<Number, Refusal> parse_number(std::string_view text, char decimal = '.');

} // namespace cairn::input
