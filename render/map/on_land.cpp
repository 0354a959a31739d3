#include "render/map/on_land.h"

#include "render/facts/body.h"
#include "render/map/page/map_fills.h"

namespace cairn::map {

using colour::Role;

input::Style on_land(input::Style style) {
    style.map.outline = style.map.symbol.border;
    style.map.coast = style.map.symbol.border;
    return style;
}

MapFills land_fills(const facts::Facts& facts, const input::Style& style) {
    MapFills fills;
    if (facts::zero_count_of(facts)) {
        // All land has this shade, also that with marks: a swatch would tell nothing apart.
        fills.zero = Role::land;
        fills.plain_zero = true;
    }
    if (!facts.missing.empty()) {
        fills.missing = style.map.missing;
    }
    return fills;
}

std::vector<colour::Plain> land_inks(const facts::Facts& facts) {
    return facts::zero_count_of(facts) ? std::vector<colour::Plain>{Role::land}
                                       : std::vector<colour::Plain>{};
}

std::vector<colour::Fill> fills_of_land(const facts::Facts& facts, const input::Style& style) {
    std::vector<colour::Fill> fills;
    for (const facts::Fact& fact : facts.facts) {
        fills.push_back(fact.value ? colour::Fill(Role::land) : colour::Fill(style.map.missing));
    }
    return fills;
}

std::vector<LabelledRegion> labelled_land(const facts::Facts& facts, const geo::Gazetteer& places,
                                          std::span<const facts::LabelChoice> labels,
                                          const input::Style& style) {
    const std::vector<colour::Fill> fills = fills_of_land(facts, style);
    const std::optional<std::size_t> framed = framed_region(facts, places);
    std::vector<LabelledRegion> labelled;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const std::size_t region = places.find(facts.facts[i].code).value();
        const facts::LabelChoice choice = label_of(facts, labels, i, region == framed);
        labelled.push_back(
            {i, region, ground_of(fills[i]), choice.needed ? choice : facts::LabelChoice{}});
    }
    return labelled;
}

scene::Group land_mark(const facts::Fact& fact, const std::string& name, const MapPage& map,
                       std::size_t region, const input::Style& style) {
    const colour::Fill fill =
        fact.value ? colour::Fill(Role::land) : colour::Fill(style.map.missing);
    scene::Group mark{.role = scene::Role::mark,
                      .datum = scene::Datum{name, fact.code, fact.value, fact.language}};
    mark.children.emplace_back(region_path(map, region, fill));
    return mark;
}

MapLabels label_land(const MapSource& source, std::span<const LabelledRegion> regions,
                     const MapPage& map, const MapParts& parts,
                     const decltype(UnlabelledMap::draw_mark)& draw_mark) {
    const std::vector<colour::Fill> fills = fills_of_land(source.facts, source.style);
    return label_map({.facts = source.facts,
                      .words = source.words,
                      .regions = regions,
                      .fills = fills,
                      .shapes = source.regions,
                      .page = map,
                      .obstacles = obstacles_on(map, parts),
                      .draw_mark = draw_mark},
                     on_land(source.style), source.fonts);
}

scene::Group draw_land(const facts::Facts& facts, const words::Words& words,
                       const geo::Gazetteer& places, const MapPage& map,
                       const input::Style& style) {
    scene::Group land;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const std::size_t region = places.find(fact.code).value();
        if (fact.value.value_or(0) > 0) {
            land.children.emplace_back(decoration({region_path(map, region, colour::Role::land)}));
        } else {
            land.children.emplace_back(land_mark(fact, words.marks[i].name, map, region, style));
        }
    }
    return land;
}

} // namespace cairn::map
