#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cairn::site {

/// Words as the value of a parameter of a Hugo shortcode: in double quotes, or in backticks where
/// quotes cannot hold them. Hugo's rules: `\"` is a quote, but then every other backslash is lost;
/// a backtick may not follow a backslash; no line break. Nothing where neither form holds the
/// words: that takes a backtick together with a line break or a backslash.
std::optional<std::string> to_shortcode(std::string_view words);

/// The words of such a value, quotes or backticks around it or none.
std::string from_shortcode(std::string_view value);

/// Words as the alt text between `![` and `]`. Escaped is all that Markdown (CommonMark with
/// tables, and what Hugo adds: typographic quotes, links from bare addresses, shortcodes) would
/// take for markup.
std::string to_markdown(std::string_view words);

/// The words of such an alt text; nothing where it holds markup of its own.
std::optional<std::string> from_markdown(std::string_view text);

/// Words as an HTML attribute's value between two of `quote`, safe in Markdown tables and Go
/// templates too.
std::string to_attribute(std::string_view words, char quote);

/// The words of such a value, given without its quotes.
std::string from_attribute(std::string_view value);

/// The text with each run of white space as one space, none at its ends: as screen readers take it.
std::string with_single_spaces(std::string_view text);

} // namespace cairn::site
