#include "render/boundary_sets/boundary_sets.h"

#include "geo/read_shapefile.h"

#include <algorithm>
#include <system_error>
#include <tuple>

namespace cairn {

namespace fs = std::filesystem;

namespace {

void add_sets(const fs::path& folder, bool imported, std::vector<KnownSet>& sets) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        std::string id = entry.path().filename().string();
        if (id.ends_with(input::boundary_set_ending) && !id.starts_with(".")) {
            id.resize(id.size() - input::boundary_set_ending.size());
            sets.push_back({std::move(id), entry.path(), imported});
        }
    }
}

} // namespace

std::vector<KnownSet> known_sets(const Installation& installation) {
    std::vector<KnownSet> sets;
    add_sets(installation.boundaries, false, sets);
    if (!installation.own_boundaries.empty()) {
        add_sets(installation.own_boundaries, true, sets);
    }
    std::sort(sets.begin(), sets.end(), [](const KnownSet& a, const KnownSet& b) {
        return std::tuple(a.id, !a.imported) < std::tuple(b.id, !b.imported);
    });
    return sets;
}

std::vector<std::string> ids_of(const std::vector<KnownSet>& sets) {
    std::vector<std::string> ids;
    for (const KnownSet& set : sets) {
        if (ids.empty() || ids.back() != set.id) {
            ids.push_back(set.id);
        }
    }
    return ids;
}

geo::Regions read_level(const input::BoundarySetFile& set, const input::BoundaryLevel& level) {
    geo::Regions regions = geo::read_shapefile(set.path.parent_path() / level.file);
    regions.attribution = set.attribution;
    regions.error = level.error;
    return regions;
}

} // namespace cairn
