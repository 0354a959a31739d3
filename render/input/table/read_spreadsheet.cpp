#include "render/input/table/read_spreadsheet.h"

#include "base/encoding.h"
#include "base/error.h"
#include "base/message_number.h"
#include "base/number.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "render/input/spreadsheet/archive.h"
#include "render/input/spreadsheet/ods.h"
#include "render/input/spreadsheet/sheet.h"
#include "render/input/spreadsheet/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <utility>

namespace cairn::input {

namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view ole_mark = "\xD0\xCF\x11\xE0"; // [MS-CFB], 2.2

[[noreturn]] void fail(const std::string& shown, std::string what, std::string remedy) {
    throw Error(
        Problem{.where = {.file = shown}, .what = std::move(what), .remedy = std::move(remedy)});
}

constexpr const char* save_as_xlsx = "open it in a spreadsheet program, and save it as .xlsx";

/// Files of the older Office are all of one form, and so are new ones with a password.
[[noreturn]] void refuse_ole(std::string_view bytes, const std::string& shown) {
    using namespace std::string_view_literals;
    constexpr std::string_view encrypted = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"sv;
    if (bytes.find(encrypted) != std::string_view::npos) {
        fail(shown, "is protected by a password", "save a copy without the password");
    }
    fail(shown, "is a spreadsheet in the old form (.xls)", save_as_xlsx);
}

std::vector<Sheet> read_sheets(std::string bytes, const std::string& shown) {
    if (bytes.starts_with(ole_mark)) {
        refuse_ole(bytes, shown);
    }
    Archive archive(std::move(bytes), shown);
    if (archive.has("content.xml") && archive.has("mimetype")) {
        if (archive.read("mimetype").find("opendocument.spreadsheet") == std::string::npos) {
            fail(shown, "is an OpenDocument file, but no spreadsheet", "give the path of a table");
        }
        return read_ods(archive);
    }
    if (archive.has("xl/workbook.bin")) {
        fail(shown, "is a binary workbook (.xlsb)", save_as_xlsx);
    }
    if (!archive.has("_rels/.rels") || archive.has("word/document.xml") ||
        archive.has("ppt/presentation.xml")) {
        fail(shown, "is an archive, but no spreadsheet that is known",
             "give the path of a table: .csv, .xlsx or .ods");
    }
    return read_xlsx(archive);
}

/// A sheet's name, which no program lets be longer, for messages.
std::string short_name(const Sheet& sheet) {
    constexpr std::size_t most_characters = 60;
    return std::string(beginning(sheet.name, most_characters));
}

std::string name_of_grid(const std::string& shown, const Sheet& sheet) {
    return fmt::format("{} [{}]", shown, short_name(sheet));
}

/// The sheet of this name, else of this number among those that are not hidden.
Sheet take_sheet(std::vector<Sheet> sheets, const std::string& shown, const TableFormat& format) {
    auto found = std::ranges::find_if(
        sheets, [&](const Sheet& sheet) { return trimmed(sheet.name) == trimmed(format.sheet); });
    if (found != sheets.end()) {
        return std::move(*found);
    }
    std::vector<std::string> names;
    std::ranges::transform(sheets, std::back_inserter(names), short_name);
    std::erase_if(sheets, &Sheet::hidden);
    const std::size_t number = to_number<std::size_t>(format.sheet).value_or(0);
    if (number >= 1 && number <= sheets.size()) {
        return std::move(sheets[number - 1]);
    }
    constexpr std::size_t most_names = 10;
    const bool all = names.size() <= most_names;
    const std::span<const std::string> first(names.data(), all ? names.size() : most_names);
    throw Error(
        Problem{.where = format.sheet_where,
                .what = fmt::format("{} has no sheet {}", shown, in_quotes(format.sheet)),
                .remedy = did_you_mean(format.sheet, names,
                                       fmt::format("its {}sheets are {}", all ? "" : "first ",
                                                   quoted_list(first, "and")))});
}

/// Columns of a row that repeat the cell on their left, by the row's number.
using Repeated = std::map<int, std::set<int>>;

/// Gives merged cells of the first row the text of the first, and takes what others hold. What it
/// walks over counts, since merges that overlap would take for ever.
void spread_merge(const CellRange& merge, std::map<int, SheetRow*>& rows, CellBudget& budget,
                  Repeated& repeated) {
    const auto first = rows.find(merge.first.row);
    const auto column = static_cast<std::size_t>(merge.first.column);
    const auto last = static_cast<std::size_t>(merge.last.column);
    if (first != rows.end() && first->second->cells.size() >= column &&
        !first->second->cells[column - 1].empty()) {
        const std::string text = first->second->cells[column - 1];
        budget.spend(last - column, 0);
        for (int c = merge.first.column + 1; c <= merge.last.column; ++c) {
            put_cell(*first->second, c, text, budget);
            repeated[merge.first.row].insert(c);
        }
    }
    for (auto row = rows.upper_bound(merge.first.row);
         row != rows.end() && row->first <= merge.last.row; ++row) {
        std::vector<std::string>& cells = row->second->cells;
        const std::size_t end = std::min(last, cells.size());
        budget.spend(1 + end, 0);
        for (std::size_t c = column - 1; c < end; ++c) {
            cells[c].clear();
        }
    }
}

Repeated spread_merges(Sheet& sheet, const std::string& shown) {
    std::map<int, SheetRow*> rows;
    for (SheetRow& row : sheet.rows) {
        rows.emplace(row.number, &row);
    }
    CellBudget budget(shown);
    Repeated repeated;
    for (const CellRange& merge : sheet.merges) {
        spread_merge(merge, rows, budget, repeated);
    }
    return repeated;
}

/// The cells of a row that lie in a range.
GridRow cut_row(const SheetRow& row, const CellRange& range, const Repeated& repeated,
                const std::string& shown) {
    const auto repeats = repeated.find(row.number);
    GridRow cut{.line = row.number};
    const int end = std::min(static_cast<int>(row.cells.size()), range.last.column);
    for (int c = range.first.column; c <= end; ++c) {
        const std::string& text = row.cells[static_cast<std::size_t>(c) - 1];
        if (const auto found = find_control_character(text)) {
            throw Error(Problem{
                .where = {.file = shown, .line = row.number},
                .what = fmt::format("holds the control character U+{:04X}, which is no text",
                                    static_cast<unsigned>(found->character)),
                .remedy = "take it out"});
        }
        cut.cells.push_back({.text = std::string(trimmed(text)),
                             .in_merge = repeats != repeated.end() && repeats->second.contains(c)});
    }
    return cut;
}

/// A warning of hidden rows and columns that hold anything, where there are any.
void tell_hidden(std::size_t rows, std::size_t columns, Grid& grid) {
    if (rows + columns == 0) {
        return;
    }
    const std::string of_rows = rows > 0 ? counted(rows, "row", "rows") : "";
    const std::string of_columns = columns > 0 ? counted(columns, "column", "columns") : "";
    grid.warnings.push_back(
        {{.file = grid.file},
         fmt::format("{}{}{} {} hidden, and read like all others", of_rows,
                     rows > 0 && columns > 0 ? " and " : "", of_columns,
                     rows + columns == 1 ? "is" : "are"),
         "show them in the spreadsheet to see what they hold; delete what is not to be read"});
}

/// How many of the columns lie in one of the ranges.
std::size_t count_hidden(const std::set<int>& columns, const std::vector<CellRange>& ranges) {
    std::vector<int> changes(most_sheet_columns + 2); // in how many ranges a column lies
    for (const CellRange& range : ranges) {
        ++changes.at(static_cast<std::size_t>(range.first.column));
        --changes.at(static_cast<std::size_t>(range.last.column) + 1);
    }
    std::partial_sum(changes.begin(), changes.end(), changes.begin());
    return static_cast<std::size_t>(std::ranges::count_if(
        columns, [&](int c) { return changes.at(static_cast<std::size_t>(c)) > 0; }));
}

Grid grid_of(Sheet sheet, std::string file, const TableFormat& format) {
    Grid grid{.file = std::move(file), .is_sheet = true};
    if (sheet.hidden) {
        grid.warnings.push_back({format.sheet_where,
                                 fmt::format("the sheet {} is hidden", in_quotes(sheet.name)),
                                 "check that it is the one you mean"});
    }
    const Repeated repeated = spread_merges(sheet, grid.file);
    const CellRange range =
        format.range.value_or(CellRange{{1, 1}, {most_sheet_columns, most_sheet_rows}});
    std::size_t hidden_rows = 0;
    std::set<int> columns; // that hold anything
    for (const SheetRow& row : sheet.rows) {
        if (row.number < range.first.row || row.number > range.last.row) {
            continue;
        }
        GridRow cut = cut_row(row, range, repeated, grid.file);
        bool blank = true;
        for (std::size_t c = 0; c < cut.cells.size(); ++c) {
            if (!cut.cells[c].text.empty()) {
                blank = false;
                columns.insert(range.first.column + static_cast<int>(c));
            }
        }
        if (!blank) {
            hidden_rows += row.hidden ? 1 : 0;
            grid.rows.push_back(std::move(cut));
        }
    }
    tell_hidden(hidden_rows, count_hidden(columns, sheet.hidden_columns), grid);
    return grid;
}

} // namespace

bool is_spreadsheet(std::string_view bytes) {
    return bytes.starts_with(zip_mark) || bytes.starts_with(ole_mark);
}

std::vector<Grid> read_spreadsheet(std::string bytes, const std::string& shown,
                                   const TableFormat& format) {
    std::vector<Sheet> sheets = read_sheets(std::move(bytes), shown);
    if (!format.sheet.empty()) {
        Sheet sheet = take_sheet(std::move(sheets), shown, format);
        std::string file = name_of_grid(shown, sheet);
        return {grid_of(std::move(sheet), std::move(file), format)};
    }
    std::erase_if(sheets, &Sheet::hidden);
    if (sheets.empty()) {
        fail(shown, "has no sheet", "check that it is the file you mean");
    }
    const bool is_only = sheets.size() == 1;
    std::vector<Grid> grids;
    for (Sheet& sheet : sheets) {
        std::string file = is_only ? shown : name_of_grid(shown, sheet);
        grids.push_back(grid_of(std::move(sheet), std::move(file), format));
    }
    return grids;
}

} // namespace cairn::input
