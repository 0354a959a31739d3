#pragma once

#include <string>
#include <string_view>

namespace cairn {

/// A text as a cell of a CSV file (RFC 4180): in quotes where it must be.
std::string csv_cell(std::string_view text);

} // namespace cairn
