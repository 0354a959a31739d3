#include "render/input/table/read_database.h"

#include "base/overloaded.h"
#include "base/white_space.h"
#include "geo/read_database.h"
#include "geo/read_postgres.h"
#include "render/input/table/read_grid.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <variant>

namespace cairn::input {

namespace {

GridRow row_of(const std::vector<std::string>& texts, int number) {
    GridRow row{.line = number};
    for (const std::string& text : texts) {
        row.cells.push_back({.text = std::string(trimmed(text))});
    }
    return row;
}

std::vector<geo::DatabaseTable> tables_of(const TableSource& source, const std::string& shown,
                                          const TableFormat& format,
                                          const std::filesystem::path& module) {
    return std::visit(Overloaded{[&](const std::filesystem::path& file) {
                                     return geo::read_database({.file = file,
                                                                .shown = shown,
                                                                .table = format.table,
                                                                .query = format.query},
                                                               module);
                                 },
                                 [&](const geo::PostgresServer& server) {
                                     return std::vector{geo::read_postgres({.server = server,
                                                                            .shown = shown,
                                                                            .table = format.table,
                                                                            .query = format.query},
                                                                           module)};
                                 }},
                      source);
}

} // namespace

std::vector<Grid> read_database(const TableSource& source, const std::string& shown,
                                const TableFormat& format,
                                const std::filesystem::path& gdal_module) {
    constexpr std::string_view what = "a database";
    refuse_key(!format.sheet.empty(), format.sheet_where, "sheet", shown, what);
    refuse_key(format.range.has_value(), format.range_where, "range", shown, what);
    refuse_key(format.delimiter.has_value(), format.delimiter_where, "delimiter", shown, what);
    refuse_key(format.encoding.has_value(), format.encoding_where, "encoding", shown, what);
    refuse_key(!format.table.empty() && !format.query.empty(), format.query_where, "query", shown,
               "asked for a table already");
    std::vector<Grid> grids;
    for (const geo::DatabaseTable& table : tables_of(source, shown, format, gdal_module)) {
        Grid& grid = grids.emplace_back();
        grid.file = table.name.empty() ? shown : fmt::format("{} ({})", shown, table.name);
        grid.rows.push_back(row_of(table.columns, 1));
        for (const std::vector<std::string>& row : table.rows) {
            grid.rows.push_back(row_of(row, static_cast<int>(grid.rows.size()) + 1));
        }
    }
    return grids;
}

} // namespace cairn::input
