#pragma once

#include "geo/read_database.h"

#include <cstddef>
#include <string>
#include <vector>

namespace cairn::geo {

/// How much was read of a database.
struct AmountRead {
    std::size_t cells = 0;
    std::size_t bytes = 0;
};

/// Adds a row to a table of the database that messages call `shown`. Throws Error for text that is
/// not UTF-8, and beyond five million cells or 1 GiB.
void add_row(const std::string& shown, std::vector<std::string> row, DatabaseTable& table,
             AmountRead& read);

/// Throws Error, with this remedy, for a query that does not begin as those do that read.
void check_reads(const std::string& shown, const std::string& query, const std::string& remedy);

} // namespace cairn::geo
