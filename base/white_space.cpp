#include "base/white_space.h"

#include <algorithm>
#include <cstddef>

namespace cairn {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view no_break_space = "\u00A0";

} // namespace

std::string_view trimmed(std::string_view text) {
    for (;;) {
        const std::size_t first = text.find_first_not_of(blanks);
        text.remove_prefix(first == std::string_view::npos ? text.size() : first);
        const std::size_t last = text.find_last_not_of(blanks);
        text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
        if (text.starts_with(no_break_space)) {
            text.remove_prefix(no_break_space.size());
        } else if (text.ends_with(no_break_space)) {
            text.remove_suffix(no_break_space.size());
        } else {
            return text;
        }
    }
}

std::string one_line(std::string_view text) {
    text = trimmed(text);
    std::string line;
    while (!text.empty()) {
        const std::size_t run = std::min(text.find_first_not_of(blanks), text.size());
        const bool breaks = text.substr(0, run).find_first_of("\t\r\n") != std::string_view::npos;
        line += breaks ? std::string_view(" ") : text.substr(0, run);
        text.remove_prefix(run);
        const std::size_t word = std::min(text.find_first_of(blanks), text.size());
        line += text.substr(0, word);
        text.remove_prefix(word);
    }
    return line;
}

} // namespace cairn
