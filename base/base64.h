#pragma once

#include <string>
#include <string_view>

namespace cairn {

/// Base64 of RFC 4648, padded, on one line: for data URIs.
std::string base64(std::string_view bytes);

} // namespace cairn
