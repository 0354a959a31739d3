#include "render/input/table/notes.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace cairn::input {

namespace {

/// The cell that holds the only text of a row; null where there are more, or none.
const Cell* only_cell(const GridRow& row) {
    const auto cell = std::ranges::find_if(row.cells, is_filled);
    return cell != row.cells.end() && std::none_of(cell + 1, row.cells.end(), is_filled) ? &*cell
                                                                                         : nullptr;
}

/// Whether a text begins with a word, or words, that no letter follows.
bool begins_with_any(std::string_view text, const auto& words) {
    const std::string start = lower(text.substr(0, 40));
    return std::ranges::any_of(words, [&](std::string_view word) {
        return start.starts_with(word) &&
               (start.size() == word.size() || !is_letter(start[word.size()]));
    });
}

/// `1. `, `2) `, `(3) `
bool begins_with_number_of_note(std::string_view text) {
    const std::size_t start = text.starts_with('(') ? 1 : 0;
    const std::size_t end = text.find_first_not_of("0123456789", start);
    return end != text.npos && end > start && end - start <= 2 && end + 1 < text.size() &&
           (text[end] == ')' || (text[end] == '.' && start == 0)) && text[end + 1] == ' ';
}

/// What the table builder of the census writes beside a note.
constexpr std::string_view label_of_census = "INFO";

bool begins_with_label_of_note(std::string_view text) {
    constexpr std::array<std::string_view, 5> labels{"source", "sources", "note", "notes",
                                                     "footnote"};
    return text == label_of_census ||
           (text.substr(0, 12).find(':') != text.npos && begins_with_any(text, labels));
}

/// The text of a row that may be a note; empty for any other row.
std::string_view lone_text(const GridRow& row) {
    const Cell* cell = only_cell(row);
    const bool is_parted = cell == nullptr && begins_with_label_of_note(row.cells.front().text);
    return cell != nullptr ? cell->text : is_parted ? row.cells.front().text : std::string_view();
}

/// How many lines a row takes up: one, and one for each line break in its cells.
std::ptrdiff_t count_lines(const GridRow& row) {
    std::ptrdiff_t lines = 1;
    for (const Cell& cell : row.cells) {
        lines += std::ranges::count(cell.text, '\n');
    }
    return lines;
}

} // namespace

bool looks_like_note(std::string_view text, bool sentences_too) {
    constexpr std::array<std::string_view, 24> words{
        "source",      "sources",         "note",        "notes",         "footnote",   "footnotes",
        "copyright",   "crown copyright", "published",   "last updated",  "downloaded", "data from",
        "produced by", "contact",         "this table",  "these figures", "figures",    "end of",
        "key",         "symbols",         "percentages", "totals may",    "for more",   "table"};
    constexpr std::array<std::string_view, 15> marks{"[", "©", "(c)", "*",  "†", "‡",  "§", "¹",
                                                     "²", "³", "⁴",   "..", ":", "- ", "– "};
    constexpr std::size_t longest_label = 60;
    if (begins_with_any(text, words) || begins_with_number_of_note(text) ||
        text == label_of_census ||
        std::ranges::any_of(marks, [&](std::string_view mark) { return text.starts_with(mark); })) {
        return true;
    }
    const bool is_sentence = text.ends_with('.') && text.find(' ') != text.npos;
    return sentences_too && (is_sentence || count_characters(text) > longest_label);
}

void NoteWatch::add(const GridRow& row) {
    constexpr std::size_t most_notes = 10'000;
    const std::string_view text = lone_text(row);
    const bool is_wide = m_columns > 1;
    const bool below_gap = is_wide && m_rows > 0 && row.line > m_next_line;
    if (text.empty()) {
        m_starts.clear();
    } else if (below_gap || looks_like_note(text, is_wide)) {
        m_starts.push_back(m_rows);
    }
    ++m_rows;
    m_next_line = row.line + count_lines(row);
    while (notes() > most_notes) {
        m_starts.pop_front();
    }
}

std::size_t find_notes(const Grid& grid, std::size_t first, std::size_t columns) {
    NoteWatch watch(columns);
    std::for_each(grid.rows.begin() + static_cast<std::ptrdiff_t>(first), grid.rows.end(),
                  [&](const GridRow& row) { watch.add(row); });
    return grid.rows.size() - watch.notes();
}

} // namespace cairn::input
