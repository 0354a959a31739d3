#pragma once

#include <string_view>

namespace cairn::input {

/// Whether the heading of a column says that its values are measures, of which there is no sum:
/// "Rate per 1,000", "Mean age", "% awarded".
bool names_measure(std::string_view heading);

} // namespace cairn::input
