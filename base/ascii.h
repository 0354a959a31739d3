#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// Bytes of text as ASCII has them, whatever the locale. Bytes of characters beyond ASCII are none
/// of these.
namespace cairn {

constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

constexpr bool is_letter_or_digit(char c) {
    return is_letter(c) || is_digit(c);
}

/// White space as HTML has it.
constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

constexpr char lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The text with its ASCII letters in lower case.
inline std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return lower(c); });
    return result;
}

} // namespace cairn
