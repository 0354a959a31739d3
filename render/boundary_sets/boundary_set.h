#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// One level of detail of a boundary set.
struct BoundaryLevel {
    std::string file; ///< name of the shapefile beside the description, without extension
    double error = 0; ///< how far its borders lie from those of the most detailed level, metres
};

/// What there is to know of a boundary set, from the file that describes it.
struct BoundarySetFile {
    std::filesystem::path path;
    std::string title; ///< what the areas are; may be empty
    std::string attribution;
    std::string licence;               ///< may be empty
    std::string source;                ///< what it was made from; may be empty
    std::string note;                  ///< what to know before using it; may be empty
    std::string advice;                ///< what to do if it does not serve; may be empty
    std::vector<BoundaryLevel> levels; ///< never none, the most detailed first
};

/// What the name of a describing file ends in, after the id.
inline constexpr std::string_view boundary_set_ending = ".boundaries.yaml";

/// Reads ID.boundaries.yaml (docs/boundaries.md). Throws Error, with line and column, as read_yaml
/// and MapReader do, and for levels that do not grow coarser one by one.
BoundarySetFile read_boundary_set(const std::filesystem::path& path);

/// The text of such a file.
std::string to_yaml(const BoundarySetFile& set);

} // namespace cairn::input
