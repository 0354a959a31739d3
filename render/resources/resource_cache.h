#pragma once

#include "base/installation.h"
#include "geo/gazetteer.h"
#include "geo/neighbours.h"
#include "geo/region.h"
#include "geo/tile_grid.h"
#include "render/boundary_sets/boundary_set.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/language/catalogue.h"
#include "render/input/place/known_names.h"
#include "render/input/style/palette.h"
#include "render/input/style/style.h"
#include "render/scene/measure.h"

#include <filesystem>
#include <list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cairn {

/// Regions, every name that leads to one of them, and where each lies among the others.
struct BoundarySet {
    geo::Regions regions;
    geo::Gazetteer places;
    geo::Whereabouts whereabouts;
};

/// Whether a map shows a part of itself larger: where labels crowd, or where a region stands in a
/// frame and leaves its room to the others.
enum class Enlarged { never, perhaps };

/// What the figures of a run share: boundaries, tiles, styles, fonts and
/// catalogues, each read when first asked for.
class ResourceCache {
  public:
    explicit ResourceCache(Installation installation) : m_installation(std::move(installation)) {}

    /// A set by name comes in the coarsest of its levels that a map in this style can be drawn
    /// from. Throws Error for an unknown name, and as the readers do.
    const BoundarySet& boundaries(const input::BoundarySpec& spec, const input::Style& style,
                                  Enlarged enlarged);

    /// The built-in council areas at their lightest, for what is not drawn of them.
    const BoundarySet& councils();

    /// The built-in layout of council areas as tiles of this shape. Throws Error as the readers do.
    const geo::TileGrid& tiles(geo::TileShape shape);

    /// Groups of areas, and towns, whose names tables have in place of an area's. Throws Error as
    /// the reader does.
    const input::KnownNames& known_names();

    /// A style by name, or a file ending in .yaml, relative to `base`. Throws Error at `where` for
    /// an unknown name, and as read_style does.
    const input::Style& style(const std::string& name, const std::filesystem::path& base,
                              const Location& where);

    /// A palette of this kind by name, or a file that ends in .yaml, relative to `base`. Throws
    /// Error at `where` for an unknown name or another kind, and as read_palette does.
    const input::Palette& palette(const std::string& name, input::Scheme kind,
                                  const std::filesystem::path& base, const Location& where);

    /// The style with a palette for maps of this kind laid on: the one named, from a file relative
    /// to `base`, else the style's own, which groups have in a style of greys too, where the named
    /// one has hues: hues have no order of light. Throws Error as palette() does.
    input::Style with_palette(input::Style style, input::Scheme kind, const std::string& name,
                              const std::filesystem::path& base, const Location& where);

    /// Keeps a style that one figure has to itself as long as the others.
    const input::Style& keep(input::Style style);

    const scene::Fonts& fonts(const std::string& family);

    /// The words of a known language. Throws Error as read_catalogue does.
    const input::Catalogue& catalogue(const std::string& language);

    /// Of geo, which reads databases too.
    [[nodiscard]] const std::filesystem::path& gdal_module() const {
        return m_installation.gdal_module;
    }

  private:
    [[nodiscard]] BoundarySet set_of(geo::Regions regions);
    /// What is known of the councils, or of the health boards, by what the regions are.
    const geo::Gazetteer& known_places(const geo::Regions& regions);
    [[nodiscard]] input::BoundarySetFile find_set(const std::string& name,
                                                  const Location& where) const;
    [[nodiscard]] geo::Regions read(const input::BoundarySpec& spec, const input::Style& style,
                                    Enlarged enlarged) const;

    Installation m_installation;
    std::map<std::string, geo::Gazetteer> m_known; ///< by file
    std::optional<input::KnownNames> m_names;
    std::map<std::string, BoundarySet> m_boundaries;
    std::map<geo::TileShape, geo::TileGrid> m_tiles;
    std::map<std::filesystem::path, input::Style> m_styles;
    std::map<std::filesystem::path, input::Palette> m_palettes;
    std::list<input::Style> m_own_styles;
    std::map<std::string, scene::Fonts> m_fonts;
    std::map<std::string, input::Catalogue> m_catalogues;
};

} // namespace cairn
