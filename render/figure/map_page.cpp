#include "render/figure/map_page.h"

#include "geo/borders.h"
#include "geo/simplify.h"

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

/// The map at the top of the page, at its right, as wide as the page allows.
MapFrame frame_at_top(const geo::Box& box, const input::Style& style) {
    const Length room = style.width - 2 * style.margin;
    const Length scale = std::min(room / box.width(), room * most_height / box.height());
    return {box, scale, {style.width - style.margin - scale * box.width(), style.margin}};
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

} // namespace

double unseen_error(const geo::Box& box, const input::Style& style) {
    return frame_at_top(box, style).metres(tolerance);
}

MapPage set_map(const geo::Regions& regions, const std::vector<Rect>& beside,
                const input::Style& style) {
    MapPage map = set_map_at(regions, frame_at_top(geo::bounds(regions), style));
    const Length down = lowest_needed(map.land, beside, style.gap / 2, style.margin);
    map.land.lower(down);
    map.frame = map.frame.lowered(down);
    return map;
}

MapPage set_map_at(const geo::Regions& regions, const MapFrame& frame) {
    const double island = frame.metres(smallest_island);
    // What a coarser level has taken of the tolerance is gone.
    const double whole = frame.metres(tolerance);
    const double left = std::max(whole - regions.error, whole / 16);
    geo::Regions drawn = geo::simplify(regions, left, island * island);
    LandMask land(drawn, frame);
    return {frame, std::move(drawn), std::move(land)};
}

scene::Path region_path(const geo::MultiPolygon& polygon, const MapFrame& frame, scene::Fill fill) {
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

scene::Group draw_borders(const MapPage& map, const input::Style& style) {
    const geo::Borders borders = geo::borders(map.regions);
    std::vector<scene::Node> lines;
    if (style.map.cased) {
        lines.emplace_back(
            line_path(borders.inner, map.frame, casing_of(style.map.outline, style)));
    }
    // Round ends part two regions up to the coast, where a square end leaves a wedge.
    scene::Stroke outline = style.map.outline;
    outline.round = true;
    lines.emplace_back(line_path(borders.inner, map.frame, outline));
    return decoration(std::move(lines));
}

scene::Stroke coast_outline(const input::Style& style) {
    const Length casing = style.map.cased ? style.map.outline.width : Length();
    return {style.map.coast.colour, 2 * (style.map.coast.width + casing), true};
}

std::optional<scene::Stroke> coast_casing(const input::Style& style) {
    if (!style.map.cased) {
        return std::nullopt;
    }
    scene::Stroke casing = casing_of(style.map.coast, style);
    casing.width = 2 * style.map.outline.width;
    casing.round = true;
    return casing;
}

scene::Stroke casing_of(const scene::Stroke& line, const input::Style& style) {
    const bool is_dark = scene::contrast(line.colour, style.map.label_light) >=
                         scene::contrast(line.colour, style.map.label_dark);
    return {is_dark ? style.map.label_light : style.map.label_dark,
            line.width + 2 * style.map.outline.width, line.round, true};
}

scene::Group decoration(std::vector<scene::Node> children) {
    return {.role = scene::Role::decoration, .children = std::move(children)};
}

} // namespace cairn::figure
