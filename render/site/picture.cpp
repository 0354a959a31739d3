#include "render/site/picture.h"

#include "render/site/escape.h"
#include "render/site/span.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace cairn::site {

namespace {

namespace fs = std::filesystem;

std::string without_percent(std::string_view address) {
    std::string text;
    for (std::size_t i = 0; i < address.size(); ++i) {
        unsigned byte = 0;
        const char* digits = address.data() + i + 1;
        if (address[i] == '%' && i + 2 < address.size() &&
            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            text += static_cast<char>(byte);
            i += 2;
        } else {
            text += address[i];
        }
    }
    return text;
}

/// The path of an address, without scheme, host, query and fragment.
std::string path_of(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    const std::size_t host = address.find("//");
    if (host != nowhere && (host == 0 || address[host - 1] == ':')) {
        const std::size_t path = address.find('/', host + 2);
        address = path == nowhere ? "" : address.substr(path);
    }
    return without_percent(address);
}

/// The folder that a page's relative addresses start from, from the root of the site's address:
/// Hugo serves stories.md and stories/index.md as stories/.
fs::path address_of(const fs::path& site, const fs::path& page) {
    fs::path path = page.lexically_relative(site);
    if (path.begin() != path.end() && *path.begin() == "content") {
        path = path.lexically_relative("content");
    }
    const std::string stem = path.stem().string();
    const bool folder = stem == "index" || stem == "_index";
    return folder ? path.parent_path() : path.parent_path() / stem;
}

/// A path that begins above the root begins at the root, as in browsers.
fs::path below_root(const fs::path& path) {
    fs::path result;
    for (const fs::path& part : path.lexically_normal()) {
        if (part != ".." && part != "/") {
            result /= part;
        }
    }
    return result;
}

/// The text between `begin` and `end`, which follow `from`.
std::optional<std::string_view> between(std::string_view text, std::string_view begin,
                                        std::string_view end) {
    const std::size_t at = text.find(begin);
    const std::size_t close = at == nowhere ? nowhere : text.find(end, at);
    return close == nowhere ? std::nullopt : std::optional(slice(text, {at + begin.size(), close}));
}

} // namespace

std::optional<fs::path> find_picture(const fs::path& site, const fs::path& page,
                                     std::string_view src) {
    const fs::path path = path_of(src);
    std::vector<fs::path> candidates;
    std::vector<fs::path> addresses{below_root(path)};
    if (path.is_relative()) {
        candidates.push_back(page.parent_path() / path);
        addresses.insert(addresses.begin(), below_root(address_of(site, page) / path));
    }
    for (const fs::path& address : addresses) {
        for (const char* folder : {"static", "assets", "content", ""}) {
            candidates.push_back(site / folder / address);
        }
    }
    std::error_code ignored;
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const auto& file) {
        return fs::is_regular_file(file, ignored);
    });
    return found == candidates.end() ? std::nullopt : std::optional(found->lexically_normal());
}

std::optional<std::string> description_in(std::string_view picture) {
    const auto alternatives = between(picture, "<Iptc4xmpCore:ExtDescrAccessibility>",
                                      "</Iptc4xmpCore:ExtDescrAccessibility>");
    // The default comes first; an SVG has its own language alone.
    const auto text =
        alternatives ? between(*alternatives, "<rdf:li xml:lang=\"", "</rdf:li>") : std::nullopt;
    const std::size_t start = text ? text->find("\">") : std::string_view::npos;
    if (start == std::string_view::npos) {
        return std::nullopt;
    }
    return from_attribute(text->substr(start + 2));
}

} // namespace cairn::site
