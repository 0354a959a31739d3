#pragma once

#include <filesystem>
#include <string>

namespace cairn::geo {

/// The address of a function of the module that loads GDAL (cairn_gdal.so), which stays loaded.
/// Throws Error where it cannot be loaded; `shown` is the file that is to be read by it.
void* gdal_address(const std::string& shown, const std::filesystem::path& module,
                   const char* symbol);

template<typename Function>
Function* gdal_function(const std::string& shown, const std::filesystem::path& module,
                        const char* symbol) {
    return reinterpret_cast<Function*>(gdal_address(shown, module, symbol));
}

} // namespace cairn::geo
