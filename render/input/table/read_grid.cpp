#include "render/input/table/read_grid.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/report.h"
#include "base/white_space.h"
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

/// How a file begins.
std::string start_of(const std::filesystem::path& path, const std::string& shown,
                     std::uintmax_t most_bytes) {
    constexpr std::size_t start_bytes = 64;
    std::string bytes;
    OpenFile(path, shown, most_bytes).read(start_bytes, bytes);
    return bytes;
}

void refuse_no_table(std::string_view start, const std::string& shown) {
    for (const auto& [beginning, what] : no_tables) {
        if (lower(trimmed(start)).starts_with(beginning)) {
            throw Error(Problem{.where = {.file = shown},
                                .what = fmt::format("is {}, not a table", what),
                                .remedy = "open it in a spreadsheet program, or copy its table "
                                          "there, and save it as .xlsx"});
        }
    }
}

/// Refuses what is no text in columns.
const std::filesystem::path& checked(const std::filesystem::path& path, const std::string& shown,
                                     const TableFormat& format, std::uintmax_t most_bytes) {
    constexpr std::string_view what = "text without sheets";
    refuse_key(!format.sheet.empty(), format.sheet_where, "sheet", shown, what);
    refuse_key(format.range.has_value(), format.range_where, "range", shown, what);
    refuse_key(!format.table.empty(), format.table_where, "table", shown, no_database);
    refuse_key(!format.query.empty(), format.query_where, "query", shown, no_database);
    refuse_no_table(start_of(path, shown, most_bytes), shown);
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

bool holds_spreadsheet(const std::filesystem::path& path, const std::string& shown,
                       std::uintmax_t most_bytes) {
    return is_spreadsheet(start_of(path, shown, most_bytes));
}

TextRows::TextRows(const std::filesystem::path& path, const std::string& shown,
                   const TableFormat& format, std::uintmax_t most_bytes)
    : m_shown(shown),
      m_file(checked(path, shown, format, most_bytes), shown, format.encoding, most_bytes),
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

std::vector<Grid> read_grids(const std::filesystem::path& path, const std::string& shown,
                             const TableFormat& format) {
    if (holds_spreadsheet(path, shown)) {
        refuse_key(format.delimiter.has_value(), format.delimiter_where, "delimiter", shown,
                   "a spreadsheet");
        refuse_key(format.encoding.has_value(), format.encoding_where, "encoding", shown,
                   "a spreadsheet");
        refuse_key(!format.table.empty(), format.table_where, "table", shown, no_database);
        refuse_key(!format.query.empty(), format.query_where, "query", shown, no_database);
        return read_spreadsheet(read_bytes(path, shown), shown, format);
    }
    TextRows rows(path, shown, format);
    Grid grid = rows.grid();
    while (auto row = rows.next()) {
        grid.rows.push_back(std::move(*row));
    }
    return {std::move(grid)};
}

} // namespace cairn::input
