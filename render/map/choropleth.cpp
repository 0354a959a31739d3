#include "render/map/choropleth.h"

#include "render/map/legend/legend.h"
#include "render/map/map_figure.h"
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

MapFigure draw_choropleth(const facts::Facts& facts, const words::Words& words,
                          const geo::Regions& regions, const geo::Gazetteer& places,
                          const input::Style& style, const scene::Fonts& fonts,
                          const std::vector<facts::LabelChoice>& labels, Furniture furniture) {
    const MapFills fills = fills_for(facts, style);
    const Length inner = style.width - 2 * style.margin;
    MapParts parts{.heading = page::set_heading(words, style, fonts, inner * 0.6),
                   .frame_title = frame_title(facts, words, style, fonts),
                   .furniture = furniture,
                   .class_inks = inks_of(fills),
                   .has_patterns = has_patterns(fills)};
    parts.legend = set_legend(words, fills, style, fonts,
                              {style.margin, parts.heading.rect.bottom + style.gap}, inner * 0.5);
    const std::optional<std::size_t> framed = framed_region(facts, places);
    MapPage map = map_at_top(regions, framed, style);
    lower(map, {parts.heading.rect, parts.legend.rect}, parts.frame_title.size, style);

    std::vector<LabelledRegion> areas;
    std::vector<colour::Fill> fills_of_areas;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const colour::Fill& fill = fills_of_areas.emplace_back(fill_of(fact, fills, style));
        const std::size_t region = places.find(fact.code).value();
        areas.push_back({i, region, ground_of(fill), label_of(facts, labels, i, region == framed)});
    }
    parts.labels = label_map({.facts = facts,
                              .words = words,
                              .regions = areas,
                              .fills = fills_of_areas,
                              .shapes = regions,
                              .page = map,
                              .obstacles = obstacles_on(map, parts)},
                             style, fonts);
    scene::Group marks = draw_areas(facts, words, areas, map, fills_of_areas);
    scene::Group lines = draw_lines(map, style, marks);
    parts.marks.emplace_back(std::move(marks));
    parts.marks.emplace_back(std::move(lines));
    return compose(std::move(parts), map, words, style, fonts);
}

} // namespace cairn::map
