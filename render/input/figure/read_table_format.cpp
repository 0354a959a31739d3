#include "render/input/figure/read_table_format.h"

#include "base/quote.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <array>

namespace cairn::input {

namespace {

constexpr std::array format_keys{
    Key{"delimiter", "\";\""},
    Key{"encoding", "windows-1252"},
    Key{"sheet", "Table 3"},
    Key{"range", "B5:H40"},
    Key{"source", "\"postgresql:service=stories\""},
    Key{"table", "stories"},
    Key{"query", "\"SELECT * FROM stories\""},
    Key{"header_row", "4"},
    Key{"decimal", "\",\""},
    Key{"missing", "[\"*\", \"x\"]"},
    Key{"empty", "missing"},
    Key{"brackets", "negative"},
};

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
    format.table = data.text("table").value_or("");
    format.query = data.text("query").value_or("");
    format.header_row = data.whole("header_row", 1, most_sheet_rows);
    format.decimal =
        data.choice("decimal", std::array{Choice<char>{".", '.'}, Choice<char>{",", ','}});
    format.missing = read_marks(data, log);
    format.empty_is_missing = data.choice("empty", std::array{Choice<bool>{"missing", true},
                                                              Choice<bool>{"error", false}})
                                  .value_or(false);
    format.brackets_are_negative =
        data.choice("brackets",
                    std::array{Choice<bool>{"negative", true}, Choice<bool>{"error", false}})
            .value_or(false);
    format.delimiter_where = data.where("delimiter");
    format.encoding_where = data.where("encoding");
    format.sheet_where = data.where("sheet");
    format.range_where = data.where("range");
    format.table_where = data.where("table");
    format.query_where = data.where("query");
    format.header_row_where = data.where("header_row");
    return format;
}

} // namespace cairn::input
