#include "render/input/table/read_database.h"

#include "base/white_space.h"
#include "geo/read_database.h"
#include "render/input/table/read_grid.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

GridRow row_of(const std::vector<std::string>& texts, int number) {
    GridRow row{.line = number};
    for (const std::string& text : texts) {
        row.cells.push_back({.text = std::string(trimmed(text))});
    }
    return row;
}

} // namespace

std::vector<Grid> read_database(const std::filesystem::path& path, const std::string& shown,
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
    for (const geo::DatabaseTable& table : geo::read_database(
             {.file = path, .shown = shown, .table = format.table, .query = format.query},
             gdal_module)) {
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
