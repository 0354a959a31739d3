#include "base/installation.h"

#include "base/error.h"

#include <cstdlib>
#include <system_error>

namespace cairn {

namespace fs = std::filesystem;

namespace {

/// An absolute path from the environment; empty where there is none.
fs::path folder_from(const char* variable) {
    const char* value = std::getenv(variable);
    const fs::path path = value == nullptr ? "" : value;
    return path.is_absolute() ? path : fs::path();
}

/// As the XDG Base Directory Specification has it (version 0.8).
fs::path find_own_boundaries() {
    if (fs::path own = folder_from("CAIRN_BOUNDARIES"); !own.empty()) {
        return own;
    }
    const fs::path data = folder_from("XDG_DATA_HOME");
    const fs::path home = folder_from("HOME");
    if (data.empty() && home.empty()) {
        return {};
    }
    return (data.empty() ? home / ".local/share" : data) / "cairn/boundaries";
}

} // namespace

Installation find_installation() {
    const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
    const fs::path prefix = folder.parent_path();
    const fs::path installed = prefix / CAIRN_DATA_FOLDER;
    if (fs::is_directory(installed / "styles")) {
        return {installed / "styles", installed / "boundaries",
                prefix / CAIRN_MODULE_FOLDER / "cairn_gdal.so", find_own_boundaries()};
    }
    // Not installed: the build folder stands somewhere in the checkout.
    for (fs::path root = prefix; root.has_relative_path(); root = root.parent_path()) {
        if (fs::is_regular_file(root / "styles" / "screen.yaml")) {
            return {root / "styles", root / "boundaries", folder / "cairn_gdal.so",
                    find_own_boundaries()};
        }
    }
    throw Error(
        Problem{.where = {.file = folder.string()},
                .what = "the styles and boundaries of this program are not where they belong",
                .remedy = "install it with: cmake --install build"});
}

} // namespace cairn
