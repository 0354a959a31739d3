#include "geo/load_gdal.h"

#include "base/error.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <memory>

namespace cairn::geo {
namespace {

struct CloseModule {
    void operator()(void* module) const { dlclose(module); }
};
using Module = std::unique_ptr<void, CloseModule>;

[[noreturn]] void throw_load_error(const std::string& shown) {
    throw Error(
        Problem{.where = {.file = shown},
                .what = fmt::format("cannot load GDAL, which reads this file: {}", dlerror()),
                .remedy = "install Cairn whole, and GDAL 3 (Debian: libgdal32)"});
}

} // namespace

void* gdal_address(const std::string& shown, const std::filesystem::path& module,
                   const char* symbol) {
    // Kept in memory for good: an exception thrown by the module needs its code until it is
    // destroyed.
    const Module loaded(dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE));
    void* const found = loaded ? dlsym(loaded.get(), symbol) : nullptr;
    if (found == nullptr) {
        throw_load_error(shown);
    }
    return found;
}

} // namespace cairn::geo
