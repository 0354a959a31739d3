#include "render/figure/choropleth.h"

#include "render/figure/legend.h"
#include "render/figure/map_fills.h"
#include "render/figure/map_page.h"
#include "render/figure/plates.h"
#include "render/figure/region_labels.h"

#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

/// A leader is at most this share of the page's width.
constexpr double longest_leader = 0.4;

/// The areas, one group each, with the coast around them all.
scene::Group draw_areas(const facts::Facts& facts, const facts::Words& words,
                        const std::vector<LabelledRegion>& areas, const MapPage& map,
                        const MapFills& fills, const input::Style& style) {
    scene::Group marks{
        .role = scene::Role::marks, .outline = coast_outline(style), .casing = coast_casing(style)};
    for (const LabelledRegion& area : areas) {
        const facts::Fact& fact = facts.facts[area.fact];
        scene::Group mark{.role = scene::Role::mark,
                          .datum = scene::Datum{words.mark_names[area.fact], fact.code, fact.value,
                                                fact.language}};
        mark.children.emplace_back(region_path(map.regions.regions[area.region].geometry, map.frame,
                                               fill_of(fact, fills, style)));
        marks.children.emplace_back(std::move(mark));
    }
    return marks;
}

} // namespace

Choropleth draw_choropleth(const facts::Facts& facts, const facts::Words& words,
                           const geo::Regions& regions, const geo::Gazetteer& places,
                           const input::Style& style, const scene::Fonts& fonts) {
    const MapFills fills = fills_for(facts, style);
    const Length inner = style.width - 2 * style.margin;
    const Block heading = set_heading(words, style, fonts, inner * 0.6);
    const Block legend = set_legend(words, fills, style, fonts,
                                    {style.margin, heading.rect.bottom + style.gap}, inner * 0.5);
    const MapPage map = set_map(regions, {heading.rect, legend.rect}, style);

    std::vector<LabelledRegion> areas;
    std::vector<LabelledRegion> labelled;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const scene::Fill fill = fill_of(fact, fills, style);
        areas.push_back({i, places.find(fact.code).value(), ground_of(fill)});
        if (fact.value) {
            labelled.push_back(areas.back());
        }
    }

    const Rect plot = map.frame.rect();
    LabelSpace space{.page = {style.margin, style.margin, style.width - style.margin, plot.bottom},
                     .obstacles = {heading.rect, legend.rect},
                     .clearance = style.label.font.size / 2,
                     .longest = inner * longest_leader};
    RegionLabels labels = label_regions(facts, words, labelled, map.regions, map.frame, map.land,
                                        std::move(space), style, fonts);

    std::vector<scene::Node> nodes = heading.nodes;
    nodes.emplace_back(draw_areas(facts, words, areas, map, fills, style));
    nodes.emplace_back(draw_borders(map, style));
    nodes.emplace_back(decoration(std::move(labels.leaders)));
    if (style.map.patterns) {
        nodes.emplace_back(decoration(plates_for(labels.texts, nodes)));
    }
    nodes.emplace_back(decoration(std::move(labels.texts)));
    nodes.insert(nodes.end(), legend.nodes.begin(), legend.nodes.end());
    const Block notes = set_notes(words, style, fonts, plot.bottom + style.gap);
    nodes.insert(nodes.end(), notes.nodes.begin(), notes.nodes.end());

    return {scene::Scene(page_size(style, notes.rect.bottom), style.background, words,
                         std::move(nodes)),
            colours_of(fills), std::move(labels.unnamed)};
}

} // namespace cairn::figure
