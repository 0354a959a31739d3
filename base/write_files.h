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

/// Writes all files into `folder` (made where it is absent), or none: each is written beside its
/// place and flushed, and when all are, they are renamed. Throws Error with the system's reason,
/// and leaves nothing behind then, no new folder either.
void write_files(const std::filesystem::path& folder, std::span<const File> files);

} // namespace cairn
