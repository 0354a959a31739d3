#include "base/encoding.h"

#include <array>

namespace cairn {

namespace {

// What Windows-1252 has in 0x80 to 0x9F; 0 where it has nothing. All else is as in Latin-1.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char continuation(unsigned bits) {
    return static_cast<char>(0x80U | (bits & 0x3FU));
}

/// Appends a character below U+10000.
void append_utf8(std::string& text, unsigned character) {
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0U | character >> 6U);
        text += continuation(character);
    } else {
        text += static_cast<char>(0xE0U | character >> 12U);
        text += continuation(character >> 6U);
        text += continuation(character);
    }
}

} // namespace

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool in_table = byte >= 0x80 && byte < 0xA0;
        const unsigned character = in_table ? windows_1252.at(byte - 0x80U) : byte;
        if (character == 0) {
            return std::nullopt;
        }
        append_utf8(text, character);
    }
    return text;
}

std::optional<ControlCharacter> find_control_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        const auto last = static_cast<unsigned char>(i + 2 < text.size() ? text[i + 2] : 0);
        const bool blank = byte == '\t' || byte == '\n' || byte == '\r';
        if ((byte < 0x20 && !blank) || byte == 0x7F) {
            return ControlCharacter{i, byte};
        }
        if (byte == 0xC2 && next < 0xA0) {
            return ControlCharacter{i, next};
        }
        if (byte == 0xEF && next == 0xBF && last >= 0xBE) {
            return ControlCharacter{i, 0xFFC0U | (last & 0x3FU)};
        }
    }
    return std::nullopt;
}

} // namespace cairn
