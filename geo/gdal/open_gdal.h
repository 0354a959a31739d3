#pragma once

#include "geo/gdal/failures_gdal.h"

#include <gdal_priv.h>

#include <filesystem>
#include <string>

namespace cairn::geo {

/// Opens a file, to be read alone, by one of these drivers, with these options for them; both lists
/// end in a null pointer, and `options` may be one. Nothing but the file itself and those beside it
/// is read: no network, no tables that stand for other sources. Throws Error as Failures does.
GDALDatasetUniquePtr open_file(const std::filesystem::path& file, const char* const* drivers,
                               const char* const* options, const Failures& failures,
                               const std::string& remedy);

} // namespace cairn::geo
