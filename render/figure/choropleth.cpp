#include "render/figure/choropleth.h"

#include "render/figure/legend.h"
#include "render/figure/map_page.h"
#include "render/figure/region_labels.h"

#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

/// A leader is at most this share of the page's width.
constexpr double longest_leader = 0.4;

MapFills fills_for(const facts::Facts& facts, const input::Style& style) {
    MapFills fills;
    if (facts.zero_count) {
        fills.zero = style.map.zero;
    }
    fills.classes = input::ramp_colours(style.map, facts.classes.size());
    if (!facts.missing.empty()) {
        fills.missing = style.map.missing;
    }
    return fills;
}

scene::Fill fill_of(const facts::Fact& fact, const MapFills& fills, const input::Style& style) {
    if (!fact.value) {
        return style.map.missing;
    }
    return fact.class_index ? scene::Fill(fills.classes[*fact.class_index])
                            : scene::Fill(style.map.zero);
}

/// The areas, one group each, with the coast around them all.
scene::Group draw_areas(const facts::Facts& facts, const facts::Words& words,
                        const std::vector<LabelledRegion>& areas, const MapPage& map,
                        const MapFills& fills, const input::Style& style) {
    scene::Group marks{.role = scene::Role::marks, .outline = coast_outline(style)};
    for (const LabelledRegion& area : areas) {
        const facts::Fact& fact = facts.facts[area.fact];
        scene::Group mark{.role = scene::Role::mark,
                          .datum = scene::Datum{words.mark_names[area.fact], fact.code, fact.value,
                                                fact.language}};
        mark.children.emplace_back(region_path(map, area.region, fill_of(fact, fills, style)));
        marks.children.emplace_back(std::move(mark));
    }
    return marks;
}

std::vector<scene::Colour> colours_of(const MapFills& fills) {
    std::vector<scene::Colour> colours;
    if (fills.zero) {
        colours.push_back(std::get<scene::Colour>(*fills.zero));
    }
    colours.insert(colours.end(), fills.classes.begin(), fills.classes.end());
    return colours;
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
        const scene::Colour* ground = std::get_if<scene::Colour>(&fill);
        areas.push_back({i, places.find(fact.code).value(), ground ? *ground : style.background});
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
    nodes.emplace_back(decoration(std::move(labels.texts)));
    nodes.insert(nodes.end(), legend.nodes.begin(), legend.nodes.end());
    const Block notes = set_notes(words, style, fonts, plot.bottom + style.gap);
    nodes.insert(nodes.end(), notes.nodes.begin(), notes.nodes.end());

    return {scene::Scene(page_size(style, notes.rect.bottom), style.background, words,
                         std::move(nodes)),
            colours_of(fills), std::move(labels.unnamed)};
}

} // namespace cairn::figure
