#pragma once

#include "geo/read_database.h"
#include "geo/read_postgres.h"
#include "geo/read_vector.h"

#include <vector>

/// The functions of the module cairn_gdal.so, each with its name in it. All throw Error.
namespace cairn::geo {

/// What read_vector() gives.
using ReadVectorFunction = void(const VectorSource& source, const ReadingSteps& steps,
                                Regions& regions);
inline constexpr const char* read_vector_symbol = "cairn_read_vector";

/// What read_fields() gives.
using ReadFieldsFunction = void(const VectorSource& source, std::vector<VectorLayer>& layers);
inline constexpr const char* read_fields_symbol = "cairn_read_fields";

/// What read_database() gives.
using ReadDatabaseFunction = void(const DatabaseSource& source, std::vector<DatabaseTable>& tables);
inline constexpr const char* read_database_symbol = "cairn_read_database";

/// What read_postgres() gives.
using ReadPostgresFunction = void(const PostgresSource& source, DatabaseTable& table);
inline constexpr const char* read_postgres_symbol = "cairn_read_postgres";

} // namespace cairn::geo
