#include "render/input/table/read_delimited.h"

#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace cairn::input {

namespace {

/// Takes the text of a file apart, row by row.
class Rows {
  public:
    Rows(std::string_view text, char delimiter, int first_line, std::string file,
         std::vector<Problem>& problems)
        : m_rest(text), m_delimiter(delimiter), m_file(std::move(file)), m_line(first_line),
          m_problems(problems) {}

    /// The next row that holds anything; nothing at the end of the file.
    std::optional<GridRow> next() {
        while (!m_rest.empty()) {
            GridRow row = read_row();
            const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                           [](const Cell& cell) { return cell.text.empty(); });
            if (!blank || !row.whole) {
                return row;
            }
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool at_row_end() const {
        return m_rest.empty() || m_rest.front() == '\n' || m_rest.front() == '\r';
    }

    /// Takes a line break (LF, CRLF or CR) off, where there is one.
    bool take_line_break() {
        if (m_rest.empty() || !at_row_end()) {
            return false;
        }
        m_rest.remove_prefix(m_rest.starts_with("\r\n") ? 2 : 1);
        ++m_line;
        return true;
    }

    void skip_blanks() {
        const std::string_view blanks = m_delimiter == '\t' ? " " : " \t";
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(blanks), m_rest.size()));
    }

    GridRow read_row() {
        GridRow row{.line = m_line};
        do {
            row.cells.push_back(read_cell(row.whole));
        } while (take_delimiter());
        take_line_break();
        return row;
    }

    bool take_delimiter() {
        const bool found = m_rest.starts_with(m_delimiter);
        m_rest.remove_prefix(found ? 1 : 0);
        return found;
    }

    Cell read_cell(bool& whole) {
        skip_blanks();
        if (m_rest.starts_with('"')) {
            return read_quoted_cell(whole);
        }
        const std::size_t length = std::min(m_rest.find_first_of(m_ends), m_rest.size());
        Cell cell{.text = std::string(trimmed(m_rest.substr(0, length)))};
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
                return {.text = std::string(trimmed(text)), .in_quotes = true};
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
        return {.text = std::move(text), .in_quotes = true};
    }

    /// After a closing quote there is a delimiter or nothing.
    void check_end_of_quoted_cell(std::string_view text, int opened, bool& whole) {
        skip_blanks();
        if (at_row_end() || m_rest.starts_with(m_delimiter)) {
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
    char m_delimiter;
    std::string m_ends{m_delimiter, '\r', '\n'}; ///< of a cell without quotes
    std::string m_file;
    int m_line;
    std::vector<Problem>& m_problems;
};

struct Delimiter {
    char sign;
    std::string_view in_words;
};

// The first of those that part rows equally well is taken.
constexpr std::array delimiters{Delimiter{',', "commas"}, Delimiter{';', "semicolons"},
                                Delimiter{'\t', "tabs"}, Delimiter{'|', "upright strokes"}};

/// How many of the first rows have as many cells as most of those that have several.
std::size_t rows_parted_alike(std::string_view text, char delimiter) {
    constexpr std::size_t most_bytes = 65'536;
    constexpr int rows_tried = 100;
    std::vector<Problem> ignored;
    Rows rows(text.substr(0, most_bytes), delimiter, 1, "", ignored);
    std::map<std::size_t, std::size_t> counts;
    std::size_t most = 0;
    for (int i = 0; i < rows_tried; ++i) {
        const auto row = rows.next();
        if (!row) {
            break;
        }
        if (row->whole && row->cells.size() > 1) {
            most = std::max(most, ++counts[row->cells.size()]);
        }
    }
    return most;
}

char recognised_delimiter(std::string_view text) {
    return std::ranges::max_element(
               delimiters, {},
               [&](const Delimiter& one) { return rows_parted_alike(text, one.sign); })
        ->sign;
}

/// Takes the line that Excel heeds, `sep=;`, off: its delimiter.
std::optional<char> take_separator_line(std::string_view& text) {
    constexpr std::string_view start = "sep=";
    if (!text.starts_with(start) || text.size() < start.size() + 2 ||
        (text[start.size() + 1] != '\r' && text[start.size() + 1] != '\n')) {
        return std::nullopt;
    }
    const char delimiter = text[start.size()];
    text.remove_prefix(start.size() + 1);
    text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
    return delimiter;
}

} // namespace

Grid split_rows(std::string_view text, char delimiter, const std::string& shown,
                std::vector<Problem>& problems, int first_line) {
    Grid grid{.file = shown};
    Rows rows(text, delimiter, first_line, shown, problems);
    while (auto row = rows.next()) {
        grid.rows.push_back(std::move(*row));
    }
    return grid;
}

Grid read_delimited(std::string_view text, const std::string& shown,
                    std::optional<char> delimiter) {
    const std::optional<char> said = take_separator_line(text);
    const char sign = delimiter ? *delimiter : said ? *said : recognised_delimiter(text);
    std::vector<Problem> problems;
    Grid grid = split_rows(text, sign, shown, problems, said ? 2 : 1);
    throw_any(std::move(problems));
    const auto known = std::ranges::find(delimiters, sign, &Delimiter::sign);
    if (known != delimiters.begin() && !delimiter) {
        grid.notices.push_back({{.file = shown, .line = 1},
                                known == delimiters.end()
                                    ? fmt::format("its columns are parted by {}",
                                                  in_quotes(std::string_view(&sign, 1)))
                                    : fmt::format("its columns are parted by {}", known->in_words),
                                "where that is wrong, write delimiter: \",\""});
    }
    return grid;
}

} // namespace cairn::input
