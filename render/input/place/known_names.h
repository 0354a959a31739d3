#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// Areas that have a name together: "Ayrshire".
struct AreaGroup {
    std::string name;
    std::vector<std::string> codes; ///< of its areas, councils
};

/// A town or village.
struct Town {
    std::string name;
    std::vector<std::string> codes; ///< of the areas of each kind that it lies in
};

/// Names of groups of areas and of towns, by keys of their names.
struct KnownNames {
    std::map<std::string, AreaGroup> groups{};
    std::map<std::string, std::vector<Town>> towns{};
};

/// Reads groups.csv and settlements.csv from a folder (columns as in boundaries/README.md). Throws
/// Error as read_csv does.
KnownNames read_known_names(const std::filesystem::path& folder);

/// By which towns are known: "St Andrews" and "Saint Andrews" have one.
std::string town_key(std::string_view name);

/// The group of that name; null where there is none.
const AreaGroup* group_named(const KnownNames& names, std::string_view name);

/// The towns of that name; null where there are none. Of more than one, nobody can know which.
const std::vector<Town>* towns_named(const KnownNames& names, std::string_view name);

} // namespace cairn::input
