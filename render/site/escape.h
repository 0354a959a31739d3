#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::site {

/// Words as the value of a parameter of a Hugo shortcode: in double quotes, or in backticks where
/// quotes cannot hold them. Hugo's rules: `\"` is a quote, but then every other backslash is lost;
/// a backtick may not follow a backslash; no line break. Nothing where neither form holds the
/// words: that takes a backtick together with a line break or a backslash.
std::optional<std::string> to_shortcode(std::string_view words);

/// The words of such a value, quotes or backticks around it or none.
std::string from_shortcode(std::string_view value);

/// Where a Markdown image stands: what its alt text must not clash with.
struct MarkdownContext {
    bool in_table = false;
    std::vector<std::size_t> backticks{}; ///< lengths of the runs of backticks around it
};

/// Words as the alt text between `![` and `]`: as they are, or as a code span where Markdown or
/// what Hugo adds to it (typographic quotes, links from bare addresses, shortcodes) would take a
/// part of them for more than itself. In an alt text, code is its text and nothing else, and so it
/// is in Hugo's goldmark, which keeps backslashes and references as they stand. A line break
/// becomes a space.
std::string to_markdown(std::string_view words, const MarkdownContext& around);

/// The words of such an alt text; nothing where it holds markup of another kind, backslash escapes
/// and references among it.
std::optional<std::string> from_markdown(std::string_view text, const MarkdownContext& around);

/// Past the code span that begins at `at`, or past its backticks where none closes it before `end`.
std::size_t skip_code_span(std::string_view text, std::size_t at, std::size_t end);

/// The lengths of the runs of backticks in a text.
std::vector<std::size_t> backtick_runs(std::string_view text);

/// Words as an HTML attribute's value between two of `quote`, safe in Markdown tables and Go
/// templates too.
std::string to_attribute(std::string_view words, char quote);

/// The words of such a value, given without its quotes.
std::string from_attribute(std::string_view value);

/// The text with each run of white space as one space, none at its ends: as screen readers take it.
std::string with_single_spaces(std::string_view text);

} // namespace cairn::site
