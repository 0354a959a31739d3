#pragma once

#include "render/facts/facts.h"
#include "render/facts/words.h"

#include <string>

namespace cairn::facts {

/// Writes every word of the figure in English from its facts.
Words describe(const Facts& facts);

/// A number as people write it in English: "1,234", "−3", "0.5"; at most `decimals` decimals,
/// without trailing zeros.
std::string format_number(double value, int decimals);

} // namespace cairn::facts
