#include "render/resources/resource_cache.h"

#include "base/quote.h"
#include "geo/read_vector.h"
#include "render/boundary_sets/boundary_sets.h"
#include "render/input/language/language.h"
#include "render/input/table/observations.h"
#include "render/input/table/read_tiles.h"
#include "render/map/page/map_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace cairn {

namespace fs = std::filesystem;

namespace {

/// Names of the files in `folder` with this extension, without it, sorted.
std::vector<std::string> names_in(const fs::path& folder, std::string_view extension) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == extension) {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The path of a style that comes with the program.
fs::path built_in_style(const fs::path& folder, const std::string& name, const Location& where) {
    const std::vector<std::string> known = names_in(folder, ".yaml");
    if (std::find(known.begin(), known.end(), name) == known.end()) {
        throw Error(Problem{.where = where,
                            .what = fmt::format("unknown style \"{}\"", name),
                            .remedy = remedy_for(name, known)});
    }
    return folder / (name + ".yaml");
}

/// Whether a map is drawn with no more points from a level of detail that is off by `error` than
/// from the finest, `unseen` being as far off as nobody sees. So it is where the level has nearly
/// all points, or needs no simplifying any more. To simplify one between takes half as many points
/// again, since those that the longest lines would keep are gone. A part that is enlarged shows
/// more, so it needs nearly all points.
bool serves(double error, double unseen, Enlarged enlarged) {
    return error <= unseen / 8 ||
           (enlarged == Enlarged::never && error >= unseen / 2 && error <= unseen);
}

} // namespace

const BoundarySet& ResourceCache::boundaries(const input::BoundarySpec& spec,
                                             const input::Style& style, Enlarged enlarged) {
    // Of a set by name, the page's width and its finest pixel decide the level.
    const std::string page = spec.name.empty()
                                 ? ""
                                 : fmt::format("{} {} {}", (style.width - 2 * style.margin).to_px(),
                                               style.png_dpi, static_cast<int>(enlarged));
    const std::string key = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", spec.name, spec.file.string(),
                                        spec.code_field, spec.name_field, spec.attribution, page);
    const auto found = m_boundaries.find(key);
    return found != m_boundaries.end()
               ? found->second
               : m_boundaries.emplace(key, set_of(read(spec, style, enlarged))).first->second;
}

const BoundarySet& ResourceCache::councils() {
    const std::string name = "scotland-councils";
    const auto found = m_boundaries.find(name);
    if (found != m_boundaries.end()) {
        return found->second;
    }
    const input::BoundarySetFile set = find_set(name, {});
    return m_boundaries.emplace(name, set_of(read_level(set, set.levels.back()))).first->second;
}

const geo::TileGrid& ResourceCache::tiles(geo::TileShape shape) {
    const auto found = m_tiles.find(shape);
    if (found != m_tiles.end()) {
        return found->second;
    }
    const char* file = shape == geo::TileShape::hexagons ? "scotland-councils-hexagons.csv"
                                                         : "scotland-councils-squares.csv";
    return m_tiles.emplace(shape, input::read_tiles(m_installation.boundaries / file, shape))
        .first->second;
}

const input::KnownNames& ResourceCache::known_names() {
    if (!m_names) {
        m_names = input::read_known_names(m_installation.boundaries);
    }
    return *m_names;
}

const geo::Gazetteer& ResourceCache::known_places(const geo::Regions& regions) {
    const auto has_codes = [&](std::string_view prefix) {
        return std::ranges::any_of(regions.regions, [&](const geo::Region& region) {
            return region.code.starts_with(prefix);
        });
    };
    const std::string file = has_codes("S08")   ? "health-boards.csv"
                             : has_codes("S37") ? "integration-authorities.csv"
                                                : "councils.csv";
    const auto found = m_known.find(file);
    return found != m_known.end()
               ? found->second
               : m_known
                     .emplace(file,
                              geo::Gazetteer(input::read_places(m_installation.boundaries / file)))
                     .first->second;
}

BoundarySet ResourceCache::set_of(geo::Regions regions) {
    geo::Gazetteer places = geo::gazetteer_of(regions, known_places(regions));
    geo::Whereabouts whereabouts = geo::whereabouts(regions);
    return {std::move(regions), std::move(places), std::move(whereabouts)};
}

input::BoundarySetFile ResourceCache::find_set(const std::string& name,
                                               const Location& where) const {
    const std::vector<KnownSet> sets = known_sets(m_installation);
    const auto known =
        std::find_if(sets.begin(), sets.end(), [&](const KnownSet& set) { return set.id == name; });
    if (known == sets.end()) {
        throw Error(Problem{.where = where,
                            .what = fmt::format("unknown boundaries \"{}\"", name),
                            .remedy = remedy_for(name, ids_of(sets))});
    }
    return input::read_boundary_set(known->file);
}

geo::Regions ResourceCache::read(const input::BoundarySpec& spec, const input::Style& style,
                                 Enlarged enlarged) const {
    if (spec.name.empty()) {
        return geo::read_vector({.file = spec.file,
                                 .shown = spec.shown,
                                 .code_field = spec.code_field,
                                 .name_field = spec.name_field,
                                 .attribution = spec.attribution},
                                m_installation.gdal_module);
    }
    const input::BoundarySetFile set = find_set(spec.name, spec.where);
    geo::Regions coarsest = read_level(set, set.levels.back());
    const double unseen = map::unseen_error(geo::bounds(coarsest), style);
    const auto level = std::find_if(
        set.levels.rbegin(), set.levels.rend() - 1,
        [&](const input::BoundaryLevel& one) { return serves(one.error, unseen, enlarged); });
    return level == set.levels.rbegin() ? std::move(coarsest) : read_level(set, *level);
}

const input::Style& ResourceCache::style(const std::string& name, const fs::path& base,
                                         const Location& where) {
    const fs::path path = fs::path(name).extension() == ".yaml"
                              ? base / name
                              : built_in_style(m_installation.styles, name, where);
    const auto found = m_styles.find(path);
    return found != m_styles.end()
               ? found->second
               : m_styles.emplace(path, input::read_style(path, m_installation.styles))
                     .first->second;
}

const input::Palette& ResourceCache::palette(const std::string& name, input::Scheme kind,
                                             const fs::path& base, const Location& where) {
    const fs::path path = input::palette_path(name, base, m_installation.styles, where);
    const auto found = m_palettes.find(path);
    const input::Palette& palette =
        found != m_palettes.end()
            ? found->second
            : m_palettes.emplace(path, input::read_palette(path)).first->second;
    input::require_kind(palette, kind, where);
    return palette;
}

input::Style ResourceCache::with_palette(input::Style style, input::Scheme kind,
                                         const std::string& name, const fs::path& base,
                                         const Location& where) {
    const bool diverging = kind == input::Scheme::diverging;
    const std::string& own = kind == input::Scheme::sequential ? style.map.palette
                             : diverging                       ? style.map.diverging_palette
                                                               : style.map.category_palette;
    const std::string& wanted = name.empty() ? own : name;
    if (wanted.empty() || (name.empty() && kind == input::Scheme::sequential)) {
        return style; // its ramp is there already; what is not there is reported where it is used
    }
    const input::Palette* laid = &palette(wanted, kind, base, where);
    if (kind == input::Scheme::qualitative && style.map.greys && !own.empty() &&
        input::has_hues(*laid)) {
        laid = &palette(own, kind, base, where);
    }
    input::lay_on(style, *laid);
    return style;
}

const input::Style& ResourceCache::keep(input::Style style) {
    return m_own_styles.emplace_back(std::move(style));
}

const scene::Fonts& ResourceCache::fonts(const std::string& family) {
    const auto found = m_fonts.find(family);
    return found != m_fonts.end()
               ? found->second
               : m_fonts.emplace(family, scene::Fonts(m_installation.styles / "fonts", family))
                     .first->second;
}

const input::Catalogue& ResourceCache::catalogue(const std::string& language) {
    const std::string name = input::language_of(language);
    const auto found = m_catalogues.find(name);
    return found != m_catalogues.end()
               ? found->second
               : m_catalogues
                     .emplace(name, input::read_catalogue(m_installation.styles / "languages" /
                                                          (name + ".yaml")))
                     .first->second;
}

} // namespace cairn
