#pragma once

#include <filesystem>

namespace cairn {

/// Where the program's own files stand.
struct Installation {
    std::filesystem::path styles;
    std::filesystem::path boundaries;
    std::filesystem::path gdal_module;
};

/// Finds them from the program's own place, whatever the working folder: installed, or in the build
/// folder with the data in the checkout. Throws Error when they are not there.
Installation find_installation();

} // namespace cairn
