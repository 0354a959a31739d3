#pragma once

#include "base/encoding.h"
#include "base/error.h"

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How text in UTF-8 is made of the bytes of a file.
namespace cairn {

/// Text in UTF-8 that a file may have had otherwise.
struct DecodedText {
    std::string text;                ///< without a byte order mark
    std::vector<Problem> warnings{}; ///< what was guessed
    std::vector<Problem> notices{};  ///< what was recognised, where it is not UTF-8
};

/// The text that the bytes of a file stand for: in this encoding, else in that of its byte order
/// mark; else in UTF-16 where many bytes are zero, in UTF-8, or in Windows-1252. Throws Error, with
/// the line where there is one, for bytes that are none in their encoding, for no text at all, and
/// for control characters. `shown` is the path as messages give it.
DecodedText decode_text(std::string bytes, const std::string& shown,
                        std::optional<Encoding> encoding = {});

/// Throws Error for a file that holds no text.
[[noreturn]] void throw_empty(const std::string& shown);

/// How the bytes of a file are to be decoded.
struct Decoding {
    Encoding encoding = Encoding::utf_8;
    std::endian order = std::endian::little; ///< of UTF-16
    std::vector<Problem> warnings{};         ///< what was guessed
    std::vector<Problem> notices{};          ///< what was recognised, where it is not UTF-8
};

/// Finds out the encoding of a text whose bytes are looked at piece by piece: that of its first
/// byte order mark or its zero bytes, which the first piece shows; else UTF-8 where all bytes are,
/// Windows-1252 where they can be. No piece ends within a character of UTF-8.
class EncodingSearch {
  public:
    explicit EncodingSearch(std::string shown) : m_shown(std::move(shown)) {}

    void look_at(std::string_view piece);

    /// Whether the first piece shows that it is UTF-16.
    [[nodiscard]] bool is_utf_16() const { return m_utf_16.has_value(); }

    /// How to decode the text, in the encoding that the author says it has, if any. Throws Error
    /// where it should be UTF-8 and is not.
    Decoding found(std::optional<Encoding> said) const;

  private:
    /// The first byte that is not UTF-8.
    struct NotUtf8 {
        int line = 0;
        std::string word; ///< around it, as Windows-1252
        unsigned char byte = 0;
    };

    [[nodiscard]] std::string reading() const;

    std::string m_shown;
    bool m_is_first = true;
    std::optional<std::endian> m_utf_16{};
    std::optional<NotUtf8> m_not_utf_8{};
    bool m_fits_windows_1252 = true;
    std::int64_t m_lines = 0; ///< before the next piece
};

/// Decodes a text piece by piece.
class Decoder {
  public:
    Decoder(Decoding decoding, std::string shown)
        : m_decoding(std::move(decoding)), m_shown(std::move(shown)) {}

    /// The next piece in UTF-8; of the first one, without a byte order mark. No piece ends within a
    /// character. Throws Error for bytes that are none in the encoding, and for control characters.
    std::string decode(std::string piece);

  private:
    Decoding m_decoding;
    std::string m_shown;
    bool m_is_first = true;
    std::int64_t m_lines = 0; ///< before the next piece
};

} // namespace cairn
