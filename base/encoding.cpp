#include "base/encoding.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <array>
#include <memory>

namespace cairn {

namespace {

// What Windows-1252 has in 0x80 to 0x9F; 0 where it has nothing. All else is as in Latin-1.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The character of a byte; 0 for those that have none.
char32_t in_windows_1252(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xA0 ? windows_1252.at(byte - 0x80U) : byte;
}

bool is_unfit(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
    const bool breaks_line = c == 0x2028 || c == 0x2029;
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || breaks_line || turns;
}

std::string number_of(char32_t c) {
    return fmt::format("U+{:04X}", static_cast<unsigned>(c));
}

} // namespace

std::optional<std::endian> marked_utf_16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE")   ? std::optional(std::endian::little)
           : bytes.starts_with("\xFE\xFF") ? std::optional(std::endian::big)
                                           : std::nullopt;
}

bool fits_windows_1252(std::string_view bytes) {
    return std::ranges::all_of(bytes,
                               [](char byte) { return in_windows_1252(byte) != 0 || byte == 0; });
}

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    if (!fits_windows_1252(bytes)) {
        return std::nullopt;
    }
    std::string text;
    for (const char byte : bytes) {
        text += to_utf8(in_windows_1252(byte));
    }
    return text;
}

std::optional<std::string> from_utf_16(std::string_view bytes, std::endian order) {
    gsize length = 0;
    const std::unique_ptr<char, decltype(&g_free)> text(
        g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8",
                  order == std::endian::big ? "UTF-16BE" : "UTF-16LE", nullptr, &length, nullptr),
        &g_free);
    return text ? std::optional(std::string(text.get(), length)) : std::nullopt;
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

std::string unfit_for_name(std::string_view text) {
    for (const char32_t c : characters_of(text)) {
        if (is_unfit(c)) {
            return "the control character " + number_of(c);
        }
    }
    return {};
}

std::string visible(std::string_view text) {
    std::string shown;
    for_each_character(text, [&](char32_t c, std::string_view bytes) {
        if (is_unfit(c)) {
            shown += "<" + number_of(c) + ">";
        } else if (!decode(bytes)) {
            shown += fmt::format("<0x{:02X}>", static_cast<unsigned char>(bytes.front()));
        } else {
            shown += bytes;
        }
    });
    return shown;
}

} // namespace cairn
