#pragma once

#include "geo/region.h"

#include <filesystem>
#include <string>

namespace cairn::geo {

/// A boundary file of any format that GDAL reads.
struct VectorSource {
    std::filesystem::path file; ///< opened
    std::string shown;          ///< the file as the user gave it; for messages
    std::string code_field;
    std::string name_field;
    std::string attribution;
};

/// Reads, repairs and projects a boundary file to EPSG:27700. Borders that two regions share stay
/// shared point by point. GDAL is loaded here, from `module` (cairn_gdal.so), and nowhere else.
/// Throws Error, with layer, feature and field, on a file that cannot be read, has no coordinate
/// system, has no such field (naming the nearest), or holds something that is not an area.
Regions read_vector(const VectorSource& source, const std::filesystem::path& module);

} // namespace cairn::geo
