#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace cairn::output {

struct File;

/// Writes all files into `folder`, or none, as StagedFiles does. Throws Error as it does.
void write_files(const std::filesystem::path& folder, std::span<const File> files);

} // namespace cairn::output
