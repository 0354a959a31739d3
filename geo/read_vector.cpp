#include "geo/read_vector.h"

#include "base/error.h"
#include "base/read_file.h"
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

/// What can be known without GDAL. A folder may be a boundary file.
void check_file(const VectorSource& source) {
    std::error_code unreadable;
    if (!std::filesystem::exists(source.file, unreadable)) {
        throw Error(
            Problem{.where = {.file = source.shown},
                    .what = "there is no such file",
                    .remedy = "check the path; in a figure file it is relative to that file"});
    }
    if (!std::filesystem::is_directory(source.file, unreadable)) {
        constexpr std::uintmax_t most_bytes = std::uintmax_t{4} << 30;
        check_regular_file(source.file, source.shown, most_bytes);
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

/// A function of the module, which stays loaded.
template<typename Function>
Function* find(const VectorSource& source, const std::filesystem::path& module,
               const char* symbol) {
    const Module loaded = load(source, module);
    auto* const found = reinterpret_cast<Function*>(dlsym(loaded.get(), symbol));
    if (found == nullptr) {
        throw_load_error(source);
    }
    return found;
}

} // namespace

Regions read_vector(const VectorSource& source, const std::filesystem::path& module,
                    const ReadingSteps& steps) {
    check_file(source);
    Regions regions;
    find<ReadVectorFunction>(source, module, read_vector_symbol)(source, steps, regions);
    return regions;
}

std::vector<VectorLayer> read_fields(const VectorSource& source,
                                     const std::filesystem::path& module) {
    check_file(source);
    std::vector<VectorLayer> layers;
    find<ReadFieldsFunction>(source, module, read_fields_symbol)(source, layers);
    return layers;
}

} // namespace cairn::geo
