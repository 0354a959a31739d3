#pragma once

#include <string>
#include <string_view>

namespace cairn {

/// The text without white space of any script (no-break spaces too) at both ends.
std::string_view trimmed(std::string_view text);

/// The text without white space at both ends, each run with a tab or line break made one space.
std::string one_line(std::string_view text);

} // namespace cairn
