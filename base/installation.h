#pragma once

#include <filesystem>

namespace cairn {

/// Where the program's own files stand, and those that it keeps for its user.
struct Installation {
    std::filesystem::path styles;
    std::filesystem::path boundaries;
    std::filesystem::path gdal_module;
    /// Where the user's imported boundaries stand, which need not be there yet; empty: nowhere.
    std::filesystem::path own_boundaries{};
};

/// Finds its own from the program's own place, whatever the working folder: installed, or in the
/// build folder with the data in the checkout. Throws Error when they are not there. The user's
/// stand in $CAIRN_BOUNDARIES, else in cairn/boundaries in $XDG_DATA_HOME, else in ~/.local/share.
Installation find_installation();

} // namespace cairn
