#pragma once

#include "render/site/span.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::site {

/// An attribute of a tag. One without a value has an empty `value` span after its name.
struct Attribute {
    std::string name; ///< in lower case
    Span value;       ///< with its quotes
    std::string words;
    bool computed = false; ///< a template or shortcode stands in it
};

/// An opening tag.
struct Tag {
    Span span;
    std::string name; ///< in lower case
    std::vector<Attribute> attributes;

    /// The first of that name, as browsers take it; null where there is none.
    [[nodiscard]] const Attribute* find(std::string_view attribute) const;
};

/// The opening tag that begins at `at` and ends before `end`; nothing where there is none. `{{ …
/// }}` in it is a template's, and may hold quotes.
std::optional<Tag> read_tag(std::string_view html, std::size_t at, std::size_t end);

/// Past the comment (of HTML or of a Go template), declaration or closing tag that begins at `at`;
/// `at` where none begins there, npos for one that does not end.
std::size_t end_of_other_markup(std::string_view html, std::size_t at);

/// Past the text of a script or another element without tags in it, where `tag` opens one; else
/// past `tag`.
std::size_t end_of_raw_text(std::string_view html, const Tag& tag);

} // namespace cairn::site
