#pragma once

#include "render/input/table/grid.h"

#include <array>
#include <cstddef>
#include <deque>
#include <string_view>

namespace cairn::input {

/// The signs that refer to a note from the end of a heading or a number.
inline constexpr std::array<std::string_view, 14> note_signs{"*", "†", "‡", "§", "¹", "²", "³",
                                                             "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰"};

/// Whether a text is one that stands below tables: a source, a note, a key to symbols. A sentence
/// is one too where `sentences_too`.
bool looks_like_note(std::string_view text, bool sentences_too);

/// Finds the rows at the end of a table that are notes and no data, as the rows come: rows with one
/// cell alone, from the first that looks like a note or stands below an empty row; and rows that
/// begin with `Source:` or `Note 1:`, whose text commas have parted. No more than 10,000.
class NoteWatch {
  public:
    explicit NoteWatch(std::size_t columns) : m_columns(columns) {}

    /// Takes the next row below the heading.
    void add(const GridRow& row);

    /// How many of the last rows are notes, unless a row of data follows.
    [[nodiscard]] std::size_t notes() const {
        return m_starts.empty() ? 0 : m_rows - m_starts.front();
    }

  private:
    std::size_t m_columns;
    std::size_t m_rows = 0;
    std::ptrdiff_t m_next_line = 0;     ///< of a row that follows the last without a gap
    std::deque<std::size_t> m_starts{}; ///< the rows at the end that notes may begin with
};

/// The first of the rows at the end of a grid, from `first` on, that NoteWatch finds to be notes.
/// The number of rows where there are none.
std::size_t find_notes(const Grid& grid, std::size_t first, std::size_t columns);

} // namespace cairn::input
