#include "render/input/table/heading.h"

#include "base/ascii.h"
#include "base/read_number.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "render/input/table/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <variant>

namespace cairn::input {

namespace {

/// How far down a heading is looked for: cover notes are shorter.
constexpr std::size_t rows_searched = 200;

/// Whether a text in brackets is the mark of a note: `note 3`, `Notes 1, 2 and 3`.
bool is_note_mark(std::string_view inside) {
    const std::string word = lower(inside);
    if (!word.starts_with("note")) {
        return false;
    }
    std::string_view rest = std::string_view(word).substr(word.starts_with("notes") ? 5 : 4);
    const bool has_digit = std::ranges::any_of(rest, is_digit);
    return has_digit && rest.find_first_not_of("0123456789, &and") == rest.npos;
}

/// Where a mark of a note in brackets stands in a text: its first byte, and the one after it.
struct Bracket {
    std::size_t begin;
    std::size_t end;
};

std::optional<Bracket> find_note_bracket(std::string_view text) {
    for (std::size_t open = text.find_first_of("[("); open != text.npos;
         open = text.find_first_of("[(", open + 1)) {
        const std::size_t close = text.find(text[open] == '[' ? ']' : ')', open);
        if (close != text.npos && is_note_mark(text.substr(open + 1, close - open - 1))) {
            return Bracket{open, close + 1};
        }
    }
    return std::nullopt;
}

/// Takes off the end a mark that is one nowhere else; false where there is none.
bool take_mark_at_end(std::string& text) {
    constexpr std::array<std::string_view, 6> units{"m", "km", "cm", "mm", "ft", "mi"};
    std::string_view rest = trimmed(text);
    for (const std::string_view sign : note_signs) {
        if (rest.ends_with(sign)) {
            rest.remove_suffix(sign.size());
            const std::string_view word = rest.substr(rest.find_last_of(" (") + 1);
            const bool is_power = (sign == "²" || sign == "³") &&
                                  std::ranges::find(units, lower(word)) != units.end();
            text = is_power ? text : std::string(trimmed(rest));
            return !is_power;
        }
    }
    const std::size_t open = rest.ends_with(']') ? rest.rfind('[') : rest.npos;
    if (open != rest.npos && open > 0 && rest.size() - open > 2 &&
        std::all_of(rest.begin() + static_cast<std::ptrdiff_t>(open) + 1, rest.end() - 1,
                    is_digit)) {
        text = trimmed(rest.substr(0, open));
        return true;
    }
    return false;
}

std::vector<std::string> texts_of(const GridRow& row) {
    std::vector<std::string> texts;
    texts.reserve(row.cells.size());
    for (const Cell& cell : row.cells) {
        texts.push_back(cell.text);
    }
    return texts;
}

std::string_view text_at(const GridRow& row, std::size_t column) {
    return column < row.cells.size() ? std::string_view(row.cells[column].text)
                                     : std::string_view();
}

/// Names as shown: without marks of notes, but where two would become one.
Heading shown(std::vector<ColumnName> columns) {
    std::map<std::string, int> uses;
    for (const ColumnName& column : columns) {
        ++uses[heading_key(column.text)];
    }
    Heading heading;
    for (ColumnName& column : columns) {
        column.text = one_line(column.text);
        heading.as_found.push_back(column.text);
        if (uses[heading_key(column.text)] == 1) {
            column.text = without_note_marks(column.text);
        }
    }
    heading.columns = std::move(columns);
    return heading;
}

Heading one_row(const Grid& grid, std::size_t row) {
    std::vector<ColumnName> columns;
    for (std::string& text : texts_of(grid.rows[row])) {
        const std::size_t line_break = text.find('\n');
        const bool two_lines = line_break != text.npos && line_break == text.rfind('\n');
        ColumnName& column = columns.emplace_back();
        if (two_lines) {
            column.upper = text.substr(0, line_break);
            column.lower = text.substr(line_break + 1);
        }
        column.text = std::move(text);
    }
    Heading heading = shown(std::move(columns));
    heading.row = row;
    return heading;
}

/// A heading of two rows. A text of the upper one that stands over another goes on over the empty
/// cells to its right, as in a merged cell.
Heading two_rows(const Grid& grid, std::size_t row) {
    const GridRow& above = grid.rows[row];
    const GridRow& below = grid.rows[row + 1];
    std::vector<ColumnName> columns;
    std::string group;
    for (std::size_t i = 0; i < std::max(above.cells.size(), below.cells.size()); ++i) {
        const std::string own(text_at(above, i));
        const std::string lower_text(text_at(below, i));
        if (!own.empty()) {
            group = lower_text.empty() ? "" : own;
        }
        const std::string upper = own.empty() && !lower_text.empty() ? group : own;
        const bool joined = !upper.empty() && !lower_text.empty();
        columns.push_back({.text = fmt::format("{}{}{}", upper, joined ? " " : "", lower_text),
                           .upper = upper,
                           .lower = lower_text});
    }
    Heading heading = shown(std::move(columns));
    heading.row = row;
    heading.rows = 2;
    return heading;
}

void count_found(std::span<const std::string> wanted, Heading& heading) {
    heading.found =
        static_cast<std::size_t>(std::ranges::count_if(wanted, [&](const std::string& name) {
            return !columns_named(heading.columns, name).empty();
        }));
}

bool is_word(std::string_view text) {
    return !text.empty() && std::holds_alternative<Refusal>(parse_number(text));
}

std::size_t count_words(const GridRow& row) {
    return static_cast<std::size_t>(std::ranges::count_if(
        row.cells, [](const Cell& cell) { return is_filled(cell) && is_word(cell.text); }));
}

/// Whether the row below a heading belongs to it: without a label, and under headings that are
/// empty or stand there twice, as merged cells leave them.
bool goes_on_below(const Grid& grid, std::size_t row) {
    if (row + 1 >= grid.rows.size()) {
        return false;
    }
    const GridRow& above = grid.rows[row];
    const GridRow& below = grid.rows[row + 1];
    const auto first = std::ranges::find_if(above.cells, is_filled);
    const auto label = static_cast<std::size_t>(first - above.cells.begin());
    if (!text_at(below, label).empty() || std::ranges::count_if(below.cells, is_filled) < 2) {
        return false;
    }
    std::map<std::string_view, int> uses;
    for (const Cell& cell : above.cells) {
        ++uses[cell.text];
    }
    for (std::size_t i = label + 1; i < below.cells.size(); ++i) {
        const std::string_view over = text_at(above, i);
        if (!text_at(below, i).empty() && (over.empty() || uses[over] > 1)) {
            return true;
        }
    }
    return false;
}

/// Whether the row above could be the upper row of a heading, and no title: it has a text beyond
/// its first cell.
bool goes_on_above(const Grid& grid, std::size_t row) {
    return row > 0 && !grid.rows[row - 1].cells.empty() &&
           std::any_of(grid.rows[row - 1].cells.begin() + 1, grid.rows[row - 1].cells.end(),
                       is_filled);
}

/// A heading that has been found in one row, with the row above or below where that tells columns
/// apart.
Heading whole_heading(const Grid& grid, Heading heading, std::span<const std::string> wanted) {
    const bool doubled = std::ranges::any_of(wanted, [&](const std::string& name) {
        return columns_named(heading.columns, name).size() > 1;
    });
    if (goes_on_below(grid, heading.row)) {
        heading = two_rows(grid, heading.row);
    } else if (doubled && goes_on_above(grid, heading.row)) {
        heading = two_rows(grid, heading.row - 1);
    }
    count_found(wanted, heading);
    return heading;
}

/// A column that is wanted alone may be the word of a title.
bool could_be_heading(const Grid& grid, const GridRow& row, std::size_t wanted) {
    const auto filled = std::ranges::count_if(row.cells, is_filled);
    const bool is_narrow = std::ranges::all_of(grid.rows, [](const GridRow& other) {
        return std::ranges::count_if(other.cells, is_filled) < 2;
    });
    return wanted > 1 || filled > 1 || is_narrow;
}

Heading heading_on_line(const Grid& grid, std::span<const std::string> wanted, int line) {
    const auto found = std::ranges::find(grid.rows, line, &GridRow::line);
    const auto row = static_cast<std::size_t>(found - grid.rows.begin());
    Heading heading = one_row(grid, row);
    count_found(wanted, heading);
    if (heading.found == wanted.size()) {
        return whole_heading(grid, std::move(heading), wanted);
    }
    for (const bool below : {true, false}) {
        if (below ? row + 1 < grid.rows.size() : row > 0) {
            Heading joined = two_rows(grid, below ? row : row - 1);
            count_found(wanted, joined);
            if (joined.found == wanted.size()) {
                return joined;
            }
        }
    }
    return heading;
}

} // namespace

std::string without_note_brackets(std::string_view label) {
    std::string text(label);
    while (const auto found = find_note_bracket(text)) {
        const std::string before(trimmed(std::string_view(text).substr(0, found->begin)));
        const std::string after(trimmed(std::string_view(text).substr(found->end)));
        text = fmt::format("{}{}{}", before, before.empty() || after.empty() ? "" : " ", after);
    }
    return text;
}

std::vector<std::string> note_brackets_in(std::string_view heading) {
    std::vector<std::string> marks;
    while (const auto found = find_note_bracket(heading)) {
        marks.emplace_back(heading.substr(found->begin, found->end - found->begin));
        heading.remove_prefix(found->end);
    }
    return marks;
}

std::string without_note_marks(std::string_view heading) {
    std::string text = without_note_brackets(heading);
    while (take_mark_at_end(text)) {
    }
    return text;
}

std::string heading_key(std::string_view heading) {
    const std::string text = without_note_marks(trimmed(heading));
    std::string key;
    bool between = false;
    for_each_character(text, [&](char32_t character, std::string_view bytes) {
        if (is_space(character)) {
            between = true;
            return;
        }
        key += between ? " " : "";
        key += bytes;
        between = false;
    });
    return lower(key);
}

std::vector<std::size_t> columns_named(std::span<const ColumnName> columns, std::string_view name) {
    const std::string key = heading_key(name);
    std::vector<std::size_t> found;
    const auto find = [&](const auto& is_named) {
        for (std::size_t i = 0; i < columns.size() && !key.empty(); ++i) {
            if (is_named(columns[i])) {
                found.push_back(i);
            }
        }
        return !found.empty();
    };
    if (!find([&](const ColumnName& column) { return column.text == name; }) &&
        !find([&](const ColumnName& column) { return heading_key(column.text) == key; })) {
        find([&](const ColumnName& column) {
            return heading_key(column.lower) == key || heading_key(column.upper) == key;
        });
    }
    return found;
}

Heading find_heading(const Grid& grid, std::span<const std::string> wanted,
                     std::optional<int> line) {
    if (line) {
        return heading_on_line(grid, wanted, *line);
    }
    Heading best = one_row(grid, 0);
    if (wanted.empty()) {
        return best;
    }
    const std::size_t end = std::min(rows_searched, grid.rows.size());
    std::pair<std::size_t, std::size_t> most{0, 0};
    for (std::size_t row = 0; row < end; ++row) {
        Heading heading = one_row(grid, row);
        count_found(wanted, heading);
        const bool found = heading.found == wanted.size();
        if (found && could_be_heading(grid, grid.rows[row], wanted.size())) {
            return whole_heading(grid, std::move(heading), wanted);
        }
        const std::pair likeness{heading.found, count_words(grid.rows[row])};
        if (likeness > most) {
            most = likeness;
            best = std::move(heading);
        }
    }
    for (std::size_t row = 0; row + 1 < end; ++row) {
        Heading heading = two_rows(grid, row);
        count_found(wanted, heading);
        if (heading.found == wanted.size()) {
            return heading;
        }
    }
    return best;
}

} // namespace cairn::input
