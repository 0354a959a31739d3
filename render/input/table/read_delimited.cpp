#include "render/input/table/read_delimited.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <utility>

namespace cairn::input {

namespace {

/// The delimiter is found by the start of a text.
constexpr std::size_t sample_bytes = 65'536;

struct Delimiter {
    char sign;
    std::string_view in_words;
};

// The first of those that part rows equally well is taken.
constexpr std::array delimiters{Delimiter{',', "commas"}, Delimiter{';', "semicolons"},
                                Delimiter{'\t', "tabs"}, Delimiter{'|', "upright strokes"}};

/// The text as far as the first character that is an end.
std::string_view start_until(std::string_view text, const auto& is_end) {
    const auto* const end = std::ranges::find_if(text, is_end);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// The only piece of a text.
NextPiece only_piece(std::string_view text) {
    return [text = std::string(text)]() mutable {
        return text.empty() ? std::nullopt : std::optional(std::exchange(text, ""));
    };
}

/// How many of the first rows have as many cells as most of those that have several.
std::size_t rows_parted_alike(std::string_view text, char delimiter) {
    constexpr int rows_tried = 100;
    RowReader rows(only_piece(text.substr(0, sample_bytes)), "", delimiter);
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

/// The text without the commas that stand before decimals, in lines that semicolons part.
std::string without_decimal_commas(std::string_view text) {
    std::string result(text.substr(0, sample_bytes));
    for (std::size_t begin = 0; begin < result.size();) {
        const std::size_t end = std::min(result.find('\n', begin), result.size());
        const bool has_semicolon =
            std::string_view(result).substr(begin, end - begin).find(';') != std::string_view::npos;
        for (std::size_t i = begin + 1; has_semicolon && i + 1 < end; ++i) {
            if (result[i] == ',' && is_digit(result[i - 1]) && is_digit(result[i + 1])) {
                result[i] = '.';
            }
        }
        begin = end + 1;
    }
    return result;
}

char recognised_delimiter(std::string_view text) {
    const std::string plain = without_decimal_commas(text);
    return std::ranges::max_element(
               delimiters, {},
               [&](const Delimiter& one) { return rows_parted_alike(plain, one.sign); })
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

RowReader::RowReader(NextPiece next_piece, std::string shown, std::optional<char> delimiter)
    : m_next_piece(std::move(next_piece)), m_shown(std::move(shown)) {
    add_text(sample_bytes);
    find_delimiter(delimiter);
}

void RowReader::find_delimiter(std::optional<char> said_by_author) {
    const std::optional<char> said = take_separator_line(m_rest);
    m_line += said ? 1 : 0;
    if (said_by_author) {
        m_delimiter = *said_by_author;
        return;
    }
    m_delimiter = said ? *said : recognised_delimiter(m_rest);
    const auto known = std::ranges::find(delimiters, m_delimiter, &Delimiter::sign);
    if (known != delimiters.begin()) {
        m_notices.push_back({{.file = m_shown, .line = 1},
                             known == delimiters.end()
                                 ? fmt::format("its columns are parted by {}",
                                               in_quotes(std::string_view(&m_delimiter, 1)))
                                 : fmt::format("its columns are parted by {}", known->in_words),
                             "where that is wrong, write delimiter: \",\""});
    }
}

/// Adds pieces until so many bytes are there that no row has taken; false where no piece is left.
bool RowReader::add_text(std::size_t wanted) {
    m_text.erase(0, m_text.size() - m_rest.size());
    const std::size_t before = m_text.size();
    while (m_has_more && m_text.size() < wanted) {
        const auto piece = m_next_piece();
        m_has_more = piece.has_value();
        m_text += piece.value_or("");
    }
    m_rest = m_text;
    return m_text.size() > before;
}

std::optional<GridRow> RowReader::next() {
    constexpr std::size_t most_row_bytes = std::size_t{32} << 20;
    while (!m_rest.empty() || add_text(1)) {
        const int line = m_line;
        const std::size_t bytes = m_rest.size();
        const std::size_t problems = m_problems.size();
        GridRow row = read_row();
        if (m_rest.empty() && m_has_more) { // it may go on in the next piece
            m_rest = std::string_view(m_text).substr(m_text.size() - bytes);
            m_line = line;
            m_problems.resize(problems);
            if (bytes > most_row_bytes) {
                throw_at(m_shown, fmt::format("the row has more than {} MB", most_row_bytes >> 20),
                         "look for a quote in it that is never closed", line);
            }
            add_text(2 * bytes);
            continue;
        }
        const bool blank =
            std::ranges::all_of(row.cells, [](const Cell& cell) { return cell.text.empty(); });
        if (!blank || !row.whole) {
            return row;
        }
    }
    return std::nullopt;
}

bool RowReader::at_row_end() const {
    return m_rest.empty() || m_rest.front() == '\n' || m_rest.front() == '\r';
}

/// Takes a line break (LF, CRLF or CR) off, where there is one.
bool RowReader::take_line_break() {
    if (m_rest.empty() || !at_row_end()) {
        return false;
    }
    m_rest.remove_prefix(m_rest.starts_with("\r\n") ? 2 : 1);
    if (m_line == std::numeric_limits<int>::max()) {
        throw_at(m_shown, "has more lines than can be counted", "part the file", m_line);
    }
    ++m_line;
    return true;
}

void RowReader::skip_blanks() {
    const std::string_view blanks = m_delimiter == '\t' ? " " : " \t";
    m_rest.remove_prefix(std::min(m_rest.find_first_not_of(blanks), m_rest.size()));
}

GridRow RowReader::read_row() {
    GridRow row{.line = m_line};
    do {
        row.cells.push_back(read_cell(row.whole));
    } while (take_delimiter());
    take_line_break();
    return row;
}

bool RowReader::take_delimiter() {
    const bool found = m_rest.starts_with(m_delimiter);
    m_rest.remove_prefix(found ? 1 : 0);
    return found;
}

Cell RowReader::read_cell(bool& whole) {
    skip_blanks();
    if (m_rest.starts_with('"')) {
        return read_quoted_cell(whole);
    }
    const std::string_view text =
        start_until(m_rest, [this](char c) { return c == m_delimiter || c == '\n' || c == '\r'; });
    m_rest.remove_prefix(text.size());
    return {.text = std::string(trimmed(text))};
}

Cell RowReader::read_quoted_cell(bool& whole) {
    const int opened = m_line;
    std::string text;
    m_rest.remove_prefix(1);
    while (!m_rest.empty()) {
        const std::string_view plain =
            start_until(m_rest, [](char c) { return c == '"' || c == '\n' || c == '\r'; });
        text += plain;
        m_rest.remove_prefix(plain.size());
        if (m_rest.starts_with("\"\"")) {
            text += '"';
            m_rest.remove_prefix(2);
        } else if (m_rest.starts_with('"')) {
            m_rest.remove_prefix(1);
            check_end_of_quoted_cell(text, opened, whole);
            return {.text = std::string(trimmed(text)), .in_quotes = true};
        } else if (take_line_break()) {
            text += '\n';
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
void RowReader::check_end_of_quoted_cell(std::string_view text, int opened, bool& whole) {
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

void RowReader::report(int line, std::string what, std::string remedy) {
    constexpr std::size_t most = 1000;
    if (m_problems.size() < most) {
        m_problems.push_back({.where = {.file = m_shown, .line = line},
                              .what = std::move(what),
                              .remedy = std::move(remedy)});
    }
}

Grid read_delimited(std::string_view text, const std::string& shown,
                    std::optional<char> delimiter) {
    RowReader rows(only_piece(text), shown, delimiter);
    Grid grid{.file = shown};
    while (auto row = rows.next()) {
        grid.rows.push_back(std::move(*row));
    }
    throw_any(rows.problems());
    grid.notices = rows.notices();
    return grid;
}

} // namespace cairn::input
