#include "render/input/table/read_grid.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/table/read_database.h"
#include "render/input/table/read_spreadsheet.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

constexpr std::string_view no_database = "no database";

/// How a file begins that is taken for a table, and is none.
struct NoTable {
    std::string_view beginning; ///< in small letters
    std::string_view what;
};

constexpr std::array no_tables{
    NoTable{"%pdf-", "a PDF"},       NoTable{"<!doctype html", "a web page"},
    NoTable{"<html", "a web page"},  NoTable{"<table", "a web page"},
    NoTable{"<?xml", "an XML file"},
};

void refuse_no_table(std::string_view start, const std::string& shown) {
    for (const auto& [beginning, what] : no_tables) {
        if (lower(trimmed(start)).starts_with(beginning)) {
            throw_at(shown, fmt::format("is {}, not a table", what),
                     "open it in a spreadsheet program, or copy its table there, and save it as "
                     ".xlsx");
        }
    }
}

/// Refuses what is no text in columns.
const std::filesystem::path& checked(const std::filesystem::path& path, const std::string& shown,
                                     const TableFormat& format) {
    constexpr std::string_view what = "text without sheets";
    refuse_key(!format.sheet.empty(), format.sheet_where, "sheet", shown, what);
    refuse_key(format.range.has_value(), format.range_where, "range", shown, what);
    refuse_key(!format.table.empty(), format.table_where, "table", shown, no_database);
    refuse_key(!format.query.empty(), format.query_where, "query", shown, no_database);
    return path;
}

} // namespace

void refuse_key(bool is_given, const Location& where, std::string_view key,
                const std::string& shown, std::string_view what) {
    if (is_given) {
        throw Error(
            Problem{.where = where,
                    .what = fmt::format("\"{}\" does not fit {}, which is {}", key, shown, what),
                    .remedy = "take it away"});
    }
}

TableFile table_file_of(const TableSource& source, const std::string& shown) {
    const auto* const path = std::get_if<std::filesystem::path>(&source);
    if (path == nullptr) {
        return TableFile::database;
    }
    // Of every SQLite file (sqlite.org/fileformat.html, 1.3.1).
    constexpr std::string_view database_start("SQLite format 3\0", 16);
    constexpr std::uintmax_t most_bytes = std::uintmax_t{16} << 30; // of records and databases
    constexpr std::size_t start_bytes = 64;
    std::string start;
    OpenFile(*path, shown, most_bytes).read(start_bytes, start);
    if (start.starts_with(database_start)) {
        return TableFile::database;
    }
    if (is_spreadsheet(start)) {
        return TableFile::spreadsheet;
    }
    refuse_no_table(start, shown);
    return TableFile::text;
}

TextRows::TextRows(const std::filesystem::path& path, const std::string& shown,
                   const TableFormat& format, std::uintmax_t most_bytes)
    : m_shown(shown), m_file(checked(path, shown, format), shown, format.encoding, most_bytes),
      m_rows([this] { return m_file.next_piece(); }, shown, format.delimiter) {}

std::optional<GridRow> TextRows::next() {
    auto row = m_rows.next();
    if (!row) {
        throw_any(m_rows.problems());
    }
    return row;
}

Grid TextRows::grid() const {
    Grid grid{.file = m_shown, .warnings = m_file.warnings(), .notices = m_rows.notices()};
    append(grid.notices, m_file.notices());
    return grid;
}

std::vector<Grid> read_grids(const TableSource& source, const std::string& shown,
                             const TableFormat& format, const std::filesystem::path& gdal_module) {
    switch (table_file_of(source, shown)) {
    case TableFile::database:
        return read_database(source, shown, format, gdal_module);
    case TableFile::spreadsheet:
        refuse_key(format.delimiter.has_value(), format.delimiter_where, "delimiter", shown,
                   "a spreadsheet");
        refuse_key(format.encoding.has_value(), format.encoding_where, "encoding", shown,
                   "a spreadsheet");
        refuse_key(!format.table.empty(), format.table_where, "table", shown, no_database);
        refuse_key(!format.query.empty(), format.query_where, "query", shown, no_database);
        return read_spreadsheet(read_bytes(std::get<std::filesystem::path>(source), shown), shown,
                                format);
    case TableFile::text:
        break;
    }
    TextRows rows(std::get<std::filesystem::path>(source), shown, format);
    Grid grid = rows.grid();
    while (auto row = rows.next()) {
        grid.rows.push_back(std::move(*row));
    }
    return {std::move(grid)};
}

} // namespace cairn::input
