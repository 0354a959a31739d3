#include "render/input/table/table.h"

#include "base/quote.h"
#include "base/read_file.h"
#include "render/input/table/read_delimited.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
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

bool is_all_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A number that an unquoted thousands comma has torn into two cells.
std::optional<std::string> torn_number(const std::vector<Cell>& cells) {
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
    const bool only_empty =
        std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns.size()),
                    row.cells.end(), [](const Cell& cell) { return cell.text.empty(); });
    return only_empty ? "take away the comma at the end of the row"
                      : "put a cell that holds a comma in quotes: \"Edinburgh, City of\"";
}

void check_separator(const Table& table, int line) {
    if (table.columns.size() != 1) {
        return;
    }
    const std::string& only = table.columns.front();
    const bool tab = only.find('\t') != std::string::npos;
    if (tab || only.find(';') != std::string::npos) {
        throw Error(
            Problem{.where = {.file = table.file, .line = line},
                    .what = fmt::format("the heading {} is one column: its names are parted by {}",
                                        in_quotes(only), tab ? "tabs" : "semicolons"),
                    .remedy = "part columns by commas (in Excel: the file type \"CSV UTF-8 (Comma "
                              "delimited)\")"});
    }
}

void check_columns(const Table& table, int line, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto here = table.columns.begin() + static_cast<std::ptrdiff_t>(i);
        if (!here->empty() && std::find(table.columns.begin(), here, *here) != here) {
            problems.push_back({.where = {.file = table.file, .line = line},
                                .what = fmt::format("two columns are called {}", in_quotes(*here)),
                                .remedy = "give each column a name of its own"});
        }
    }
}

} // namespace

Table table_of(Grid grid, std::vector<Problem> problems) {
    if (grid.rows.empty()) {
        throw Error(Problem{.where = {.file = grid.file},
                            .what = "the file holds no heading row",
                            .remedy = "write the names of the columns in the first row"});
    }
    Table table{.file = grid.file, .columns = {}, .rows = {}};
    const GridRow heading = std::move(grid.rows.front());
    table.columns = texts(heading.cells);
    check_separator(table, heading.line);
    check_columns(table, heading.line, problems);
    for (auto row = grid.rows.begin() + 1; row != grid.rows.end(); ++row) {
        if (row->whole && heading.whole && row->cells.size() != table.columns.size()) {
            problems.push_back(
                {.where = {.file = table.file, .line = row->line},
                 .what = fmt::format("the row has {} {}, and the heading has {}: {}",
                                     row->cells.size(), row->cells.size() == 1 ? "cell" : "cells",
                                     table.columns.size(), some_in_quotes(texts(row->cells))),
                 .remedy = remedy_for_ragged(*row, table.columns)});
        }
        table.rows.push_back({row->line, texts(std::move(row->cells))});
    }
    if (!problems.empty()) {
        std::ranges::stable_sort(problems, {}, [](const Problem& one) { return one.where.line; });
        throw Error(std::move(problems));
    }
    return table;
}

Table read_csv(const std::filesystem::path& path, const std::string& shown) {
    std::vector<Problem> problems;
    Grid grid = split_rows(read_file(path, shown), ',', shown, problems);
    return table_of(std::move(grid), std::move(problems));
}

std::size_t column_index(const Table& table, const std::string& name, const Location& where) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    if (found == table.columns.end() || name.empty()) {
        throw Error(
            Problem{.where = where,
                    .what = fmt::format("{} has no column {}", table.file, in_quotes(name)),
                    .remedy = did_you_mean(name, table.columns,
                                           "its columns are " + some_in_quotes(table.columns))});
    }
    return static_cast<std::size_t>(found - table.columns.begin());
}

} // namespace cairn::input
