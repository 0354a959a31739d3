#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace cairn {

/// A file of a figure, such as its SVG, in memory.
struct File {
    std::string kind; ///< "svg", "png", …, as the manifest names it
    std::string name; ///< file name without folder
    std::string bytes;
};

/// Writes all files into `folder`, or none, as StagedFiles does. Throws Error as it does.
void write_files(const std::filesystem::path& folder, std::span<const File> files);

} // namespace cairn
