#pragma once

#include <string>

namespace cairn::output {

/// The libraries that decide the bytes of outputs, with the versions that the program runs with:
/// "Cairo 1.16.0, Pango 1.50.12, …".
std::string libraries();

} // namespace cairn::output
