#pragma once

#include "geo/gazetteer.h"
#include "geo/region.h"
#include "render/input/catalogue.h"
#include "render/input/figure_spec.h"
#include "render/input/style.h"
#include "render/installation.h"
#include "render/scene/measure.h"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cairn {

/// Regions and every name that leads to one of them.
struct BoundarySet {
    geo::Regions regions;
    geo::Gazetteer places;
};

/// What the figures of a run share: boundaries, styles, fonts and
/// catalogues, each read when first asked for.
class Shelf {
  public:
    explicit Shelf(Installation installation) : m_installation(std::move(installation)) {}

    /// A set by name comes in the coarsest of its levels that a map in this style can be drawn
    /// from. Throws Error for an unknown name, and as the readers do.
    const BoundarySet& boundaries(const input::BoundarySpec& spec, const input::Style& style);

    /// A style by name, or a file ending in .yaml, relative to `base`. Throws Error at `where` for
    /// an unknown name, and as read_style does.
    const input::Style& style(const std::string& name, const std::filesystem::path& base,
                              const Location& where);

    const scene::Fonts& fonts(const std::string& family);

    /// The words of a known language. Throws Error as read_catalogue does.
    const input::Catalogue& catalogue(const std::string& language);

  private:
    [[nodiscard]] geo::Regions read_named(const input::BoundarySpec& spec,
                                          const input::Style& style) const;

    Installation m_installation;
    std::optional<geo::Gazetteer> m_known;
    std::map<std::string, BoundarySet> m_boundaries;
    std::map<std::filesystem::path, input::Style> m_styles;
    std::map<std::string, scene::Fonts> m_fonts;
    std::map<std::string, input::Catalogue> m_catalogues;
};

/// "did you mean …?" for the nearest known name, else all of them.
std::string remedy_for(std::string_view name, std::span<const std::string> known);

} // namespace cairn
