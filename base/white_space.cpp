#include "base/white_space.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>
#include <cstddef>

namespace cairn {

namespace {

/// How many bytes of the text the character at its end takes up.
std::size_t last_character(std::string_view text) {
    std::size_t bytes = 1;
    while (bytes < text.size() && continues_character(text[text.size() - bytes])) {
        ++bytes;
    }
    return bytes;
}

bool begins_with_space(std::string_view text) {
    const bool ascii = is_ascii(text.front());
    return ascii ? is_space(text.front()) : is_space(decode(text).value_or(Decoded{}).character);
}

} // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && begins_with_space(text)) {
        text.remove_prefix(decode(text)->bytes);
    }
    while (!text.empty()) {
        const std::size_t bytes = last_character(text);
        if (!begins_with_space(text.substr(text.size() - bytes))) {
            break;
        }
        text.remove_suffix(bytes);
    }
    return text;
}

std::string one_line(std::string_view text) {
    const auto space = [](char c) { return is_space(c); };
    text = trimmed(text);
    std::string line;
    for (auto at = text.begin(); at != text.end();) {
        const auto word_end = std::find_if(at, text.end(), space);
        line.append(at, word_end);
        at = std::find_if_not(word_end, text.end(), space);
        const bool breaks = std::any_of(word_end, at, [](char c) { return c != ' '; });
        line += breaks ? std::string(1, ' ') : std::string(word_end, at);
    }
    return line;
}

} // namespace cairn
