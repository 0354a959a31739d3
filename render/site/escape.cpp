#include "render/site/escape.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/utf8.h"
#include "render/output/markup.h"

#include <array>
#include <utility>

namespace cairn::site {

namespace {

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// What `#38` or `#x26` stands for; nothing for what is no character.
std::optional<std::string> numeric_reference(std::string_view name) {
    name.remove_prefix(1);
    int base = 10;
    if (name.starts_with('x') || name.starts_with('X')) {
        name.remove_prefix(1);
        base = 16;
    }
    const unsigned number = to_number<unsigned>(name, base).value_or(0);
    const bool surrogate = number >= 0xD800 && number < 0xE000;
    if (number == 0 || number > 0x10FFFF || surrogate) {
        return std::nullopt;
    }
    return to_utf8(number);
}

/// The references that words of figures need. Others stay as they are: their text differs from
/// today's then, and gives way to one that is written out.
std::optional<std::string> reference(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> named{
        {{"amp", "&"},
         {"lt", "<"},
         {"gt", ">"},
         {"quot", "\""},
         {"apos", "'"},
         {"nbsp", "\xC2\xA0"}}};
    if (name.starts_with('#')) {
        return numeric_reference(name);
    }
    for (const auto& [known, character] : named) {
        if (name == known) {
            return std::string(character);
        }
    }
    return std::nullopt;
}

/// Reads the character reference at `at`, moving past it; nothing where there is none.
std::optional<std::string> read_reference(std::string_view text, std::size_t& at) {
    constexpr std::size_t longest = 12;
    const std::size_t end = text.find(';', at);
    if (text[at] != '&' || end == std::string_view::npos || end - at > longest) {
        return std::nullopt;
    }
    auto character = reference(text.substr(at + 1, end - at - 1));
    if (character) {
        at = end + 1;
    }
    return character;
}

std::string numbered(char c) {
    return "&#" + std::to_string(static_cast<unsigned char>(c)) + ";";
}

bool fits_in_quotes(std::string_view words) {
    const bool quote = holds(words, "\"");
    const bool backslash = holds(words, "\\");
    return !holds(words, "\n") && !(quote && backslash) && !holds(words, "\\`") &&
           !words.ends_with('\\');
}

} // namespace

std::optional<std::string> to_shortcode(std::string_view words) {
    if (fits_in_quotes(words)) {
        std::string value = "\"";
        for (const char c : words) {
            value += c == '"' ? "\\\"" : std::string(1, c);
        }
        return value + "\"";
    }
    if (holds(words, "`")) {
        return std::nullopt;
    }
    return "`" + std::string(words) + "`";
}

std::string from_shortcode(std::string_view value) {
    if (value.size() < 2 || (value.front() != '"' && value.front() != '`')) {
        return std::string(value);
    }
    const std::string_view inner = value.substr(1, value.size() - 2);
    if (value.front() == '`' || !holds(inner, "\\\"")) {
        return std::string(inner);
    }
    std::string words;
    for (const char c : inner) {
        words += c == '\\' ? std::string() : std::string(1, c);
    }
    return words;
}

std::string to_attribute(std::string_view words, char quote) {
    std::string value;
    for (const char c : output::escape(words)) {
        const bool special =
            c == '\'' || c == '`' || c == '{' || c == '|' || (is_space(c) && c != ' ');
        value += special ? numbered(c) : std::string(1, c);
    }
    return quote + value + quote;
}

std::string from_attribute(std::string_view value) {
    std::string words;
    for (std::size_t i = 0; i < value.size();) {
        if (const auto character = read_reference(value, i)) {
            words += *character;
        } else {
            words += value[i++];
        }
    }
    return words;
}

std::string with_single_spaces(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (!is_space(c)) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    while (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

} // namespace cairn::site
