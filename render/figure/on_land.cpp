#include "render/figure/on_land.h"

namespace cairn::figure {

input::Style on_land(input::Style style) {
    style.map.outline = style.map.symbol.border;
    style.map.coast = style.map.symbol.border;
    return style;
}

MapFills land_fills(const facts::Facts& facts, const input::Style& style) {
    MapFills fills;
    if (facts.zero_count) {
        fills.zero = style.map.symbol.land;
    }
    if (!facts.missing.empty()) {
        fills.missing = style.map.missing;
    }
    return fills;
}

std::vector<scene::Colour> land_colours(const facts::Facts& facts, const input::Style& style) {
    return facts.zero_count ? std::vector{style.map.symbol.land} : std::vector<scene::Colour>{};
}

scene::Group land_mark(const facts::Fact& fact, const std::string& name, const MapPage& map,
                       std::size_t region, const input::Style& style) {
    const scene::Fill fill =
        fact.value ? scene::Fill(style.map.symbol.land) : scene::Fill(style.map.missing);
    scene::Group mark{.role = scene::Role::mark,
                      .datum = scene::Datum{name, fact.code, fact.value, fact.language}};
    mark.children.emplace_back(region_path(map, region, fill));
    return mark;
}

} // namespace cairn::figure
