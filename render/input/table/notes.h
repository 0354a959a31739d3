#pragma once

#include "render/input/table/grid.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace cairn::input {

/// The signs that refer to a note from the end of a heading or a number.
inline constexpr std::array<std::string_view, 14> note_signs{"*", "†", "‡", "§", "¹", "²", "³",
                                                             "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰"};

/// Whether a text is one that stands below tables: a source, a note, a key to symbols. A sentence
/// is one too where `sentences_too`.
bool looks_like_note(std::string_view text, bool sentences_too);

/// The first of the rows at the end of a grid, from `first` on, that are notes and no data: rows
/// with one cell alone, from the first that looks like a note or stands below an empty row; and
/// rows that begin with `Source:` or `Note 1:`, whose text commas have parted. The number of rows
/// where there are none.
std::size_t find_notes(const Grid& grid, std::size_t first, std::size_t columns);

} // namespace cairn::input
