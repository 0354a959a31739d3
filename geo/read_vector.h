#pragma once

#include "geo/region.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace cairn::geo {

/// A boundary file of any format that GDAL reads.
struct VectorSource {
    std::filesystem::path file; ///< opened
    std::string shown;          ///< the file as the user gave it; for messages
    std::string code_field{};
    std::string name_field{};
    std::string attribution{};
    std::vector<std::string> codes{}; ///< of the regions to read, sorted; empty for all
};

/// Called as reading goes on; either may be empty.
struct ReadingSteps {
    /// All features are read: how many.
    std::function<void(std::size_t features)> read{};
    /// All regions are valid: how many there are, and how many of them were not.
    std::function<void(std::size_t regions, std::size_t invalid)> repaired{};
};

/// Reads, repairs and projects a boundary file to EPSG:27700. Borders that two regions share stay
/// shared point by point. GDAL is loaded here, from `module` (cairn_gdal.so), and nowhere else.
/// Throws Error, with layer, feature and field, on a file that cannot be read, has no coordinate
/// system, has no such field (naming the nearest), or holds something that is not an area.
Regions read_vector(const VectorSource& source, const std::filesystem::path& module,
                    const ReadingSteps& steps = {});

/// A field of a layer and its value in each feature, as text; empty where there is none.
struct VectorField {
    std::string name;
    std::vector<std::string> values;
};

/// A layer that may hold areas.
struct VectorLayer {
    std::string name;
    std::vector<VectorField> fields;
};

/// The layers of a boundary file that may hold polygons, without these. Only `file` and `shown` of
/// the source are asked. GDAL is loaded as for read_vector. Throws Error on a file that cannot be
/// read.
std::vector<VectorLayer> read_fields(const VectorSource& source,
                                     const std::filesystem::path& module);

} // namespace cairn::geo
