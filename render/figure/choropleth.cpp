#include "render/figure/choropleth.h"

#include "render/figure/legend.h"
#include "render/figure/map_figure.h"

#include <optional>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

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

/// The areas, one group each, without outlines.
scene::Group draw_areas(const facts::Facts& facts, const facts::Words& words,
                        const std::vector<LabelledRegion>& areas, const MapPage& map,
                        const MapFills& fills, const input::Style& style) {
    scene::Group marks{.role = scene::Role::marks};
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

std::vector<scene::Colour> colours_of(const MapFills& fills) {
    std::vector<scene::Colour> colours;
    if (fills.zero) {
        colours.push_back(std::get<scene::Colour>(*fills.zero));
    }
    colours.insert(colours.end(), fills.classes.begin(), fills.classes.end());
    return colours;
}

} // namespace

MapFigure draw_choropleth(const facts::Facts& facts, const facts::Words& words,
                          const geo::Regions& regions, const geo::Gazetteer& places,
                          const input::Style& style, const scene::Fonts& fonts,
                          Furniture furniture) {
    const MapFills fills = fills_for(facts, style);
    const Length inner = style.width - 2 * style.margin;
    MapParts parts{.heading = set_heading(words, style, fonts, inner * 0.6),
                   .frame_title = frame_title(facts, words, style, fonts),
                   .furniture = furniture,
                   .class_colours = colours_of(fills)};
    parts.legend = set_legend(words, fills, style, fonts,
                              {style.margin, parts.heading.rect.bottom + style.gap}, inner * 0.5);
    const std::optional<std::size_t> framed = framed_region(facts, places);
    MapPage map = map_at_top(regions, framed, style);
    lower(map, {parts.heading.rect, parts.legend.rect}, parts.frame_title.size, style);

    std::vector<LabelledRegion> areas;
    std::vector<LabelledRegion> labelled;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const scene::Fill fill = fill_of(fact, fills, style);
        const scene::Colour* ground = std::get_if<scene::Colour>(&fill);
        areas.push_back({i, places.find(fact.code).value(), ground ? *ground : style.background});
        if (fact.value && areas.back().region != framed) {
            labelled.push_back(areas.back());
        }
    }
    parts.labels =
        label_regions(facts, words, labelled, map.regions, map.frame, map.land,
                      label_space(map, parts.heading, parts.legend, style), style, fonts);
    parts.marks.emplace_back(draw_areas(facts, words, areas, map, fills, style));
    parts.marks.emplace_back(draw_borders(map, style));
    return compose(std::move(parts), map, words, style, fonts);
}

} // namespace cairn::figure
