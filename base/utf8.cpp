#include "base/utf8.h"

#include "base/ascii.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace cairn {

namespace {

/// How many bytes at the start of a text are ASCII; eight are looked at together.
std::size_t ascii_at_start(std::string_view text) {
    std::size_t count = 0;
    for (std::uint64_t eight = 0; count + sizeof eight <= text.size(); count += sizeof eight) {
        std::memcpy(&eight, text.data() + count, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0) {
            break;
        }
    }
    while (count < text.size() && is_ascii(text[count])) {
        ++count;
    }
    return count;
}

} // namespace

std::optional<Decoded> decode(std::string_view text) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t bytes =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(text.size()), &character);
    return bytes > 0 ? std::optional(Decoded{static_cast<char32_t>(character),
                                             static_cast<std::size_t>(bytes)})
                     : std::nullopt;
}

std::optional<std::size_t> invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii(text[at])) {
            at += ascii_at_start(text.substr(at));
            continue;
        }
        const std::optional<Decoded> next = decode(text.substr(at));
        if (!next) {
            return at;
        }
        at += next->bytes;
    }
    return std::nullopt;
}

std::u32string characters_of(std::string_view text) {
    std::u32string characters;
    for_each_character(text, [&](char32_t c, std::string_view) { characters += c; });
    return characters;
}

std::string to_utf8(char32_t character) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const utf8proc_ssize_t count =
        utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes.data());
    return {bytes.begin(), bytes.begin() + count};
}

std::size_t count_characters(std::string_view text) {
    return text.size() -
           static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_character));
}

std::string_view beginning(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    while (end < text.size() && (count > 0 || continues_character(text[end]))) {
        if (!continues_character(text[end])) {
            --count;
        }
        ++end;
    }
    return text.substr(0, end);
}

bool is_space(char32_t character) {
    if ((character >= '\t' && character <= '\r') || character == 0x85) {
        return true;
    }
    const utf8proc_category_t category =
        utf8proc_category(static_cast<utf8proc_int32_t>(character));
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

std::string capitalised(std::string text) {
    constexpr char32_t micro = 0xB5; // "µg" is no "Μg"
    const auto first = text.empty() ? std::nullopt : decode(text);
    if (first && first->character != micro) {
        const auto letter = static_cast<utf8proc_int32_t>(first->character);
        text.replace(0, first->bytes, to_utf8(static_cast<char32_t>(utf8proc_totitle(letter))));
    }
    return text;
}

} // namespace cairn
