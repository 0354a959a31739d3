#pragma once

#include "base/error.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace cairn::geo {

/// `path` with `extension` put on.
std::filesystem::path part_of(const std::filesystem::path& path, std::string_view extension);

/// What is wrong with the parts of a polygon shapefile in British National Grid, found from their
/// headers before shapelib reads them: one that is absent, cut off or of another kind, shapes and
/// records of different number, no or another coordinate system. Empty when nothing is.
std::vector<Problem> check_shapefile_parts(const std::filesystem::path& path);

} // namespace cairn::geo
