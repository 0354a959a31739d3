#pragma once

#include "render/run/render.h"

#include <optional>
#include <string_view>

namespace cairn::cli {

/// Prints on standard output and flushes it. What hinders it, if anything does.
[[nodiscard]] std::optional<Problem> print(std::string_view text);

/// Prints problems on standard error.
void print(const std::vector<Problem>& problems, Severity severity);

/// Prints all that a run gave: texts and files on standard output, after these the problems on
/// standard error, so that no line stands within another where both are one. Whether all is done.
[[nodiscard]] bool print(const Report& report);

} // namespace cairn::cli
