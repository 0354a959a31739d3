#pragma once

#include <cstddef>
#include <string_view>

/// A web site's pages: where they show figures, and with which words. Pages are bytes in UTF-8;
/// positions in them are offsets in bytes.
namespace cairn::site {

/// The offset of what is not there, as the standard's searches give it.
inline constexpr std::size_t nowhere = std::string_view::npos;

/// Between the words of tags and shortcodes.
inline constexpr std::string_view white_space = " \t\r\n";

/// From `begin` up to, not with, `end`.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

inline std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

} // namespace cairn::site
