#pragma once

#include "geo/region.h"

#include <filesystem>

namespace cairn::geo {

/// Reads a built-in boundary set: `path`.shp, .dbf and .prj with the fields code, iso, name and
/// name_gd, in EPSG:27700 (metres), and the attribution line in `path`.attribution.txt. Regions
/// come in file order. Uses shapelib alone, so that GDAL is not loaded. Throws Error, with file,
/// feature and field, on an absent, truncated or mismatched part, an absent field, or another
/// coordinate system.
Regions read_shapefile(const std::filesystem::path& path);

} // namespace cairn::geo
