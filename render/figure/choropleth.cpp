#include "render/figure/choropleth.h"

#include "render/figure/legend.h"
#include "render/figure/map_fills.h"
#include "render/figure/map_labels.h"
#include "render/figure/map_page.h"
#include "render/figure/plates.h"

#include <iterator>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

/// The areas, one group each, with the coast around them all.
scene::Group draw_areas(const facts::Facts& facts, const facts::Words& words,
                        const std::vector<LabelledRegion>& areas, const MapPage& map,
                        const std::vector<scene::Fill>& fills, const input::Style& style) {
    scene::Group marks{
        .role = scene::Role::marks, .outline = coast_outline(style), .casing = coast_casing(style)};
    for (const LabelledRegion& area : areas) {
        const facts::Fact& fact = facts.facts[area.fact];
        scene::Group mark{.role = scene::Role::mark,
                          .datum = scene::Datum{words.mark_names[area.fact], fact.code, fact.value,
                                                fact.language}};
        mark.children.emplace_back(
            region_path(map.regions.regions[area.region].geometry, map.frame, fills[area.fact]));
        marks.children.emplace_back(std::move(mark));
    }
    return marks;
}

} // namespace

Choropleth draw_choropleth(const facts::Facts& facts, const facts::Words& words,
                           const geo::Regions& regions, const geo::Gazetteer& places,
                           const input::Style& style, const scene::Fonts& fonts,
                           const std::vector<facts::LabelChoice>& labels) {
    const MapFills fills = fills_for(facts, style);
    const Length inner = style.width - 2 * style.margin;
    const Block heading = set_heading(words, style, fonts, inner * 0.6);
    const Block legend = set_legend(words, fills, style, fonts,
                                    {style.margin, heading.rect.bottom + style.gap}, inner * 0.5);
    const MapPage map = set_map(regions, {heading.rect, legend.rect}, style);

    std::vector<LabelledRegion> areas;
    std::vector<scene::Fill> fills_of_areas;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const scene::Fill& fill = fills_of_areas.emplace_back(fill_of(fact, fills, style));
        areas.push_back({i, places.find(fact.code).value(), ground_of(fill),
                         labels.empty() ? facts::usual_label(fact) : labels[i]});
    }
    MapLabels set = label_map({.facts = facts,
                               .words = words,
                               .regions = areas,
                               .fills = fills_of_areas,
                               .shapes = regions,
                               .page = map,
                               .obstacles = {heading.rect, legend.rect}},
                              style, fonts);

    std::vector<scene::Node> nodes = heading.nodes;
    nodes.emplace_back(draw_areas(facts, words, areas, map, fills_of_areas, style));
    nodes.emplace_back(draw_borders(map, style));
    std::move(set.nodes.begin(), set.nodes.end(), std::back_inserter(nodes));
    nodes.insert(nodes.end(), legend.nodes.begin(), legend.nodes.end());
    const Block notes = set_notes(words, style, fonts, set.bottom + style.gap);
    nodes.insert(nodes.end(), notes.nodes.begin(), notes.nodes.end());
    if (style.map.patterns) {
        nodes = with_plates(nodes);
    }

    return {scene::Scene(page_size(style, notes.rect.bottom), style.background, words,
                         std::move(nodes)),
            colours_of(fills), std::move(set.unnamed), std::move(set.placed)};
}

} // namespace cairn::figure
