#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace cairn::input {

struct Number {
    double value = 0;
    int decimals = 0; ///< as written: 2 for "1.50"
};

/// A cell that says that there is no number.
struct NoNumber {};

/// Why a text is not read as a number, and what to write.
struct Refusal {
    std::string what;
    std::string remedy;
};

/// The number that a cell holds: plain decimals with an optional sign (`-`, `+` or U+2212), a point
/// before the decimals, and commas only before groups of exactly three digits. More than 15
/// significant digits, which a double would not hold, or decimals are refused. The shorthand of the
/// Government Analysis Function where it stands in place of a number (`[x]`, `[c]`, `[z]`, `[u]`,
/// `[w]`), and `..`, mean that there is none.
std::variant<Number, NoNumber, Refusal> parse_number(std::string_view text);

} // namespace cairn::input
