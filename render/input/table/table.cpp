#include "render/input/table/table.h"

#include "base/quote.h"
#include "base/read_file.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

struct Cell {
    std::string text;
    bool in_quotes = false;
};

struct Record {
    int line = 0;
    std::vector<Cell> cells{};
    bool whole = true; ///< false where its end had to be guessed
};

/// Takes the text of a CSV file apart, record by record.
class Records {
  public:
    Records(std::string_view text, std::string file, std::vector<Problem>& problems)
        : m_rest(text), m_file(std::move(file)), m_problems(problems) {}

    /// The next record that holds anything; nothing at the end of the file.
    std::optional<Record> next() {
        while (!m_rest.empty()) {
            Record record = read_record();
            const bool blank = std::all_of(record.cells.begin(), record.cells.end(),
                                           [](const Cell& cell) { return cell.text.empty(); });
            if (!blank || !record.whole) {
                return record;
            }
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool at_record_end() const {
        return m_rest.empty() || m_rest.front() == '\n' || m_rest.front() == '\r';
    }

    /// Takes a line break (LF, CRLF or CR) off, where there is one.
    bool take_line_break() {
        if (m_rest.empty() || !at_record_end()) {
            return false;
        }
        m_rest.remove_prefix(m_rest.starts_with("\r\n") ? 2 : 1);
        ++m_line;
        return true;
    }

    void skip_blanks() {
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t"), m_rest.size()));
    }

    Record read_record() {
        Record record{.line = m_line};
        do {
            record.cells.push_back(read_cell(record.whole));
        } while (take_comma());
        take_line_break();
        return record;
    }

    bool take_comma() {
        const bool comma = m_rest.starts_with(',');
        m_rest.remove_prefix(comma ? 1 : 0);
        return comma;
    }

    Cell read_cell(bool& whole) {
        skip_blanks();
        if (m_rest.starts_with('"')) {
            return read_quoted_cell(whole);
        }
        const std::size_t length = std::min(m_rest.find_first_of(",\r\n"), m_rest.size());
        Cell cell{std::string(trimmed(m_rest.substr(0, length))), false};
        m_rest.remove_prefix(length);
        return cell;
    }

    Cell read_quoted_cell(bool& whole) {
        const int opened = m_line;
        std::string text;
        m_rest.remove_prefix(1);
        while (!m_rest.empty()) {
            if (m_rest.starts_with("\"\"")) {
                text += '"';
                m_rest.remove_prefix(2);
            } else if (m_rest.starts_with('"')) {
                m_rest.remove_prefix(1);
                check_end_of_quoted_cell(text, opened, whole);
                return {std::string(trimmed(text)), true};
            } else if (take_line_break()) {
                text += '\n';
            } else {
                text += m_rest.front();
                m_rest.remove_prefix(1);
            }
        }
        whole = false;
        report(opened,
               fmt::format("a quote opens here before {} and is never closed",
                           in_quotes(text.substr(0, text.find('\n')))),
               "close it, or double each quote inside a cell: \"the \"\"big\"\" one\"");
        return {std::move(text), true};
    }

    /// After a closing quote there is a comma or nothing.
    void check_end_of_quoted_cell(std::string_view text, int opened, bool& whole) {
        skip_blanks();
        if (at_record_end() || m_rest.starts_with(',')) {
            return;
        }
        whole = false;
        const std::size_t length = std::min(m_rest.find_first_of("\r\n"), m_rest.size());
        const std::string closed =
            opened == m_line ? std::string() : fmt::format(", closed on line {},", m_line);
        report(opened,
               fmt::format("after the quoted cell {}{} comes {}", in_quotes(text), closed,
                           in_quotes(m_rest.substr(0, length))),
               "double each quote inside a cell: \"the \"\"big\"\" one\"");
        m_rest.remove_prefix(length);
    }

    void report(int line, std::string what, std::string remedy) {
        m_problems.push_back({.where = {.file = m_file, .line = line},
                              .what = std::move(what),
                              .remedy = std::move(remedy)});
    }

    std::string_view m_rest;
    std::string m_file;
    int m_line = 1;
    std::vector<Problem>& m_problems;
};

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

std::string remedy_for_ragged(const Record& record, const std::vector<std::string>& columns) {
    if (record.cells.size() < columns.size()) {
        return "write a cell for each column: " + some_in_quotes(columns);
    }
    if (const auto number = torn_number(record.cells)) {
        return fmt::format("put a number with a comma in quotes: {}", in_quotes(*number));
    }
    const bool only_empty =
        std::all_of(record.cells.begin() + static_cast<std::ptrdiff_t>(columns.size()),
                    record.cells.end(), [](const Cell& cell) { return cell.text.empty(); });
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

Table read_csv(const std::filesystem::path& path, const std::string& shown) {
    const std::string text = read_file(path, shown);
    Table table{.file = shown, .columns = {}, .rows = {}};
    std::vector<Problem> problems;
    Records records(text, shown, problems);
    std::optional<Record> record = records.next();
    if (!record) {
        throw Error(Problem{.where = {.file = shown},
                            .what = "the file holds no heading row",
                            .remedy = "write the names of the columns in the first row"});
    }
    const int heading_line = record->line;
    const bool heading_whole = record->whole;
    table.columns = texts(std::move(record->cells));
    check_separator(table, heading_line);
    check_columns(table, heading_line, problems);
    while ((record = records.next())) {
        if (record->whole && heading_whole && record->cells.size() != table.columns.size()) {
            problems.push_back(
                {.where = {.file = shown, .line = record->line},
                 .what =
                     fmt::format("the row has {} {}, and the heading has {}: {}",
                                 record->cells.size(), record->cells.size() == 1 ? "cell" : "cells",
                                 table.columns.size(), some_in_quotes(texts(record->cells))),
                 .remedy = remedy_for_ragged(*record, table.columns)});
        }
        table.rows.push_back({record->line, texts(std::move(record->cells))});
    }
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
    return table;
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
