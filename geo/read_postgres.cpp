#include "geo/read_postgres.h"

#include "geo/gdal_module.h"
#include "geo/load_gdal.h"

namespace cairn::geo {

DatabaseTable read_postgres(const PostgresSource& source, const std::filesystem::path& module) {
    DatabaseTable table;
    gdal_function<ReadPostgresFunction>(source.shown, module, read_postgres_symbol)(source, table);
    return table;
}

} // namespace cairn::geo
