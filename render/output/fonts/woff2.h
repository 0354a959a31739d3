#pragma once

#include <string>
#include <string_view>

namespace cairn::output {

/// A TrueType font packed as WOFF2 (W3C Recommendation of 2022), its tables as they are. The same
/// font gives the same bytes. Throws std::runtime_error for what is no font.
std::string to_woff2(std::string_view truetype);

} // namespace cairn::output
