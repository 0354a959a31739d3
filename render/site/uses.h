#pragma once

#include "render/site/escape.h"
#include "render/site/span.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::site {

/// In what the words of an image are written.
enum class Syntax { shortcode, markdown, attribute };

/// A figure's image that a page shows.
struct Use {
    std::string figure;  ///< id
    std::size_t at = 0;  ///< where it begins
    std::string src;     ///< its address as given, decoded
    std::string caption; ///< what messages call its place: "the shortcode float"
    Syntax syntax = Syntax::attribute;

    enum class Alt {
        given,
        absent,
        computed, ///< by a template: nobody can tell from the page
        unnamed,  ///< the shortcode's parameters have no names
        hidden ///< empty, and the image hidden from screen readers: its description stands beside
               ///< it
    } alt = Alt::given;
    /// The words given; nothing where they hold markup.
    std::optional<std::string> words{};

    Span edit{};              ///< what gives way to new words
    std::string before{};     ///< put in front of them
    std::string after{};      ///< put behind them
    char quote = '"';         ///< of an attribute
    MarkdownContext around{}; ///< of a Markdown image
};

enum class PageFormat { markdown, html };

/// Every use of `ID.png` or `ID.svg`, for all ids, in a page, in order: parameter `src` of a
/// shortcode, Markdown image, `<img>`. Not in front matter, code, comments, and shortcodes that
/// are commented out.
std::vector<Use> find_uses(std::string_view page, PageFormat format,
                           std::span<const std::string> ids);

/// What takes the place of `use.edit`, so that the use says `words`; nothing where its place cannot
/// hold them.
std::optional<std::string> written(const Use& use, std::string_view words);

} // namespace cairn::site
