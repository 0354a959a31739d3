#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::geo {

/// A database in a file: SQLite, or a GeoPackage, which is one.
struct DatabaseSource {
    std::filesystem::path file; ///< opened
    std::string shown;          ///< the file as the user gave it; for messages
    std::string table{};        ///< the only one to read; empty: all
    std::string query{};        ///< in SQL, which gives the table; empty: none
};

/// A table of a database, or what a query gave. Numbers and dates are as programs write them
/// (`1.5`, `2024-03-31`). A number that is NULL reads `NULL`, a text that is NULL is empty.
struct DatabaseTable {
    std::string name{}; ///< empty of a query
    std::vector<std::string> columns{};
    std::vector<std::vector<std::string>> rows{}; ///< as many cells as columns
};

/// Reads the tables of a database, which is opened to be read alone; shapes of features are left
/// out. GDAL is loaded here, from `module` (cairn_gdal.so). Throws Error on a file that is no
/// database, for a table that is not there (naming the nearest), a query that fails or does more
/// than read, and for more than five million cells.
std::vector<DatabaseTable> read_database(const DatabaseSource& source,
                                         const std::filesystem::path& module);

} // namespace cairn::geo
