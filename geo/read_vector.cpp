#include "geo/read_vector.h"

#include "geo/error.h"
#include "geo/gdal_module.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <memory>
#include <system_error>

namespace cairn::geo {
namespace {

struct CloseModule {
    void operator()(void* module) const { dlclose(module); }
};
using Module = std::unique_ptr<void, CloseModule>;

/// What can be told without GDAL. A folder may be a boundary file.
void check_file(const VectorSource& source) {
    std::error_code unreadable;
    if (!std::filesystem::exists(source.file, unreadable)) {
        throw Error(Problem{.where = {.file = source.shown},
                            .what = "there is no such file",
                            .remedy = "check the path; it is relative to the figure file"});
    }
    if (std::filesystem::is_regular_file(source.file, unreadable) &&
        std::filesystem::file_size(source.file, unreadable) == 0) {
        throw Error(Problem{.where = {.file = source.shown},
                            .what = "the file is empty",
                            .remedy = "expected a boundary file, such as a GeoPackage"});
    }
}

[[noreturn]] void throw_load_error(const VectorSource& source) {
    throw Error(
        Problem{.where = {.file = source.shown},
                .what = fmt::format("cannot load GDAL, which reads this file: {}", dlerror()),
                .remedy = "install Cairn whole, and GDAL 3 (Debian: libgdal32)"});
}

Module load(const VectorSource& source, const std::filesystem::path& module) {
    // Kept in memory for good: an exception thrown by the module needs its code until it is
    // destroyed.
    Module loaded(dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE));
    if (!loaded) {
        throw_load_error(source);
    }
    return loaded;
}

} // namespace

Regions read_vector(const VectorSource& source, const std::filesystem::path& module) {
    check_file(source);
    const Module loaded = load(source, module);
    const auto read =
        reinterpret_cast<ReadVectorFunction*>(dlsym(loaded.get(), read_vector_symbol));
    if (read == nullptr) {
        throw_load_error(source);
    }
    Regions regions;
    read(source, regions);
    return regions;
}

} // namespace cairn::geo
