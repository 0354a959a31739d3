#pragma once

#include "render/input/catalogue.h"

#include <string>

namespace cairn::facts {

/// A number as people write it: "1,234", "−3", "0.5"; at most `decimals` decimals, without trailing
/// zeros. Messages have the format of English.
std::string format_number(double value, int decimals, const input::NumberFormat& format = {});

/// The nearest number that has at most `decimals` decimals, as a sum of such numbers should be.
double rounded(double value, int decimals);

/// How many decimals the shortest text has that reads back as `value`.
int decimals_of(double value);

} // namespace cairn::facts
