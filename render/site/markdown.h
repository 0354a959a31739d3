#pragma once

#include "render/site/span.h"

#include <optional>
#include <string_view>
#include <vector>

namespace cairn::site {

/// A part of a Markdown page.
struct Block {
    Span span; ///< whole lines
    enum class Type { text, html, code } type = Type::text;
};

/// Paragraphs and headings, HTML, and code of a page (CommonMark), in order. The page's shortcodes
/// must have been replaced by other characters.
std::vector<Block> find_blocks(std::string_view page);

/// An image, `![alt](src)` or by reference.
struct Image {
    Span span;
    Span alt;   ///< between `![` and `]`
    Span src;   ///< where it is given, here or in a definition; without angle brackets
    Span label; ///< of a reference, between its brackets; the alt text itself in `![alt][]`
    enum class Form { inline_link, full, collapsed, shortcut } form = Form::inline_link;
};

/// `[label]: src`.
struct Definition {
    Span label;
    Span src;
};

/// The definitions of links and images outside code and HTML.
std::vector<Definition> find_definitions(std::string_view page, const std::vector<Block>& blocks);

/// The image that begins with the `![` at `at` and ends before `end`.
std::optional<Image> read_image(std::string_view page, std::size_t at, std::size_t end,
                                const std::vector<Definition>& definitions);

/// Past the backslash escape, code span, bare address in angle brackets or HTML that begins at `at`
/// and ends before `end`; `at` where none begins there.
std::size_t skip_opaque(std::string_view page, std::size_t at, std::size_t end);

} // namespace cairn::site
