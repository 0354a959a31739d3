#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cairn {

struct Decoded {
    char32_t character = 0xFFFD; ///< replacement character
    std::size_t bytes = 1;       ///< that it takes up
};

/// The character at the start of `text`; nothing where there is none, or the bytes there are not
/// UTF-8 (RFC 3629).
std::optional<Decoded> decode(std::string_view text);

/// Where the first byte stands that is not UTF-8; nothing for text that is.
std::optional<std::size_t> invalid_utf8(std::string_view text);

/// Calls `visit(character, bytes)` for each character; a byte that is not UTF-8 is a replacement
/// character.
void for_each_character(std::string_view text, const auto& visit) {
    while (!text.empty()) {
        const Decoded next = decode(text).value_or(Decoded{});
        visit(next.character, text.substr(0, next.bytes));
        text.remove_prefix(next.bytes);
    }
}

std::u32string characters_of(std::string_view text);

/// The character in UTF-8. It is below U+110000.
std::string to_utf8(char32_t character);

/// The letter as it begins a sentence; any other character as it is.
char32_t capital(char32_t character);

/// Whether a byte is the second or a later one of a character.
constexpr bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t count_characters(std::string_view text);

/// The first `count` characters.
std::string_view beginning(std::string_view text, std::size_t count);

/// Whether a character separates words in any script: Unicode's property White_Space.
bool is_space(char32_t character);

} // namespace cairn
