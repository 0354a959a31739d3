#include "render/input/table/table.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "base/read_file.h"
#include "base/report.h"
#include "render/input/table/heading.h"
#include "render/input/table/notes.h"
#include "render/input/table/read_delimited.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

std::vector<std::string> texts(std::vector<Cell> cells) {
    std::vector<std::string> result;
    result.reserve(cells.size());
    for (Cell& cell : cells) {
        result.push_back(std::move(cell.text));
    }
    return result;
}

/// The first of them in quotes, for messages.
std::string some_in_quotes(const std::vector<std::string>& names) {
    constexpr std::size_t most = 5;
    std::string result;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
        result += i > 0 ? ", " : "";
        result += in_quotes(names[i]);
    }
    if (names.size() > most) {
        result += ", …";
    }
    return result;
}

/// All that a row says, merged cells once.
std::string text_of(const GridRow& row, std::string_view between) {
    std::string text;
    for (const Cell& cell : row.cells) {
        if (is_filled(cell)) {
            text += text.empty() ? "" : between;
            text += cell.text;
        }
    }
    return text;
}

/// A number that an unquoted thousands comma has torn into two cells.
std::optional<std::string> torn_number(const std::vector<Cell>& cells) {
    const auto is_all_digits = [](std::string_view text) {
        return !text.empty() && std::ranges::all_of(text, is_digit);
    };
    for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        const std::string& head = cells[i].text;
        const std::string& tail = cells[i + 1].text;
        const bool quoted = cells[i].in_quotes || cells[i + 1].in_quotes;
        if (!quoted && head.size() <= 3 && is_all_digits(head) && head.front() != '0' &&
            tail.size() == 3 && is_all_digits(tail)) {
            return fmt::format("{},{}", head, tail);
        }
    }
    return std::nullopt;
}

std::string remedy_for_ragged(const GridRow& row, const std::vector<std::string>& columns) {
    if (row.cells.size() < columns.size()) {
        return "write a cell for each column: " + some_in_quotes(columns);
    }
    if (const auto number = torn_number(row.cells)) {
        return fmt::format("put a number with a comma in quotes: {}", in_quotes(*number));
    }
    return "put a cell that holds a comma in quotes: \"Edinburgh, City of\"";
}

/// Makes a row as long as the heading where only empty cells are too many, or only columns without
/// a name too few.
void fit(GridRow& row, const std::vector<std::string>& columns) {
    while (row.cells.size() > columns.size() && row.cells.back().text.empty()) {
        row.cells.pop_back();
    }
    const bool rest_is_unnamed =
        row.cells.size() < columns.size() &&
        std::all_of(columns.begin() + static_cast<std::ptrdiff_t>(row.cells.size()), columns.end(),
                    [](const std::string& column) { return column.empty(); });
    if (rest_is_unnamed) {
        row.cells.resize(columns.size());
    }
}

void take_row(GridRow row, Table& table, const TakeRow& take) {
    constexpr std::size_t most_problems = 1000;
    fit(row, table.columns);
    if (row.cells.size() != table.columns.size()) {
        const std::string as_written = some_in_quotes(texts(row.cells));
        table.other_rows.push_back({row.line, RowKind::unfit, text_of(row, " | ")});
        table.problems.push_back(
            {.where = {.file = table.file, .line = row.line},
             .what = fmt::format("the row has {} {}, and the heading has {}: {}", row.cells.size(),
                                 row.cells.size() == 1 ? "cell" : "cells", table.columns.size(),
                                 as_written),
             .remedy = remedy_for_ragged(row, table.columns)});
        if (table.problems.size() == most_problems) {
            throw_any(std::move(table.problems));
        }
        return;
    }
    take(table, {row.line, texts(std::move(row.cells))});
}

/// Tells what rows above and below the data were taken for; those of notes that look like none are
/// a decision that may be wrong.
void tell_other_rows(const Grid& grid, Table& table) {
    for (const RowKind kind : {RowKind::title, RowKind::note}) {
        const auto is_kind = [&](const OtherRow& row) { return row.kind == kind; };
        const auto first = std::ranges::find_if(table.other_rows, is_kind);
        const auto count = std::ranges::count_if(table.other_rows, is_kind);
        if (count > 0) {
            table.notices.push_back(
                {.where = {.file = grid.file, .line = first->line},
                 .what = fmt::format(
                     "{} {} {} the table {} taken for {}", count, count == 1 ? "row" : "rows",
                     kind == RowKind::title ? "above" : "below", count == 1 ? "is" : "are",
                     kind == RowKind::title ? "titles" : "notes")});
        }
        if (kind == RowKind::note && count > 0 && !looks_like_note(first->text, true)) {
            table.warnings.push_back(
                {.where = {.file = grid.file, .line = first->line},
                 .what = fmt::format("{} stands alone below an empty row, and is taken for a note",
                                     in_quotes(first->text)),
                 .remedy =
                     "if it is data, write its number beside it, or [x] where there is none"});
        }
    }
}

/// Offers the text of the notes that a heading of the figure refers to.
void offer_notes(const Heading& heading, std::span<const std::string> wanted, Table& table) {
    for (const std::string& name : wanted) {
        for (const std::size_t column : columns_named(heading.columns, name)) {
            for (const std::string& mark : note_brackets_in(heading.as_found[column])) {
                const auto note = std::ranges::find_if(table.other_rows, [&](const OtherRow& row) {
                    return row.kind == RowKind::note && lower(row.text).starts_with(lower(mark));
                });
                if (note != table.other_rows.end()) {
                    table.notices.push_back(
                        {.where = {.file = table.file, .line = note->line},
                         .what = fmt::format("the heading {} has a note, {}",
                                             in_quotes(heading.columns[column].text), mark),
                         .remedy = fmt::format("the figure can have it: note: {}",
                                               in_quotes(note->text.substr(mark.size() + 1)))});
                }
            }
        }
    }
}

/// Takes the rows of a file apart: those of `grid`, among which the heading is, and all others.
Table table_of(Grid grid, const Heading& heading, const NextRow& next_row,
               std::span<const std::string> wanted, const TakeRow& take) {
    Table table{.file = grid.file,
                .columns = {},
                .rows = {},
                .names = heading.columns,
                .other_rows = {},
                .warnings = std::move(grid.warnings),
                .notices = std::move(grid.notices),
                .problems = {}};
    std::ranges::transform(heading.columns, std::back_inserter(table.columns), &ColumnName::text);
    const auto set_apart = [&](const GridRow& row, RowKind kind) {
        const std::string_view between = kind == RowKind::heading ? " | " : " ";
        table.other_rows.push_back({row.line, kind, text_of(row, between)});
    };
    NoteWatch watch(table.columns.size());
    std::deque<GridRow> held; // which may be notes
    const auto add = [&](GridRow row) {
        watch.add(row);
        held.push_back(std::move(row));
        for (; held.size() > watch.notes(); held.pop_front()) {
            take_row(std::move(held.front()), table, take);
        }
    };
    const std::size_t first = heading.row + heading.rows;
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
        if (i < first) {
            set_apart(grid.rows[i], i < heading.row ? RowKind::title : RowKind::heading);
        } else {
            add(std::move(grid.rows[i]));
        }
    }
    while (auto row = next_row()) {
        add(std::move(*row));
    }
    std::ranges::for_each(held, [&](const GridRow& row) { set_apart(row, RowKind::note); });
    tell_other_rows(grid, table);
    offer_notes(heading, wanted, table);
    return table;
}

/// The table of a grid that holds all its rows.
Table table_of(Grid grid, const Heading& heading, std::span<const std::string> wanted) {
    std::vector<Row> rows;
    Table table = table_of(
        std::move(grid), heading, [] { return std::nullopt; }, wanted,
        [&](const Table& /*heading*/, Row row) { rows.push_back(std::move(row)); });
    table.rows = std::move(rows);
    return table;
}

/// Makes the rows of a sheet equally long; those of a text stay as they are.
void make_even(Grid& grid) {
    if (!grid.is_sheet) {
        return;
    }
    std::size_t width = 0;
    for (const GridRow& row : grid.rows) {
        width = std::max(width, row.cells.size());
    }
    for (GridRow& row : grid.rows) {
        row.cells.resize(width);
    }
}

/// A name that is that of more than one column.
Problem doubled(const Table& table, const std::string& name, std::span<const std::size_t> columns,
                const Location& where) {
    std::vector<std::string> places;
    std::vector<std::string> names;
    for (const std::size_t column : columns) {
        places.push_back(fmt::format("{}", column + 1));
        names.push_back(in_quotes(table.columns[column]));
    }
    const bool tells_apart = std::set(names.begin(), names.end()).size() == names.size();
    return {.where = where,
            .what = fmt::format("{} has {} columns {}: columns {}", table.file, columns.size(),
                                in_quotes(name), first_few(places)),
            .remedy = tells_apart ? fmt::format("say which: {}", first_few(names))
                                  : "give each column a name of its own in the table"};
}

/// Whether the row that the format names as the heading, if any, is there.
bool has_heading_row(const Grid& grid, const TableFormat& format) {
    return !format.header_row ||
           std::ranges::find(grid.rows, *format.header_row, &GridRow::line) != grid.rows.end();
}

Heading heading_of(const Grid& grid, std::span<const std::string> wanted,
                   const TableFormat& format) {
    if (grid.rows.empty()) {
        throw Error(Problem{.where = {.file = grid.file},
                            .what = "the file holds no heading row",
                            .remedy = "write the names of the columns in the first row"});
    }
    if (!has_heading_row(grid, format)) {
        throw Error(
            Problem{.where = format.header_row_where,
                    .what = fmt::format("row {} of {} is empty", *format.header_row, grid.file),
                    .remedy = fmt::format("its rows are {} to {}; say where the heading is",
                                          grid.rows.front().line, grid.rows.back().line)});
    }
    return find_heading(grid, wanted, format.header_row);
}

/// The only sheet that has the columns, and its heading.
std::pair<std::size_t, Heading> only_sheet(const std::vector<Grid>& sheets,
                                           std::span<const std::string> wanted,
                                           const TableFormat& format) {
    std::vector<std::pair<std::size_t, Heading>> found;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        if (!sheets[i].rows.empty() && has_heading_row(sheets[i], format)) {
            Heading heading = find_heading(sheets[i], wanted, format.header_row);
            if (heading.found == wanted.size()) {
                found.emplace_back(i, std::move(heading));
            }
        }
    }
    if (found.size() == 1) {
        return std::move(found.front());
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const bool has_all = std::ranges::any_of(
            found, [&](const auto& sheet_and_heading) { return sheet_and_heading.first == i; });
        if (found.empty() || has_all) {
            names.push_back(sheets[i].file);
        }
    }
    throw Error(
        Problem{.where = {.file = sheets.front().file},
                .what = fmt::format("{} of {} sheets {} the {} {}: {}",
                                    found.empty() ? "none" : fmt::format("{}", found.size()),
                                    sheets.size(), found.size() > 1 ? "have" : "has",
                                    wanted.size() == 1 ? "column" : "columns",
                                    quoted_list(wanted, "and"), first_few(names)),
                .remedy = found.empty() ? "name columns that a sheet has"
                                        : "say which to read, with the key `sheet` of `data`"});
}

} // namespace

Table try_read_table(std::vector<Grid> sheets, std::span<const std::string> wanted,
                     const TableFormat& format) {
    std::ranges::for_each(sheets, make_even);
    if (sheets.size() == 1) {
        const Heading heading = heading_of(sheets.front(), wanted, format);
        return table_of(std::move(sheets.front()), heading, wanted);
    }
    const auto [sheet, heading] = only_sheet(sheets, wanted, format);
    return table_of(std::move(sheets[sheet]), heading, wanted);
}

Table read_table(std::vector<Grid> sheets, std::span<const std::string> wanted,
                 const TableFormat& format) {
    Table table = try_read_table(std::move(sheets), wanted, format);
    throw_any(std::move(table.problems));
    return table;
}

Table read_rows(Grid grid, const NextRow& next_row, std::span<const std::string> wanted,
                const TableFormat& format, const TakeRow& take) {
    constexpr std::size_t most_rows = 1000;
    const auto may_be_heading = [&] {
        return grid.rows.size() < most_rows ||
               (format.header_row && grid.rows.back().line <= *format.header_row);
    };
    std::optional<GridRow> row;
    while (may_be_heading() && (row = next_row())) {
        grid.rows.push_back(std::move(*row));
    }
    while (!has_heading_row(grid, format) && (row = next_row())) {
        grid.rows.back() = std::move(*row); // the message names the last row
    }
    const Heading heading = heading_of(grid, wanted, format);
    Table table = table_of(std::move(grid), heading, next_row, wanted, take);
    throw_any(std::move(table.problems));
    return table;
}

Table read_csv(const std::filesystem::path& path, const std::string& shown) {
    return read_table({read_delimited(read_file(path, shown), shown, ',')}, {}, {});
}

void add_column(Table& table, const std::string& name) {
    table.columns.push_back(name);
    if (!table.names.empty()) {
        table.names.push_back({.text = name});
    }
}

std::vector<std::size_t> columns_named(const Table& table, std::string_view name) {
    if (!table.names.empty()) {
        return columns_named(table.names, name);
    }
    std::vector<ColumnName> names;
    for (const std::string& column : table.columns) {
        names.push_back({.text = column});
    }
    return columns_named(names, name);
}

std::size_t column_index(const Table& table, const std::string& name, const Location& where) {
    const std::vector<std::size_t> found = columns_named(table, name);
    if (found.empty()) {
        throw Error(
            Problem{.where = where,
                    .what = fmt::format("{} has no column {}", table.file, in_quotes(name)),
                    .remedy = did_you_mean(name, table.columns,
                                           "its columns are " + some_in_quotes(table.columns))});
    }
    if (found.size() > 1) {
        throw Error(doubled(table, name, found, where));
    }
    return found.front();
}

} // namespace cairn::input
