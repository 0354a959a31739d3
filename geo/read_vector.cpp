#include "geo/read_vector.h"

#include "base/error.h"
#include "base/read_file.h"
#include "geo/gdal_module.h"
#include "geo/load_gdal.h"

#include <system_error>

namespace cairn::geo {
namespace {

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

} // namespace

Regions read_vector(const VectorSource& source, const std::filesystem::path& module,
                    const ReadingSteps& steps) {
    check_file(source);
    Regions regions;
    gdal_function<ReadVectorFunction>(source.shown, module, read_vector_symbol)(source, steps,
                                                                                regions);
    return regions;
}

std::vector<VectorLayer> read_fields(const VectorSource& source,
                                     const std::filesystem::path& module) {
    check_file(source);
    std::vector<VectorLayer> layers;
    gdal_function<ReadFieldsFunction>(source.shown, module, read_fields_symbol)(source, layers);
    return layers;
}

} // namespace cairn::geo
