#pragma once

#include "render/prepare.h"

#include <optional>
#include <span>

namespace cairn {

/// What would be more honest than the maps of a run that shade areas by a count, told once for all
/// of them, at the first; nothing where there is none.
std::optional<Problem> advice_on_counts(std::span<const PreparedFile> files);

} // namespace cairn
