#include "render/figure/choropleth.h"

#include "geo/borders.h"
#include "geo/simplify.h"
#include "render/figure/legend.h"
#include "render/figure/map_frame.h"
#include "render/figure/region_labels.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

/// A map is at most this much higher than wide.
constexpr double most_height = 1.6;
/// How far a border may move by simplification, and the side of the smallest island kept.
constexpr Length tolerance = Length::px(0.25);
constexpr Length smallest_island = Length::px(1);

/// A leader is at most this share of the page's width.
constexpr double longest_leader = 0.4;

geo::Box bounds_of(const geo::Regions& regions) {
    geo::Box box;
    for (const geo::Region& region : regions.regions) {
        const geo::Box one = geo::bounds(region.geometry);
        if (!one.empty()) {
            box.add({one.min_x, one.min_y});
            box.add({one.max_x, one.max_y});
        }
    }
    return box;
}

/// The map at the top of the page, at its right, as wide as the page allows.
MapFrame frame_at_top(const geo::Regions& regions, const input::Style& style) {
    const geo::Box box = bounds_of(regions);
    const Length room = style.width - 2 * style.margin;
    const Length scale = std::min(room / box.width(), room * most_height / box.height());
    return {box, scale, {style.width - style.margin - scale * box.width(), style.margin}};
}

scene::Path polygon_path(const geo::MultiPolygon& polygon, const MapFrame& frame,
                         scene::Fill fill) {
    scene::Path path{.fill = fill, .keeps_colours = true};
    path.subpaths.reserve(polygon.size());
    for (const geo::Ring& ring : polygon) {
        scene::Subpath& subpath = path.subpaths.emplace_back();
        subpath.points.reserve(ring.size());
        std::transform(ring.begin(), ring.end(), std::back_inserter(subpath.points),
                       [&](geo::Point point) { return frame.at(point); });
    }
    return path;
}

scene::Path line_path(const std::vector<geo::Line>& lines, const MapFrame& frame,
                      const scene::Stroke& stroke) {
    scene::Path path{.stroke = stroke, .keeps_colours = true};
    for (const geo::Line& line : lines) {
        const bool closed = line.front() == line.back();
        scene::Subpath& subpath = path.subpaths.emplace_back();
        subpath.closed = closed;
        std::transform(line.begin(), line.end() - (closed ? 1 : 0),
                       std::back_inserter(subpath.points),
                       [&](geo::Point point) { return frame.at(point); });
    }
    return path;
}

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

/// Lowers the map until heading and legend stand in free sea. Never further than below them.
Length lowest_needed(const LandMask& land, const std::vector<Rect>& blocks, Length clearance,
                     Length top) {
    Length below;
    for (const Rect& block : blocks) {
        below = std::max(below, block.bottom + clearance - top);
    }
    constexpr Length step = Length::px(2);
    for (Length by; by < below; by += step) {
        // The land moves down by `by`: the same as blocks that move up.
        if (std::all_of(blocks.begin(), blocks.end(), [&](Rect block) {
                block.top -= by;
                block.bottom -= by;
                return land.free(block.grown(clearance));
            })) {
            return by;
        }
    }
    return below;
}

/// The areas, one group each, without outlines.
scene::Group draw_areas(const facts::Facts& facts, const facts::Words& words,
                        const std::vector<LabelledRegion>& areas, const geo::Regions& regions,
                        const MapFrame& frame, const MapFills& fills, const input::Style& style) {
    scene::Group marks{.role = scene::Role::marks};
    for (const LabelledRegion& area : areas) {
        const facts::Fact& fact = facts.facts[area.fact];
        scene::Group mark{.role = scene::Role::mark,
                          .datum = scene::Datum{words.mark_names[area.fact], fact.code, fact.value,
                                                fact.language}};
        mark.children.emplace_back(polygon_path(regions.regions[area.region].geometry, frame,
                                                fill_of(fact, fills, style)));
        marks.children.emplace_back(std::move(mark));
    }
    return marks;
}

scene::Group decoration(std::vector<scene::Node> children) {
    return {.role = scene::Role::decoration, .children = std::move(children)};
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
    MapFrame frame = frame_at_top(regions, style);
    const double island = frame.metres(smallest_island);
    const geo::Regions drawn = geo::simplify(regions, frame.metres(tolerance), island * island);
    LandMask land(drawn, frame);

    const Length inner = style.width - 2 * style.margin;
    const Block heading = set_heading(words, style, fonts, inner * 0.6);
    const Block legend = set_legend(words, fills, style, fonts,
                                    {style.margin, heading.rect.bottom + style.gap}, inner * 0.5);
    const Length down =
        lowest_needed(land, {heading.rect, legend.rect}, style.gap / 2, style.margin);
    frame = frame.lowered(down);
    land.lower(down);

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

    const Rect map = frame.rect();
    LabelSpace space{.page = {style.margin, style.margin, style.width - style.margin, map.bottom},
                     .obstacles = {heading.rect, legend.rect},
                     .clearance = style.label.font.size / 2,
                     .longest = inner * longest_leader};
    RegionLabels labels =
        label_regions(facts, words, labelled, drawn, frame, land, std::move(space), style, fonts);

    const geo::Borders borders = geo::borders(drawn);
    std::vector<scene::Node> nodes = heading.nodes;
    nodes.emplace_back(draw_areas(facts, words, areas, drawn, frame, fills, style));
    nodes.emplace_back(decoration({line_path(borders.inner, frame, style.map.outline),
                                   line_path(borders.coast, frame, style.map.coast)}));
    nodes.emplace_back(decoration(std::move(labels.leaders)));
    nodes.emplace_back(decoration(std::move(labels.texts)));
    nodes.insert(nodes.end(), legend.nodes.begin(), legend.nodes.end());
    const Block notes = set_notes(words, style, fonts, map.bottom + style.gap);
    nodes.insert(nodes.end(), notes.nodes.begin(), notes.nodes.end());

    return {scene::Scene(page_size(style, notes.rect.bottom), style.background, words,
                         std::move(nodes)),
            colours_of(fills), std::move(labels.unnamed)};
}

} // namespace cairn::figure
