#include "render/input/table/read_grid.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/read_file.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/table/read_delimited.h"
#include "render/input/table/read_spreadsheet.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

/// Nothing that the author wrote is passed over.
void refuse(bool is_given, const Location& where, std::string_view key, const std::string& shown,
            std::string_view what) {
    if (is_given) {
        throw Error(
            Problem{.where = where,
                    .what = fmt::format("\"{}\" does not fit {}, which is {}", key, shown, what),
                    .remedy = "take it away"});
    }
}

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

void refuse_no_table(std::string_view bytes, const std::string& shown) {
    constexpr std::size_t most_bytes = 64;
    const std::string start = lower(trimmed(bytes.substr(0, most_bytes)));
    for (const auto& [beginning, what] : no_tables) {
        if (start.starts_with(beginning)) {
            throw Error(Problem{.where = {.file = shown},
                                .what = fmt::format("is {}, not a table", what),
                                .remedy = "open it in a spreadsheet program, or copy its table "
                                          "there, and save it as .xlsx"});
        }
    }
}

Grid read_text(std::string bytes, const std::string& shown, const TableFormat& format) {
    constexpr std::string_view what = "text without sheets";
    refuse(!format.sheet.empty(), format.sheet_where, "sheet", shown, what);
    refuse(format.range.has_value(), format.range_where, "range", shown, what);
    refuse_no_table(bytes, shown);
    const DecodedText decoded = decode_text(std::move(bytes), shown, format.encoding);
    Grid grid = read_delimited(decoded.text, shown, format.delimiter);
    append(grid.warnings, decoded.warnings);
    append(grid.notices, decoded.notices);
    return grid;
}

} // namespace

std::vector<Grid> read_grids(const std::filesystem::path& path, const std::string& shown,
                             const TableFormat& format) {
    std::string bytes = read_bytes(path, shown);
    if (!is_spreadsheet(bytes)) {
        return {read_text(std::move(bytes), shown, format)};
    }
    refuse(format.delimiter.has_value(), format.delimiter_where, "delimiter", shown,
           "a spreadsheet");
    refuse(format.encoding.has_value(), format.encoding_where, "encoding", shown, "a spreadsheet");
    return read_spreadsheet(std::move(bytes), shown, format);
}

} // namespace cairn::input
