#include "render/installation.h"

#include "geo/error.h"

#include <system_error>

namespace cairn {

namespace fs = std::filesystem;

Installation find_installation() {
    const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
    const fs::path prefix = folder.parent_path();
    const fs::path installed = prefix / CAIRN_DATA_FOLDER;
    if (fs::is_directory(installed / "styles")) {
        return {installed / "styles", installed / "boundaries",
                prefix / CAIRN_MODULE_FOLDER / "cairn_gdal.so"};
    }
    // Not installed: the build folder stands somewhere in the checkout.
    for (fs::path root = prefix; root.has_relative_path(); root = root.parent_path()) {
        if (fs::is_regular_file(root / "styles" / "screen.yaml")) {
            return {root / "styles", root / "boundaries", folder / "cairn_gdal.so"};
        }
    }
    throw Error(
        Problem{.where = {.file = folder.string()},
                .what = "the styles and boundaries of this program are not where they belong",
                .remedy = "install it with: cmake --install build"});
}

} // namespace cairn
