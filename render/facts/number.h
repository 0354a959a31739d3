#pragma once

#include <string>

namespace cairn::facts {

/// A number as people write it in English: "1,234", "−3", "0.5"; at most `decimals` decimals,
/// without trailing zeros.
std::string format_number(double value, int decimals);

/// The nearest number that has at most `decimals` decimals, as a sum of such numbers should be.
double rounded(double value, int decimals);

/// How many decimals the shortest text has that reads back as `value`.
int decimals_of(double value);

} // namespace cairn::facts
