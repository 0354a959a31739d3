#include "render/output/html/paragraphs.h"

#include <string_view>

namespace cairn::output {

namespace {

std::size_t pass_space(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
    return at;
}

/// Where in the text a line ends that begins at `at`; nothing where the text goes on otherwise.
std::optional<std::size_t> pass_line(std::string_view text, std::size_t at, std::string_view line) {
    std::size_t in_line = pass_space(line, 0);
    at = pass_space(text, at);
    while (in_line < line.size()) {
        if (at == text.size() || text[at] != line[in_line]) {
            return std::nullopt;
        }
        ++at;
        in_line = pass_space(line, in_line + 1);
        // Space after the line's end is looked at by the caller.
        at = in_line < line.size() ? pass_space(text, at) : at;
    }
    return at;
}

} // namespace

std::optional<std::vector<LinePlace>> place_lines(const std::vector<std::string>& lines,
                                                  const std::vector<std::string>& paragraphs) {
    std::vector<LinePlace> places;
    std::size_t paragraph = 0;
    std::size_t at = 0;
    for (const std::string& line : lines) {
        while (paragraph < paragraphs.size() &&
               pass_space(paragraphs[paragraph], at) == paragraphs[paragraph].size()) {
            ++paragraph;
            at = 0;
        }
        const auto end = paragraph < paragraphs.size() ? pass_line(paragraphs[paragraph], at, line)
                                                       : std::nullopt;
        if (!end) {
            return std::nullopt;
        }
        at = *end;
        const bool more = pass_space(paragraphs[paragraph], at) < paragraphs[paragraph].size();
        places.push_back({paragraph, more && paragraphs[paragraph][at] == ' '});
    }
    return places;
}

} // namespace cairn::output
