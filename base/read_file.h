#pragma once

#include <filesystem>
#include <string>

namespace cairn {

/// The text of a file in UTF-8, without its byte order mark. `shown` is the path as messages give
/// it. Throws Error, with the line where there is one, for a file that is absent, a folder,
/// unreadable, empty, a spreadsheet, not UTF-8 (naming Windows-1252 and UTF-16), or that holds
/// control characters.
std::string read_file(const std::filesystem::path& path, const std::string& shown);

} // namespace cairn
