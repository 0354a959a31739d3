#pragma once

#include <bit>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace cairn {

/// How bytes stand for characters.
enum class Encoding { utf_8, utf_16, windows_1252 };

/// The text in UTF-8, where all bytes stand for characters in Windows-1252; else nothing.
std::optional<std::string> from_windows_1252(std::string_view bytes);

/// Whether all bytes stand for characters in Windows-1252.
bool fits_windows_1252(std::string_view bytes);

/// The text in UTF-8, where all bytes are UTF-16 of this order; else nothing. A byte order mark is
/// a character like any other.
std::optional<std::string> from_utf_16(std::string_view bytes, std::endian order);

/// A character that no text to be printed may hold: its place and number.
struct ControlCharacter {
    std::size_t offset = 0; ///< bytes
    char32_t character = 0;
};

/// The first control character in UTF-8 text but tab, line feed and carriage return; nothing where
/// there is none. U+FFFE and U+FFFF count as well: XML has no place for them.
std::optional<ControlCharacter> find_control_character(std::string_view text);

/// What is wrong with a name that is to be shown: the first character in it that is a control
/// character, breaks lines or turns the direction of text (U+202A to U+202E, U+2066 to U+2069), as
/// a message has it, "the control character U+001B"; empty where there is none.
std::string unfit_for_name(std::string_view text);

/// The text on one line, as a terminal can show it: each character that unfit_for_name() names, and
/// each byte that is not UTF-8, by its number: <U+001B>, <0x9B>.
std::string visible(std::string_view text);

/// The order of the bytes of UTF-16 that a byte order mark at the start tells; nothing without one.
std::optional<std::endian> marked_utf_16(std::string_view bytes);

/// What to do about a file in another encoding.
inline constexpr std::string_view as_utf8 =
    "save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")";

} // namespace cairn
