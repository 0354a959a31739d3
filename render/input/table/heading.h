#pragma once

#include "render/input/table/grid.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Headings of tables as they are published.
namespace cairn::input {

/// The text without the marks of notes: `[note 3]` and `(note 3)` anywhere, `[3]`, superscript
/// figures, asterisks and daggers at its end; `km²` is none.
std::string without_note_marks(std::string_view heading);

/// The text without `[note 3]` and `(note 3)`: what may stand in the name of a place.
std::string without_note_brackets(std::string_view label);

/// The marks of notes in brackets that a text has: `[note 3]`.
std::vector<std::string> note_brackets_in(std::string_view heading);

/// A heading brought to the form in which headings are compared: without marks of notes, each run
/// of white space (no-break spaces and line breaks too) one space, ASCII letters in lower case.
std::string heading_key(std::string_view heading);

/// What a column is called: one text, and where the heading has two rows, or two lines as those in
/// two languages have, those it is joined from, the upper one maybe from further left.
struct ColumnName {
    std::string text;
    std::string upper{}, lower{};
};

/// The columns whose name this is: letter by letter, else by its key, else by one of the two
/// headings that the name is joined from.
std::vector<std::size_t> columns_named(std::span<const ColumnName> columns, std::string_view name);

/// Where a table's heading is.
struct Heading {
    std::size_t row = 0;                 ///< of the grid
    std::size_t rows = 1;                ///< how many it takes up: 1 or 2
    std::vector<ColumnName> columns{};   ///< as shown: without marks of notes
    std::vector<std::string> as_found{}; ///< the same with them
    std::size_t found = 0;               ///< of the columns wanted
};

/// The first row that has all columns wanted, or the first two that have them when joined; else the
/// one most like it: that which has most of them, then most words. Where `line` says which row it
/// is, that one, or that one and the next or the last. The grid has that row, or any row.
Heading find_heading(const Grid& grid, std::span<const std::string> wanted,
                     std::optional<int> line);

} // namespace cairn::input
