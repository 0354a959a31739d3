#pragma once

#include "base/installation.h"
#include "geo/region.h"
#include "render/boundary_sets/boundary_set.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cairn {

/// A boundary set known by its name.
struct KnownSet {
    std::string id;
    std::filesystem::path file; ///< that describes it
    bool imported = false;      ///< else it came with the program
};

/// All boundary sets in order of their ids. Of two with one id the imported one comes first: it is
/// the one that figures use.
std::vector<KnownSet> known_sets(const Installation& installation);

/// The ids of all, each once.
std::vector<std::string> ids_of(const std::vector<KnownSet>& sets);

/// The regions of one level. Throws Error as read_shapefile does.
geo::Regions read_level(const input::BoundarySetFile& set, const input::BoundaryLevel& level);

} // namespace cairn
