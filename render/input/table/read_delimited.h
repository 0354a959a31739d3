#pragma once

#include "base/error.h"
#include "render/input/table/grid.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// The next piece of a text, of any length but none; nothing at its end.
using NextPiece = std::function<std::optional<std::string>()>;

/// Takes a text apart, row by row: cells quoted as RFC 4180 has it; LF, CRLF or CR; blank rows
/// passed over; spaces around a cell taken off. Holds no more of the text than a piece, or the row
/// that goes on beyond it.
class RowReader {
  public:
    /// The delimiter is this one, else that of a first line `sep=;`, else the one of comma,
    /// semicolon, tab and upright stroke that parts most of the first rows into equally many cells.
    RowReader(NextPiece next_piece, std::string shown, std::optional<char> delimiter = {});
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

    /// The next row that holds anything; nothing at the end of the text. Throws Error for a row
    /// that is longer than any that means to be one, and for one beyond line 2,147,483,647.
    std::optional<GridRow> next();

    /// Open quotes and what follows a closed one, in the rows so far; no more than messages list.
    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }

    /// Tells of a delimiter that was found, but not of the comma.
    [[nodiscard]] const std::vector<Problem>& notices() const { return m_notices; }

  private:
    [[nodiscard]] bool at_row_end() const;
    bool take_line_break();
    void skip_blanks();
    GridRow read_row();
    bool take_delimiter();
    Cell read_cell(bool& whole);
    Cell read_quoted_cell(bool& whole);
    void check_end_of_quoted_cell(std::string_view text, int opened, bool& whole);
    void report(int line, std::string what, std::string remedy);
    bool add_text(std::size_t wanted);
    void find_delimiter(std::optional<char> said_by_author);

    NextPiece m_next_piece;
    bool m_has_more = true; ///< pieces
    std::string m_text{};
    std::string_view m_rest{}; ///< of m_text, which the next row begins
    std::string m_shown;
    char m_delimiter = ',';
    int m_line = 1; ///< in the file, where the rest begins
    std::vector<Problem> m_problems{};
    std::vector<Problem> m_notices{};
};

/// All rows of a text. Throws Error with all problems.
Grid read_delimited(std::string_view text, const std::string& shown,
                    std::optional<char> delimiter = {});

} // namespace cairn::input
