#include "render/map/page/map_page.h"

#include "geo/borders.h"
#include "geo/dots.h"
#include "geo/simplify.h"
#include "render/map/page/map_fills.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace cairn::map {

namespace {

/// A map is at most this much higher than wide.
constexpr double most_map_height = 1.6;
/// How far a line may be off, in pixels of what shows it. Rounding in SVG takes 0.008 of it.
constexpr double coast_tolerance = 0.25 - 0.008;
/// The side of the smallest island in its own shape; those below are dots as large as that.
constexpr Length smallest_island = Length::px(1);
/// From the centre of a dot to other land: room for the dot, both coasts, and some sea.
constexpr Length dots_apart = Length::px(4);
constexpr double css_dpi = 96;

/// The map at the top of the page, at its right, as wide as the page allows.
MapFrame frame_at_top(const geo::Box& box, const input::Style& style) {
    const Length room = style.width - 2 * style.margin;
    const Length scale = std::min(room / box.width(), room * most_map_height / box.height());
    return {box, scale, {style.width - style.margin - scale * box.width(), style.margin}};
}

std::vector<scene::Subpath> lines_at(const std::vector<geo::Line>& lines, const MapFrame& frame) {
    std::vector<scene::Subpath> subpaths;
    for (const geo::Line& line : lines) {
        const bool closed = line.front() == line.back();
        scene::Subpath& subpath = subpaths.emplace_back();
        subpath.closed = closed;
        std::transform(line.begin(), line.end() - (closed ? 1 : 0),
                       std::back_inserter(subpath.points),
                       [&](geo::Point point) { return frame.at(point); });
    }
    return subpaths;
}

std::vector<scene::Subpath> rings_at(const geo::MultiPolygon& polygon, const MapFrame& frame) {
    std::vector<scene::Subpath> subpaths;
    subpaths.reserve(polygon.size());
    for (const geo::Ring& ring : polygon) {
        scene::Subpath& subpath = subpaths.emplace_back();
        subpath.points.reserve(ring.size());
        std::transform(ring.begin(), ring.end(), std::back_inserter(subpath.points),
                       [&](geo::Point point) { return frame.at(point); });
    }
    return subpaths;
}

/// The pieces of the coast where another region lies so near that its fill may hide the outline.
std::vector<scene::Subpath> straits_of(const std::vector<geo::Line>& coast, const MapFrame& frame,
                                       const LandMask& land) {
    std::vector<scene::Subpath> pieces;
    for (const geo::Line& line : coast) {
        bool open = false;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const scene::Position from = frame.at(line[i - 1]);
            const scene::Position to = frame.at(line[i]);
            const scene::Position middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
            if (!land.is_strait(from) && !land.is_strait(middle) && !land.is_strait(to)) {
                open = false;
                continue;
            }
            if (!open) {
                pieces.push_back({.points = {from}, .closed = false});
            }
            open = true;
            pieces.back().points.push_back(to);
        }
    }
    return pieces;
}

/// The lines of a map in one detail.
struct Lines {
    std::vector<scene::Subpath> coast;
    std::vector<scene::Subpath> over; ///< the areas: borders between them, and the coast in straits
};

Lines lines_of(const geo::Regions& regions, const MapFrame& frame, const LandMask& land) {
    const geo::Borders borders = geo::borders(regions);
    Lines lines{lines_at(borders.coast, frame), lines_at(borders.inner, frame)};
    std::vector<scene::Subpath> straits = straits_of(borders.coast, frame, land);
    std::move(straits.begin(), straits.end(), std::back_inserter(lines.over));
    return lines;
}

colour::Stroke coast_outline(const input::Style& style) {
    const Length casing = style.map.cased ? style.map.outline.width : Length();
    return {style.map.coast.ink, 2 * (style.map.coast.width + casing), true};
}

/// What parts the coast from the regions, over its outline; nothing where borders are not cased.
std::optional<colour::Stroke> coast_casing(const input::Style& style) {
    if (!style.map.cased) {
        return std::nullopt;
    }
    colour::Stroke casing = casing_of(style.map.coast, style);
    casing.width = 2 * style.map.outline.width;
    casing.round = true;
    return casing;
}

/// The smallest pixel that shows the map: of SVG, or of a raster at this resolution.
Length finest_pixel(double dpi) {
    return Length::px(std::min(1.0, css_dpi / dpi));
}

/// Both levels of the map, without a place for the finer one where none needs it.
struct Levels {
    geo::Regions regions;
    geo::Regions finer;
};

Levels simplify(const geo::Regions& regions, const MapFrame& frame, double dpi) {
    // What a coarser level of the boundaries has taken of the tolerance is gone.
    const auto tolerance_at = [&](Length pixel) {
        const double whole = frame.metres(pixel) * coast_tolerance;
        return std::max(whole - regions.error, whole / 16);
    };
    const double island = frame.metres(smallest_island);
    const geo::Topology topology = geo::topology_of(regions);
    const auto level_for = [&](Length pixel) {
        return geo::simplify(regions, topology, tolerance_at(pixel), island * island);
    };
    std::future<geo::Regions> finer; // worked out beside the other
    if (dpi > css_dpi) {
        // Worked out when asked for where there is no other thread to be had.
        finer =
            std::async(std::launch::async | std::launch::deferred, level_for, finest_pixel(dpi));
    }
    Levels levels{level_for(Length::px(1)), {}};
    const std::vector<geo::Dot> dots =
        geo::dots(regions, topology, levels.regions, {island * island, frame.metres(dots_apart)});
    geo::add_dots(dots, levels.regions);
    if (finer.valid()) {
        levels.finer = finer.get();
        geo::add_dots(dots, levels.finer);
    }
    return levels;
}

/// Room between a frame and what it holds.
Length padding(const input::Style& style) {
    return style.gap / 2;
}

/// A frame of this size at the top of the page, below what `beside` has above it.
page::Rect frame_at(Length right, scene::Size size, const std::vector<page::Rect>& beside,
                    const input::Style& style) {
    page::Rect rect{right - size.width, style.margin, right, style.margin + size.height};
    for (const page::Rect& block : beside) { // from the top of the page down
        if (block.grown(style.gap / 2).overlaps(rect)) {
            rect.top = block.bottom + style.gap / 2;
            rect.bottom = rect.top + size.height;
        }
    }
    return rect;
}

/// The frame that lets the map stand highest; of several, that at the far right.
page::Rect frame_rect(const MapPage& map, scene::Size title, const std::vector<page::Rect>& beside,
                      const input::Style& style) {
    const geo::Box& content = map.framed->content;
    const Length inside = std::max(title.width, map.frame.length(content.width()));
    const scene::Size size{inside + 2 * padding(style),
                           title.height + map.frame.length(content.height()) + 3 * padding(style)};
    constexpr Length step = Length::px(8);
    const Length far_right = style.width - style.margin;
    page::Rect best = frame_at(far_right, size, beside, style);
    Length least = Length::px(std::numeric_limits<double>::infinity());
    for (Length right = far_right; right - size.width >= style.margin; right -= step) {
        std::vector<page::Rect> blocks = beside;
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
    for (geo::Regions* level : {&map.regions, &map.finer}) {
        if (level->regions.empty()) {
            continue;
        }
        for (geo::Ring& ring : level->regions[framed.region].geometry) {
            for (geo::Point& point : ring) {
                point = {point.x + framed.shift.x, point.y + framed.shift.y};
            }
        }
    }
    map.frame = map.frame.with(framed.rect);
    map.land = LandMask(map.regions, map.frame);
}

} // namespace

double unseen_error(const geo::Box& box, const input::Style& style) {
    return frame_at_top(box, style).metres(finest_pixel(style.png_dpi)) * coast_tolerance;
}

MapPage map_at_top(const geo::Regions& regions, std::optional<std::size_t> framed,
                   const input::Style& style) {
    const auto without_framed = [&](geo::Regions all) {
        if (framed) {
            all.regions.at(*framed).geometry.clear();
        }
        return all;
    };
    const geo::Box box = geo::bounds(framed ? without_framed(regions) : regions);
    MapPage map = set_map_at(regions, frame_at_top(box, style), style);
    if (framed) {
        map.framed = {.region = *framed,
                      .content = geo::bounds(map.regions.regions[*framed].geometry)};
        map.land = LandMask(without_framed(map.regions), map.frame);
    }
    return map;
}

Length lowest_needed(const LandMask& land, const std::vector<page::Rect>& blocks, Length clearance,
                     Length top) {
    Length below;
    for (const page::Rect& block : blocks) {
        below = std::max(below, block.bottom + clearance - top);
    }
    constexpr Length step = Length::px(2);
    for (Length by; by < below; by += step) {
        // The land moves down by `by`: the same as blocks that move up.
        if (std::all_of(blocks.begin(), blocks.end(), [&](page::Rect block) {
                block.top -= by;
                block.bottom -= by;
                return land.free(block.grown(clearance));
            })) {
            return by;
        }
    }
    return below;
}

void lower(MapPage& map, std::vector<page::Rect> beside, scene::Size title,
           const input::Style& style) {
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

MapPage set_map_at(const geo::Regions& regions, const MapFrame& frame, const input::Style& style) {
    Levels levels = simplify(regions, frame, style.png_dpi);
    LandMask land(levels.regions, frame);
    return {frame, std::move(levels.regions), std::move(levels.finer), std::move(land), {}};
}

scene::Path region_path(const MapPage& map, const MapFrame& frame, std::size_t region,
                        const colour::Fill& fill) {
    scene::Path path{.subpaths = rings_at(map.regions.regions[region].geometry, frame),
                     .fill = fill};
    if (!map.finer.regions.empty()) {
        path.finer = rings_at(map.finer.regions[region].geometry, frame);
    }
    return path;
}

scene::Group draw_lines(const MapPage& map, const input::Style& style, scene::Group& areas) {
    Lines lines = lines_of(map.regions, map.frame, map.land);
    Lines finer = lines_of(map.finer, map.frame, map.land);
    areas.outline = coast_outline(style);
    areas.casing = coast_casing(style);
    areas.outline_lines = std::move(map.finer.regions.empty() ? lines.coast : finer.coast);
    scene::Path path{.subpaths = std::move(lines.over), .stroke = style.map.outline};
    path.finer = std::move(finer.over);
    // Round ends part two regions up to the coast, where a square end leaves a wedge.
    path.stroke->round = true;
    std::vector<scene::Node> nodes;
    if (style.map.cased) {
        scene::Path casing = path;
        casing.stroke = casing_of(*path.stroke, style);
        nodes.emplace_back(std::move(casing));
    }
    nodes.emplace_back(std::move(path));
    return decoration(std::move(nodes));
}

SmallMap set_small_map(const geo::Regions& regions, Length width, const input::Style& style) {
    const geo::Box box = geo::bounds(regions);
    const Length scale = std::min(width / box.width(), width * most_map_height / box.height());
    return {box, scale, set_map_at(regions, MapFrame(box, scale, {}), style)};
}

colour::Stroke casing_of(const colour::Stroke& line, const input::Style& style) {
    return {colour::on(std::get<colour::Plain>(line.ink)), line.width + 2 * style.map.outline.width,
            line.round};
}

scene::Group decoration(std::vector<scene::Node> children) {
    return {.role = scene::Role::decoration, .children = std::move(children)};
}

} // namespace cairn::map
