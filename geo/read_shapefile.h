#pragma once

#include "geo/region.h"

#include <filesystem>

namespace cairn::geo {

/// Reads one level of a boundary set: `path`.shp, .shx, .dbf and .prj with the fields code, name
/// and name_gd, in EPSG:27700 (metres). Regions come in file order, without attribution. Uses
/// shapelib alone, so that GDAL is not loaded. Throws Error, with file, feature and field, on an
/// absent, truncated or mismatched part, an absent field, or another coordinate system.
Regions read_shapefile(const std::filesystem::path& path);

} // namespace cairn::geo
