#include "geo/gdal/open_gdal.h"

#include <cpl_conv.h>
#include <ogr_srs_api.h>

namespace cairn::geo {

GDALDatasetUniquePtr open_file(const std::filesystem::path& file, const char* const* drivers,
                               const char* const* options, const Failures& failures,
                               const std::string& remedy) {
    GDALAllRegister();
    OSRSetPROJEnableNetwork(0);
    // Tables of SQLite that stand for other sources, and its functions that ask the network.
    CPLSetConfigOption("OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO");
    CPLSetConfigOption("OGR_GEOCODE_SERVICE", "none");
    GDALDatasetUniquePtr dataset(GDALDataset::Open(
        file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, options));
    failures.check(remedy);
    return dataset;
}

} // namespace cairn::geo
