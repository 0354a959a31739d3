#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace cairn::site {

/// The file of the site that a page means by `src`: beside the page, or where Hugo would take it
/// from (static, assets, content), the page's own address being what relative ones start from.
/// `page` lies in `site`. Nothing where there is no such file.
std::optional<std::filesystem::path> find_picture(const std::filesystem::path& site,
                                                  const std::filesystem::path& page,
                                                  std::string_view src);

/// The long description that a PNG or SVG carries in its XMP packet (IPTC ExtDescrAccessibility,
/// the default language); nothing where it has none.
std::optional<std::string> description_in(std::string_view picture);

} // namespace cairn::site
