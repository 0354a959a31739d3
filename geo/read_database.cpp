#include "geo/read_database.h"

#include "geo/gdal_module.h"
#include "geo/load_gdal.h"

namespace cairn::geo {

std::vector<DatabaseTable> read_database(const DatabaseSource& source,
                                         const std::filesystem::path& module) {
    std::vector<DatabaseTable> tables;
    gdal_function<ReadDatabaseFunction>(source.shown, module, read_database_symbol)(source, tables);
    return tables;
}

} // namespace cairn::geo
