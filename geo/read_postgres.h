#pragma once

#include "geo/postgres_server.h"
#include "geo/read_database.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace cairn::geo {

/// A table on a server, or a query there: one of the two.
struct PostgresSource {
    PostgresServer server{};
    std::string shown{}; ///< the server as the user gave it, without password; for messages
    std::string table{}; ///< its name, with its schema where the search path does not have it
    std::string query{}; ///< in SQL, one statement
    std::chrono::milliseconds time_limit = std::chrono::seconds(60); ///< of all, once connected
};

/// Reads a table of a PostgreSQL server in a transaction that can read alone; shapes of PostGIS
/// are left out, truth is `true` or `false`, all else is as the server writes it. A
/// password is taken from where libpq finds one (.pgpass, service file, PGPASSWORD), but none of
/// the environment is sent over the network to a host that `server` names; no message holds it.
/// libpq is loaded here, from `module` (cairn_gdal.so). Throws Error where there is no connection,
/// for a table that is not there (naming the nearest), a query that fails or does more than read,
/// after the time limit, and as read_database() does.
DatabaseTable read_postgres(const PostgresSource& source, const std::filesystem::path& module);

} // namespace cairn::geo
