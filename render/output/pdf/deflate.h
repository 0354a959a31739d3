#pragma once

#include <string>
#include <string_view>

namespace cairn::output {

/// The bytes as a zlib stream (RFC 1950), which PDF calls FlateDecode.
std::string deflate(std::string_view bytes);

} // namespace cairn::output
