#include "render/figure/map_page.h"

#include "geo/borders.h"
#include "geo/simplify.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

/// A map is at most this much higher than wide.
constexpr double most_height = 1.6;
/// How far a border may move by simplification, and the side of the smallest island kept.
constexpr Length tolerance = Length::px(0.25);
constexpr Length smallest_island = Length::px(1);

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

/// Room between a frame and what it holds.
Length padding(const input::Style& style) {
    return style.gap / 2;
}

/// A frame of this size at the top of the page, below what `beside` has above it.
Rect frame_at(Length right, scene::Size size, const std::vector<Rect>& beside,
              const input::Style& style) {
    Rect rect{right - size.width, style.margin, right, style.margin + size.height};
    for (const Rect& block : beside) { // from the top of the page down
        if (block.grown(style.gap / 2).overlaps(rect)) {
            rect.top = block.bottom + style.gap / 2;
            rect.bottom = rect.top + size.height;
        }
    }
    return rect;
}

/// The frame that lets the map stand highest; of several, that at the far right.
Rect frame_rect(const MapPage& map, scene::Size title, const std::vector<Rect>& beside,
                const input::Style& style) {
    const geo::Box& content = map.framed->content;
    const Length inside = std::max(title.width, map.frame.length(content.width()));
    const scene::Size size{inside + 2 * padding(style),
                           title.height + map.frame.length(content.height()) + 3 * padding(style)};
    constexpr Length step = Length::px(8);
    const Length far_right = style.width - style.margin;
    Rect best = frame_at(far_right, size, beside, style);
    Length least = Length::px(std::numeric_limits<double>::infinity());
    for (Length right = far_right; right - size.width >= style.margin; right -= step) {
        std::vector<Rect> blocks = beside;
        blocks.push_back(frame_at(right, size, beside, style));
        const Length down = lowest_needed(map.land, blocks, style.gap / 2, style.margin);
        if (down < least) {
            least = down;
            best = blocks.back();
        }
    }
    return best;
}

/// Moves the framed region to the middle of its frame, below the title.
void move_into_frame(MapPage& map, scene::Size title, const input::Style& style) {
    FramedRegion& framed = *map.framed;
    const Length width = map.frame.length(framed.content.width());
    const scene::Position corner{framed.rect.left + (framed.rect.width() - width) / 2,
                                 framed.rect.top + title.height + 2 * padding(style)};
    const geo::Point target = map.frame.point(corner);
    framed.shift = {target.x - framed.content.min_x, target.y - framed.content.max_y};
    for (geo::Ring& ring : map.regions.regions[framed.region].geometry) {
        for (geo::Point& point : ring) {
            point = {point.x + framed.shift.x, point.y + framed.shift.y};
        }
    }
    map.frame = map.frame.with(framed.rect);
    map.land = LandMask(map.regions, map.frame);
}

} // namespace

MapPage map_at_top(const geo::Regions& regions, std::optional<std::size_t> framed,
                   const input::Style& style) {
    const auto without_framed = [&](geo::Regions all) {
        if (framed) {
            all.regions.at(*framed).geometry.clear();
        }
        return all;
    };
    const MapFrame frame = frame_at_top(framed ? without_framed(regions) : regions, style);
    const double island = frame.metres(smallest_island);
    geo::Regions drawn = geo::simplify(regions, frame.metres(tolerance), island * island);
    LandMask land(framed ? without_framed(drawn) : drawn, frame);
    MapPage map{frame, std::move(drawn), std::move(land)};
    if (framed) {
        map.framed = {.region = *framed,
                      .content = geo::bounds(map.regions.regions[*framed].geometry)};
    }
    return map;
}

void lower(MapPage& map, std::vector<Rect> beside, scene::Size title, const input::Style& style) {
    if (map.framed) {
        map.framed->rect = frame_rect(map, title, beside, style);
        beside.push_back(map.framed->rect);
    }
    const Length down = lowest_needed(map.land, beside, style.gap / 2, style.margin);
    map.land.lower(down);
    map.frame = map.frame.lowered(down);
    if (map.framed) {
        move_into_frame(map, title, style);
    }
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
    return decoration({line_path(borders.inner, map.frame, style.map.outline),
                       line_path(borders.coast, map.frame, style.map.coast)});
}

scene::Group decoration(std::vector<scene::Node> children) {
    return {.role = scene::Role::decoration, .children = std::move(children)};
}

} // namespace cairn::figure
