#include "render/map/choropleth.h"

#include "render/map/page/map_fills.h"

#include <optional>
#include <utility>

namespace cairn::map {

namespace {

/// The areas, one group each.
scene::Group draw_areas(const facts::Facts& facts, const words::Words& words,
                        const std::vector<LabelledRegion>& areas, const MapPage& map,
                        const std::vector<colour::Fill>& fills) {
    scene::Group marks{.role = scene::Role::marks};
    for (const LabelledRegion& area : areas) {
        const facts::Fact& fact = facts.facts[area.fact];
        scene::Group mark{.role = scene::Role::mark,
                          .datum = scene::Datum{words.marks[area.fact].name, fact.code, fact.value,
                                                fact.language}};
        mark.children.emplace_back(region_path(map, area.region, fills[area.fact]));
        marks.children.emplace_back(std::move(mark));
    }
    return marks;
}

} // namespace

MapFigure draw_choropleth(const MapSource& source) {
    const facts::Facts& facts = source.facts;
    const words::Words& words = source.words;
    const input::Style& style = source.style;
    const MapFills fills = fills_for(facts, style);
    MapParts parts = filled_parts(source, fills);
    const std::optional<std::size_t> framed = framed_region(facts, source.places);
    const MapPage map = map_below(parts, source);

    std::vector<LabelledRegion> areas;
    std::vector<colour::Fill> fills_of_areas;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const colour::Fill& fill = fills_of_areas.emplace_back(fill_of(fact, fills, style));
        const std::size_t region = source.places.find(fact.code).value();
        areas.push_back(
            {i, region, ground_of(fill), label_of(facts, source.labels, i, region == framed)});
    }
    parts.labels = label_map({.facts = facts,
                              .words = words,
                              .regions = areas,
                              .fills = fills_of_areas,
                              .shapes = source.regions,
                              .page = map,
                              .obstacles = obstacles_on(map, parts)},
                             style, source.fonts);
    scene::Group marks = draw_areas(facts, words, areas, map, fills_of_areas);
    scene::Group lines = draw_lines(map, style, marks);
    parts.marks.emplace_back(std::move(marks));
    parts.marks.emplace_back(std::move(lines));
    return compose(std::move(parts), map, source);
}

} // namespace cairn::map
