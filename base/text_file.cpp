#include "base/text_file.h"

#include "base/utf8.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace cairn {

namespace {

/// How many of the bytes of a text that goes on are a piece.
std::size_t size_of_piece(std::string_view bytes, const Decoding& decoding) {
    if (decoding.encoding == Encoding::utf_16) {
        const std::size_t size = bytes.size() - bytes.size() % 2;
        const std::size_t high = decoding.order == std::endian::little ? 1 : 2;
        const bool ends_within_pair =
            size > 0 && (static_cast<unsigned char>(bytes[size - high]) & 0xFCU) == 0xD8U;
        return size - (ends_within_pair ? 2 : 0);
    }
    if (const std::size_t line_break = bytes.rfind('\n'); line_break != bytes.npos) {
        return line_break + 1;
    }
    constexpr std::size_t most_continuing = 3;
    std::size_t left = 1; // the last character may not be whole
    while (left <= most_continuing && left < bytes.size() &&
           continues_character(bytes[bytes.size() - left])) {
        ++left;
    }
    return bytes.size() - std::min(left, bytes.size());
}

Decoding find_decoding(const std::string& shown, std::optional<Encoding> encoding,
                       const auto& next_bytes) {
    EncodingSearch search(shown);
    while (const auto piece = next_bytes()) {
        search.look_at(*piece);
        // A zero byte is no text in UTF-8 and Windows-1252: decoding will end there.
        if (encoding ? *encoding != Encoding::utf_8 : search.is_utf_16()) {
            break;
        }
        if (piece->find('\0') != piece->npos) {
            break;
        }
    }
    return search.found(encoding);
}

} // namespace

TextFile::TextFile(const std::filesystem::path& path, const std::string& shown,
                   std::optional<Encoding> encoding, std::uintmax_t most_bytes,
                   std::size_t piece_bytes)
    : m_file(path, shown, most_bytes), m_shown(shown), m_piece_bytes(piece_bytes),
      m_decoder({}, shown) {
    m_decoding = find_decoding(shown, encoding, [this] { return next_bytes(); });
    m_decoder = Decoder(m_decoding, shown);
    m_file.rewind();
    m_left.clear();
}

std::optional<std::string> TextFile::next_bytes() {
    for (bool more = true; more;) {
        more = m_file.read(m_piece_bytes, m_left);
        const std::size_t size = more ? size_of_piece(m_left, m_decoding) : m_left.size();
        if (size > 0) {
            std::string left = m_left.substr(size);
            m_left.resize(size);
            return std::exchange(m_left, std::move(left));
        }
    }
    return std::nullopt;
}

std::optional<std::string> TextFile::next_piece() {
    while (auto bytes = next_bytes()) {
        std::string text = m_decoder.decode(std::move(*bytes));
        if (!text.empty()) {
            m_is_empty = false;
            return text;
        }
    }
    if (m_is_empty) {
        throw_empty(m_shown);
    }
    return std::nullopt;
}

} // namespace cairn
