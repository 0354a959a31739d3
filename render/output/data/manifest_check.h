#pragma once

#include "base/error.h"

#include <filesystem>
#include <vector>

namespace cairn::output {

/// Warns where files in `folder` are not those that its figures.json names, by size and SHA-256:
/// changed, gone, or of a run that was killed while it put its files there. Silent where there is
/// no figures.json.
void warn_of_changed(const std::filesystem::path& folder, std::vector<Problem>& warnings);

} // namespace cairn::output
