#pragma once

#include "render/input/figure/table_format.h"
#include "render/input/figure/table_source.h"
#include "render/input/table/grid.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::input {

/// The cells of a database's tables, each a grid whose first row has the names of the columns; or
/// of the one that the format names or asks for (geo/read_database.h); of a server, it does that.
/// `gdal_module` loads GDAL. Throws Error as geo::read_database() and geo::read_postgres() do, and
/// at a key of the format that does not fit one.
std::vector<Grid> read_database(const TableSource& source, const std::string& shown,
                                const TableFormat& format,
                                const std::filesystem::path& gdal_module);

} // namespace cairn::input
