#include "render/kinds.h"

#include "base/overloaded.h"
#include "base/quote.h"
#include "render/chart/bar_chart.h"
#include "render/facts/gather/gather.h"
#include "render/facts/gather/gather_categories.h"
#include "render/facts/gather/gather_panels.h"
#include "render/input/figure/read_map.h"
#include "render/map/categorical_map.h"
#include "render/map/choropleth.h"
#include "render/map/dot_map.h"
#include "render/map/point_map.h"
#include "render/map/small_multiples.h"
#include "render/map/symbol_map.h"
#include "render/map/tile_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace cairn {

namespace {

using facts::Facts;
using input::Catalogue;
using input::FigureKind;
using input::Key;
using input::Observations;
using input::Unfit;

// What a figure file says of each kind.

constexpr std::array bar_data{
    Key{"file", "sector.csv", true},
    Key{"label", "Sector", true},
    Key{"value", "Stories", true},
};

constexpr std::array map_data{
    Key{"file", "place.csv", true},
    Key{"place", "Council area", true},
    Key{"value", "Stories", true},
};

constexpr std::array panel_data{
    Key{"file", "place.csv", true},
    Key{"place", "Council area", true},
    Key{"value", "Stories", true},
    Key{"panel", "Year"},
};

constexpr std::array category_data{
    Key{"file", "place.csv", true},
    Key{"place", "Council area", true},
    Key{"category", "Health board", true},
};

using Keys = std::string_view;

constexpr std::array<Keys, 5> bar_keys{"headline", "unit", "expect_total", "suppress",
                                       "duplicates"};

constexpr std::array<Keys, 17> choropleth_keys{
    "headline", "unit",     "expect_total", "suppress",  "duplicates", "boundaries",
    "absent",   "unplaced", "places",       "gazetteer", "groups",     "classes",
    "palette",  "patterns", "labels",       "scale_bar", "north_arrow"};

constexpr std::array<Keys, 13> panel_keys{
    "unit",   "expect_total", "suppress", "duplicates", "boundaries", "absent",  "unplaced",
    "places", "gazetteer",    "groups",   "classes",    "palette",    "patterns"};

constexpr std::array<Keys, 15> tile_keys{"headline",   "unit",       "expect_total", "suppress",
                                         "duplicates", "boundaries", "absent",       "unplaced",
                                         "places",     "gazetteer",  "groups",       "classes",
                                         "palette",    "patterns",   "tiles"};

constexpr std::array<Keys, 5> category_keys{"boundaries", "palette", "patterns", "scale_bar",
                                            "north_arrow"};

constexpr std::array<Keys, 14> circle_keys{
    "headline", "unit",   "expect_total", "suppress", "duplicates", "boundaries", "absent",
    "unplaced", "places", "gazetteer",    "groups",   "labels",     "scale_bar",  "north_arrow"};

constexpr std::array<Keys, 16> dot_keys{"headline",   "unit",        "expect_total", "suppress",
                                        "duplicates", "boundaries",  "absent",       "unplaced",
                                        "places",     "gazetteer",   "groups",       "labels",
                                        "scale_bar",  "north_arrow", "per_dot",      "points"};

constexpr std::array unfit_for_panels{
    Unfit{"labels", "take it away: they have no room for it"},
    Unfit{"scale_bar", "take it away: they have no room for it"},
    Unfit{"north_arrow", "take it away: they have no room for it"},
    Unfit{"headline", "take it away, and write what the maps show as the title"},
    Unfit{"tiles", "take it away: each of them is a choropleth"},
    Unfit{"per_dot", "take it away: each of them is a choropleth"},
    Unfit{"points", "take it away: each of them is a choropleth"},
};

constexpr std::array unfit_for_tiles{
    Unfit{"labels", "take it away: every tile has its name and value"},
};

constexpr std::array unfit_for_categories{
    Unfit{"absent", "take it away: categories are no numbers"},
    Unfit{"unplaced", "take it away: categories are no numbers"},
    Unfit{"places", "take it away, and write the areas in the table"},
    Unfit{"gazetteer", "take it away, and write the areas in the table"},
    Unfit{"groups", "take it away, and write a row for each of the areas"},
    Unfit{"classes", "take it away: categories are no numbers"},
    Unfit{"unit", "take it away: categories are no numbers"},
    Unfit{"expect_total", "take it away: categories are no numbers"},
    Unfit{"duplicates", "take it away: categories are no numbers"},
    Unfit{"suppress", "take it away: categories are no numbers"},
    Unfit{"headline", "take it away, and write what the map shows as the title"},
    Unfit{"labels", "take it away: each group is labelled"},
};

void read_chart(input::MapReader& /*figure*/, const input::Defaults& /*defaults*/,
                const input::Languages& /*languages*/, input::YamlLog& /*log*/,
                input::FigureSpec& /*spec*/) {}

// The maps that figures stand on.

void load_nothing(Prepared& /*prepared*/, ResourceCache& /*cache*/,
                  std::vector<Problem>& /*warnings*/) {}

/// Boundaries fine enough for a map that shows a part of itself larger, or not. One with a region
/// in a frame may: it leaves its room to the others.
void load_boundaries(Prepared& prepared, ResourceCache& cache, bool has_labels,
                     std::vector<Problem>& warnings) {
    const bool enlarges = has_labels || prepared.style->map.shetland.frame;
    prepared.boundaries = &cache.boundaries(*prepared.spec.boundaries, *prepared.style,
                                            enlarges ? Enlarged::perhaps : Enlarged::never);
    prepared.places = &prepared.boundaries->places;
    if (prepared.boundaries->regions.attribution.empty()) {
        warnings.push_back(
            {.where = prepared.spec.boundaries->where,
             .what = "no attribution is given for these boundaries",
             .remedy = "add `attribution:` with the words that their licence asks for"});
    }
}

void load_map(Prepared& prepared, ResourceCache& cache, std::vector<Problem>& warnings) {
    const input::LabelSpec& labels = prepared.spec.labels;
    load_boundaries(prepared, cache,
                    labels.rule != input::LabelRule::none || !labels.exceptions.empty(), warnings);
}

void load_labelled_map(Prepared& prepared, ResourceCache& cache, std::vector<Problem>& warnings) {
    load_boundaries(prepared, cache, true, warnings);
}

void load_small_map(Prepared& prepared, ResourceCache& cache, std::vector<Problem>& warnings) {
    load_boundaries(prepared, cache, false, warnings);
}

/// Throws Error at `where` unless every place has a tile.
void require_tiles(const geo::Gazetteer& places, const geo::TileGrid& grid, const Location& where) {
    for (const geo::Place& place : places.places()) {
        if (std::ranges::find(grid.tiles, place.code, &geo::Tile::code) == grid.tiles.end()) {
            throw Error(Problem{.where = where,
                                .what = fmt::format("there is no tile for {}, {}",
                                                    in_quotes(place.name), place.code),
                                .remedy = "write kind: choropleth"});
        }
    }
}

/// Tiles, and where they lie in truth, for the words.
void load_tiles(Prepared& prepared, ResourceCache& cache, std::vector<Problem>& /*warnings*/) {
    const input::FigureSpec& spec = prepared.spec;
    const std::string set =
        spec.boundaries ? spec.boundaries->name : std::string("scotland-councils");
    const Location& where = spec.boundaries ? spec.boundaries->where : spec.where;
    prepared.tiles = &cache.tiles(set, spec.tiles, where);
    prepared.boundaries = &cache.lightest(set, where);
    prepared.places = &prepared.boundaries->places;
    require_tiles(*prepared.places, *prepared.tiles, where);
}

// The facts.

Facts gather_bars(const Prepared& prepared, const Observations& observations,
                  const Catalogue& catalogue) {
    return facts::gather_bars(prepared.spec, observations, catalogue);
}

/// Of the boundaries, and of the names that led to them.
std::string attribution_of(const Prepared& prepared) {
    const std::string& boundaries = prepared.boundaries->regions.attribution;
    const std::string& names = prepared.name_attribution;
    return boundaries.empty() || names.empty() ? boundaries + names : boundaries + ". " + names;
}

template<auto gather>
Facts gather_on_map(const Prepared& prepared, const Observations& observations,
                    const Catalogue& catalogue) {
    const BoundarySet& map = *prepared.boundaries;
    return gather(prepared.spec, observations, map.places, attribution_of(prepared), catalogue,
                  map.whereabouts);
}

/// The same with Shetland in a frame, where the style has it so and the map has it.
template<auto gather>
Facts gather_with_frame(const Prepared& prepared, const Observations& observations,
                        const Catalogue& catalogue) {
    constexpr std::string_view shetland = "S12000027";
    Facts facts = gather_on_map<gather>(prepared, observations, catalogue);
    const input::Style::Map::Shetland& style = prepared.style->map.shetland;
    for (const facts::Fact& fact : facts.facts) {
        if (style.frame && fact.code == shetland) {
            facts::Framed framed{.code = fact.code, .name = fact.label, .reason = {}};
            framed.reason =
                input::pick(style.reason, {.own = "en", .wanted = prepared.spec.language},
                            &framed.reason_language);
            std::visit(Overloaded{[](facts::Bars&) {},
                                  [&](facts::Areas& areas) { areas.framed = std::move(framed); },
                                  [&](facts::Groups& groups) { groups.framed = std::move(framed); },
                                  [](facts::Panels&) {}},
                       facts.body);
        }
    }
    return facts;
}

Facts categories_on_map(const input::FigureSpec& spec, const Observations& observations,
                        const geo::Gazetteer& places, const std::string& attribution,
                        const Catalogue& catalogue, const geo::Whereabouts& /*whereabouts*/) {
    return facts::gather_categories(spec, observations, places, attribution, catalogue);
}

Facts gather_tiles(const Prepared& prepared, const Observations& observations,
                   const Catalogue& catalogue) {
    return facts::gather_tiles(prepared.spec, observations, *prepared.places,
                               prepared.name_attribution, catalogue,
                               prepared.boundaries->whereabouts);
}

// The drawings.

map::MapSource source_of(const Prepared& prepared, const input::Style& style,
                         const scene::Fonts& fonts) {
    return {.facts = prepared.facts,
            .words = prepared.words,
            .regions = prepared.boundaries->regions,
            .places = prepared.boundaries->places,
            .style = style,
            .fonts = fonts,
            .labels = prepared.labels,
            .furniture = {prepared.spec.scale_bar, prepared.spec.north_arrow}};
}

Drawn draw_bars(const Prepared& prepared, const input::Style& style, const scene::Fonts& fonts) {
    return {chart::draw_bar_chart(prepared.facts, prepared.words, style, fonts), {}};
}

template<auto draw>
Drawn draw_map(const Prepared& prepared, const input::Style& style, const scene::Fonts& fonts) {
    map::MapFigure map = draw(source_of(prepared, style, fonts));
    return {std::move(map.scene), std::move(map.class_inks), std::move(map.unnamed)};
}

map::MapFigure draw_dots(const map::MapSource& source) {
    const auto& areas = std::get<facts::Areas>(source.facts.body);
    return std::holds_alternative<facts::Points>(areas.shown) ? map::draw_point_map(source)
                                                              : map::draw_dot_map(source);
}

Drawn draw_tiles(const Prepared& prepared, const input::Style& style, const scene::Fonts& fonts) {
    map::TileMap map =
        map::draw_tile_map(prepared.facts, prepared.words, *prepared.tiles, style, fonts);
    return {std::move(map.scene), std::move(map.class_inks), std::move(map.unnamed)};
}

constexpr std::array all_kinds{
    Kind{.file = {.name = "bar",
                  .in_words = "a bar chart",
                  .data_keys = bar_data,
                  .takes_rates = true,
                  .keys = bar_keys,
                  .read = read_chart},
         .sample = "stories-project",
         .load = load_nothing,
         .gather = gather_bars,
         .draw = draw_bars},
    Kind{.file = {.name = "choropleth",
                  .in_words = "a choropleth",
                  .data_keys = map_data,
                  .takes_rates = true,
                  .keys = choropleth_keys,
                  .read = input::read_map},
         .sample = "story-rates",
         .load = load_map,
         .gather = gather_with_frame<facts::gather_map>,
         .draw = draw_map<map::draw_choropleth>},
    Kind{.file = {.name = "choropleth",
                  .in_words = "small multiples",
                  .data_keys = panel_data,
                  .keys = panel_keys,
                  .unfit = unfit_for_panels,
                  .read = input::read_map},
         .sample = "small-multiples",
         .load = load_small_map,
         .gather = gather_on_map<facts::gather_panels>,
         .draw = draw_map<map::draw_small_multiples>},
    Kind{.file = {.name = "tiles",
                  .in_words = "a tile map",
                  .data_keys = map_data,
                  .takes_rates = true,
                  .keys = tile_keys,
                  .unfit = unfit_for_tiles,
                  .read = input::read_tile_map},
         .sample = "tile-map",
         .load = load_tiles,
         .gather = gather_tiles,
         .draw = draw_tiles},
    Kind{.file = {.name = "categorical",
                  .in_words = "a categorical map",
                  .data_keys = category_data,
                  .keys = category_keys,
                  .unfit = unfit_for_categories,
                  .read = input::read_category_map},
         .sample = "categorical",
         .load = load_labelled_map,
         .gather = gather_with_frame<categories_on_map>,
         .draw = draw_map<map::draw_categorical_map>},
    Kind{.file = {.name = "symbols",
                  .in_words = "a map of circles",
                  .data_keys = map_data,
                  .keys = circle_keys,
                  .read = input::read_map},
         .sample = "proportional-symbols",
         .load = load_map,
         .gather = gather_with_frame<facts::gather_circles>,
         .draw = draw_map<map::draw_symbol_map>},
    Kind{.file = {.name = "dots",
                  .in_words = "a map of dots",
                  .data_keys = map_data,
                  .keys = dot_keys,
                  .read = input::read_map},
         .sample = "dots",
         .load = load_map,
         .gather = gather_with_frame<facts::gather_dots>,
         .draw = draw_map<draw_dots>},
};

constexpr auto all_of_figure_files = [] {
    std::array<FigureKind, all_kinds.size()> files{};
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i] = all_kinds[i].file;
    }
    return files;
}();

} // namespace

std::span<const Kind> kinds() {
    return all_kinds;
}

std::span<const FigureKind> kinds_of_figure_files() {
    return all_of_figure_files;
}

const Kind& kind_of(const input::FigureSpec& spec) {
    return all_kinds.at(static_cast<std::size_t>(spec.kind - all_of_figure_files.data()));
}

} // namespace cairn
