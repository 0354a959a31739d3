#include "render/input/figure/read_table_format.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace cairn::input {

namespace {

constexpr int most_rows = 1'048'576;
constexpr int most_columns = 16'384;

constexpr std::array format_keys{
    Key{"delimiter", "\";\""},        Key{"encoding", "windows-1252"}, Key{"sheet", "Table 3"},
    Key{"range", "B5:H40"},           Key{"header_row", "4"},          Key{"decimal", "\",\""},
    Key{"missing", "[\"*\", \"x\"]"}, Key{"empty", "missing"},
};

/// Takes a cell, "B5", off the front: its column and row.
std::optional<std::pair<int, int>> take_cell(std::string_view& text) {
    int column = 0;
    while (!text.empty() && is_letter(text.front()) && column <= most_columns) {
        column = column * 26 + (lower(text.front()) - 'a' + 1);
        text.remove_prefix(1);
    }
    int row = 0;
    while (!text.empty() && is_digit(text.front()) && row <= most_rows) {
        row = row * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    if (column == 0 || column > most_columns || row == 0 || row > most_rows) {
        return std::nullopt;
    }
    return std::pair(column, row);
}

std::vector<std::string> read_marks(MapReader& data, YamlLog& log) {
    std::vector<std::string> marks;
    const std::vector<YamlValue>* items = data.list("missing");
    if (items == nullptr) {
        return marks;
    }
    for (const YamlValue& item : *items) {
        const std::string mark(trimmed(item.text));
        if (item.type != YamlValue::Type::text || mark.empty()) {
            log.report(item, "\"missing\" holds something that is no mark",
                       "write each mark in quotes: missing: [\"*\", \"x\"]; for empty cells, write "
                       "empty: missing");
        } else {
            marks.push_back(mark);
        }
    }
    return marks;
}

} // namespace

std::span<const Key> keys_of_table_format() {
    return format_keys;
}

std::optional<CellRange> parse_cell_range(std::string_view text) {
    const auto first = take_cell(text);
    if (!first || !text.starts_with(':')) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto last = take_cell(text);
    if (!last || !text.empty() || last->first < first->first || last->second < first->second) {
        return std::nullopt;
    }
    return CellRange{first->first, first->second, last->first, last->second};
}

TableFormat read_table_format(MapReader& data, YamlLog& log) {
    TableFormat format;
    format.delimiter =
        data.choice("delimiter", std::array{Choice<char>{",", ','}, Choice<char>{";", ';'},
                                            Choice<char>{"tab", '\t'}, Choice<char>{"|", '|'}});
    format.encoding = data.choice(
        "encoding", std::array{Choice<Encoding>{"utf-8", Encoding::utf_8},
                               Choice<Encoding>{"utf-16", Encoding::utf_16},
                               Choice<Encoding>{"windows-1252", Encoding::windows_1252}});
    format.sheet = data.text("sheet").value_or("");
    if (const auto range = data.text("range")) {
        format.range = parse_cell_range(*range);
        if (!format.range) {
            data.report("range", fmt::format("\"range\" cannot be {}", in_quotes(*range)),
                        "write its first and its last cell: range: B5:H40");
        }
    }
    format.header_row = data.whole("header_row", 1, most_rows);
    format.decimal =
        data.choice("decimal", std::array{Choice<char>{".", '.'}, Choice<char>{",", ','}});
    format.missing = read_marks(data, log);
    format.empty_is_missing = data.choice("empty", std::array{Choice<bool>{"missing", true},
                                                              Choice<bool>{"error", false}})
                                  .value_or(false);
    format.delimiter_where = data.where("delimiter");
    format.encoding_where = data.where("encoding");
    format.sheet_where = data.where("sheet");
    format.range_where = data.where("range");
    format.header_row_where = data.where("header_row");
    return format;
}

} // namespace cairn::input
