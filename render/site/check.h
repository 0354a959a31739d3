#pragma once

#include "base/error.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace cairn::site {

/// What a figure says today. One that exists in several languages stands there once for each.
struct Figure {
    std::string id;
    std::string language;        ///< BCP 47
    std::string short_text;      ///< alt text
    std::string list;            ///< the other alt text that is right
    std::string description;     ///< long; paragraphs parted by a newline
    std::filesystem::path table; ///< its file; empty where it is on a server, which has no age
};

/// A page whose alt texts were mended.
struct Mended {
    std::filesystem::path page;
    std::size_t texts = 0;
};

/// What was found in a site, by page and place.
struct Findings {
    std::vector<Problem> errors;
    std::vector<Problem> warnings;
    std::vector<Mended> mended;
    std::size_t uses = 0; ///< of all figures
};

/// Looks at every page of the site (Markdown and HTML, but not what Hugo made of them) for uses of
/// the figures. Errors: an alt text that is neither today's short text nor today's list, an image
/// whose words are not today's, or that has none and is older than the table. `site` is as the user
/// gave it. Throws Error where it is no folder.
Findings check_pages(const std::filesystem::path& site, std::span<const Figure> figures);

/// The same, but puts today's short text where an alt text is wrong; all other bytes stay. A page
/// is written whole or not at all.
Findings mend_pages(const std::filesystem::path& site, std::span<const Figure> figures);

} // namespace cairn::site
