#include "render/input/table/read_grid.h"

#include "base/error.h"
#include "base/read_file.h"
#include "base/report.h"
#include "render/input/table/read_delimited.h"
#include "render/input/table/read_spreadsheet.h"

#include <fmt/format.h>

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

Grid read_text(std::string bytes, const std::string& shown, const TableFormat& format) {
    constexpr std::string_view what = "text without sheets";
    refuse(!format.sheet.empty(), format.sheet_where, "sheet", shown, what);
    refuse(format.range.has_value(), format.range_where, "range", shown, what);
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
