#include "base/decode_text.h"

#include "base/quote.h"
#include "base/report.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace cairn {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// A line that so many are before, of which messages have no more than an int holds.
int line_after(std::int64_t lines) {
    return static_cast<int>(std::min<std::int64_t>(lines + 1, std::numeric_limits<int>::max()));
}

/// The word around `offset`, as far as commas, quotes and spaces.
std::string_view word_at(std::string_view text, std::size_t offset) {
    constexpr std::string_view ends = " \t\r\n,;\"";
    const std::size_t before = text.find_last_of(ends, offset);
    const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(first, text.find_first_of(ends, offset) - first);
}

/// The order of the bytes of UTF-16, by its byte order mark, else by the zero bytes that the
/// letters of European languages have; nothing where it does not look like UTF-16.
std::optional<std::endian> order_of_utf_16(std::string_view bytes) {
    if (const auto marked = marked_utf_16(bytes)) {
        return marked;
    }
    std::array<std::size_t, 2> zeros{};
    const std::string_view start = bytes.substr(0, 4096);
    for (std::size_t i = 0; i < start.size(); ++i) {
        zeros.at(i % 2) += start[i] == '\0' ? 1 : 0;
    }
    const auto [even, odd] = zeros;
    if (4 * std::max(even, odd) < start.size() || std::min(even, odd) > 0) {
        return std::nullopt;
    }
    return even < odd ? std::endian::little : std::endian::big;
}

} // namespace

void EncodingSearch::look_at(std::string_view piece) {
    if (m_is_first) {
        m_is_first = false;
        m_utf_16 = piece.starts_with(utf8_mark) ? std::nullopt : order_of_utf_16(piece);
        piece.remove_prefix(piece.starts_with(utf8_mark) ? utf8_mark.size() : 0);
    }
    m_fits_windows_1252 = m_fits_windows_1252 && fits_windows_1252(piece);
    if (const auto offset = m_not_utf_8 ? std::nullopt : invalid_utf8(piece)) {
        m_not_utf_8 =
            NotUtf8{line_after(m_lines + std::ranges::count(piece.substr(0, *offset), '\n')),
                    from_windows_1252(word_at(piece, *offset)).value_or(""),
                    static_cast<unsigned char>(piece[*offset])};
    }
    m_lines += std::ranges::count(piece, '\n');
}

std::string EncodingSearch::reading() const {
    return fmt::format("the text is not UTF-8; as Windows-1252 it reads {}",
                       in_quotes(m_not_utf_8->word));
}

Decoding EncodingSearch::found(std::optional<Encoding> said) const {
    const bool is_windows_1252 = m_not_utf_8 && m_fits_windows_1252;
    Decoding result{.encoding = said              ? *said
                                : m_utf_16        ? Encoding::utf_16
                                : is_windows_1252 ? Encoding::windows_1252
                                                  : Encoding::utf_8,
                    .order = m_utf_16.value_or(std::endian::little)};
    switch (result.encoding) {
    case Encoding::utf_8:
        if (m_not_utf_8) {
            throw_at(m_shown,
                     m_fits_windows_1252
                         ? reading()
                         : fmt::format("the text is not UTF-8: byte 0x{:02X}", m_not_utf_8->byte),
                     std::string(as_utf8), m_not_utf_8->line);
        }
        break;
    case Encoding::utf_16:
        result.notices.push_back({{.file = m_shown}, "the text is UTF-16", ""});
        break;
    case Encoding::windows_1252:
        if (m_not_utf_8 && !said) {
            result.warnings.push_back(
                {{.file = m_shown, .line = m_not_utf_8->line},
                 reading(),
                 "if it is right, write encoding: windows-1252; else " + std::string(as_utf8)});
        }
        break;
    }
    return result;
}

std::string Decoder::decode(std::string piece) {
    std::optional<std::string> text;
    switch (m_decoding.encoding) {
    case Encoding::utf_8:
        text = invalid_utf8(piece) ? std::nullopt : std::optional(std::move(piece));
        break;
    case Encoding::utf_16:
        text = from_utf_16(piece, m_decoding.order);
        break;
    case Encoding::windows_1252:
        text = from_windows_1252(piece);
        break;
    }
    if (!text) {
        constexpr std::array<std::string_view, 3> names{"UTF-8", "UTF-16", "Windows-1252"};
        throw_at(m_shown,
                 fmt::format("the text is not {}",
                             names.at(static_cast<std::size_t>(m_decoding.encoding))),
                 std::string(as_utf8));
    }
    const bool has_mark = std::exchange(m_is_first, false) &&
                          m_decoding.encoding != Encoding::windows_1252 &&
                          text->starts_with(utf8_mark);
    text->erase(0, has_mark ? utf8_mark.size() : 0);
    if (const auto unfit = find_control_character(*text)) {
        throw_at(m_shown,
                 fmt::format("holds the control character U+{:04X}, which is no text",
                             static_cast<unsigned>(unfit->character)),
                 "take it out, or save the file as text again",
                 line_after(m_lines +
                            std::count(text->begin(),
                                       text->begin() + static_cast<std::ptrdiff_t>(unfit->offset),
                                       '\n')));
    }
    m_lines += std::ranges::count(*text, '\n');
    return std::move(*text);
}

void throw_empty(const std::string& shown) {
    throw_at(shown, "the file is empty", "check that it was saved");
}

DecodedText decode_text(std::string bytes, const std::string& shown,
                        std::optional<Encoding> encoding) {
    EncodingSearch search(shown);
    search.look_at(bytes);
    const Decoding decoding = search.found(encoding);
    std::string text = Decoder(decoding, shown).decode(std::move(bytes));
    if (text.empty()) {
        throw_empty(shown);
    }
    return {std::move(text), decoding.warnings, decoding.notices};
}

} // namespace cairn
