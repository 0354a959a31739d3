#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace cairn::output {

struct File;

/// Writes all files into `folder` (made where it is absent), or none: each is written beside its place, flushed, then
/// renamed. `shown` is the folder as messages give it. Throws Error with the system's reason.
void write_files(const std::filesystem::path& folder, std::span<const File> files);

} // namespace cairn::output
