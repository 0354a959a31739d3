#pragma once

#include "base/decode_text.h"
#include "base/read_file.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cairn {

/// A file of text that is read piece by piece, and never held whole. Where neither the author nor
/// its first bytes say that it is not UTF-8, all its bytes are looked at before, as decode_text()
/// looks at them: a byte near the end may be the first that tells.
class TextFile {
  public:
    /// Throws Error as OpenFile does, and as decode_text() does for a text that is not UTF-8.
    /// Pieces have at most some `piece_bytes`.
    TextFile(const std::filesystem::path& path, const std::string& shown,
             std::optional<Encoding> encoding, std::uintmax_t most_bytes = most_text_bytes,
             std::size_t piece_bytes = std::size_t{1} << 20);

    /// The next piece in UTF-8, which ends after a line break or else a character; nothing at the
    /// end. Throws Error as decode_text() does.
    std::optional<std::string> next_piece();

    /// What was guessed of the encoding, and what was recognised.
    [[nodiscard]] const std::vector<Problem>& warnings() const { return m_decoding.warnings; }
    [[nodiscard]] const std::vector<Problem>& notices() const { return m_decoding.notices; }

  private:
    std::optional<std::string> next_bytes();

    OpenFile m_file;
    std::string m_shown;
    std::size_t m_piece_bytes;
    std::string m_left{};   ///< bytes that have been read, and belong to no piece yet
    bool m_is_empty = true; ///< whether no text has come so far
    Decoding m_decoding{};
    Decoder m_decoder;
};

} // namespace cairn
