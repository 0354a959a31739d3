#include "render/figure/inset.h"

#include "geo/label_point.h"
#include "render/figure/label_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// Times as large as on the map: how a part may be enlarged in free sea, best first.
constexpr std::array scales_in_sea{3.5, 3.0, 2.5, 2.0};
constexpr double most_scale = 2.5;
constexpr double least_scale = 1.7;
/// Room for labels at either side, and above and below, in sizes of their text.
constexpr double room_beside = 9;
constexpr double least_beside = 6;
constexpr double room_above = 1.2;
constexpr Length step = Length::px(8);

geo::Box box_of(const geo::Regions& regions, std::size_t index) {
    return geo::bounds(regions.regions[index].geometry);
}

geo::Box united(geo::Box one, const geo::Box& other) {
    one.add({other.min_x, other.min_y});
    one.add({other.max_x, other.max_y});
    return one;
}

/// Whether a region lies scattered over its box, as islands do.
bool is_scattered(const geo::Region& region) {
    constexpr double least_share = 0.3;
    const geo::Box box = geo::bounds(region.geometry);
    return geo::area(region.geometry) < least_share * box.width() * box.height();
}

/// How much of a box lies in another.
double share_within(const geo::Box& box, const geo::Box& other) {
    const double width = std::min(box.max_x, other.max_x) - std::max(box.min_x, other.min_x);
    const double height = std::min(box.max_y, other.max_y) - std::max(box.min_y, other.min_y);
    return width <= 0 || height <= 0 ? 0 : width * height / (box.width() * box.height());
}

bool is_in(geo::Point point, const geo::Box& box) {
    return point.x > box.min_x && point.x < box.max_x && point.y > box.min_y && point.y < box.max_y;
}

/// Regions in a box that grows no larger than allowed.
struct Part {
    std::vector<std::size_t> regions;
    geo::Box box;

    bool take(std::size_t region, const geo::Box& its, double width, double height) {
        const geo::Box grown = united(box, its);
        if (grown.width() > width || grown.height() > height) {
            return false;
        }
        regions.push_back(region);
        box = grown;
        return true;
    }
    [[nodiscard]] bool has(std::size_t region) const {
        return std::ranges::find(regions, region) != regions.end();
    }
};

/// Takes the nearest crowded region again and again, while the box stays small enough.
Part part_around(std::size_t seed, const geo::Regions& regions,
                 std::span<const std::size_t> crowded, double width, double height) {
    Part part;
    part.take(seed, box_of(regions, seed), width, height);
    std::vector<std::size_t> rest(crowded.begin(), crowded.end());
    while (!part.regions.empty() && !rest.empty()) {
        const auto size_with = [&](std::size_t region) {
            const geo::Box grown = united(part.box, box_of(regions, region));
            return std::max(grown.width() / width, grown.height() / height);
        };
        const auto next = std::ranges::min_element(rest, {}, size_with);
        if (!part.has(*next)) {
            part.take(*next, box_of(regions, *next), width, height);
        }
        rest.erase(next);
    }
    return part;
}

/// Takes every region that lies mostly in the box, or has its middle there, as long as the box
/// stays small enough.
void take_what_lies_within(Part& part, const geo::Regions& regions, double width, double height) {
    constexpr double mostly = 0.6;
    for (bool grown = !part.regions.empty(); grown;) {
        grown = false;
        for (std::size_t i = 0; i < regions.regions.size(); ++i) {
            const geo::Region& region = regions.regions[i];
            const geo::Box box = geo::bounds(region.geometry);
            if (part.has(i) || box.empty() || is_scattered(region)) {
                continue;
            }
            const auto middle = geo::label_point(region.geometry, 1, 1);
            const bool lies_within = share_within(box, part.box) >= mostly ||
                                     (middle && is_in(middle->centre, part.box));
            grown = (lies_within && part.take(i, box, width, height)) || grown;
        }
    }
}

Rect on_page(const geo::Box& box, const MapFrame& frame) {
    const Position top_left = frame.at({box.min_x, box.max_y});
    const Position bottom_right = frame.at({box.max_x, box.min_y});
    return {top_left.x, top_left.y, bottom_right.x, bottom_right.y};
}

/// The room above the shapes: the title, and labels.
Length height_of_title(const input::Style& style) {
    return style.legend.line + style.gap / 2;
}

/// A free place on the page for a box, as near to `to` as can be.
std::optional<Rect> free_place(scene::Size size, Position to, const MapPage& map,
                               std::span<const Rect> obstacles, const input::Style& style) {
    std::optional<Rect> best;
    double least = 0;
    const Length right = style.width - style.margin - size.width;
    const Length bottom = map.frame.rect().bottom - size.height;
    for (Length y = style.margin; y <= bottom; y += step) {
        for (Length x = style.margin; x <= right; x += step) {
            const Rect rect{x, y, x + size.width, y + size.height};
            const Rect with_gap = rect.grown(style.gap / 2);
            const double distance = std::hypot(((rect.left + rect.right) / 2 - to.x).to_px(),
                                               (rect.middle() - to.y).to_px());
            if ((!best || distance < least) && map.land.free(with_gap) &&
                std::ranges::none_of(
                    obstacles, [&](const Rect& obstacle) { return obstacle.overlaps(with_gap); })) {
                best = rect;
                least = distance;
            }
        }
    }
    return best;
}

/// A place for the enlarged part, and how many times it is enlarged.
struct Place {
    Rect room;
    double times = 1;
};

std::optional<Place> place_for(const Rect& frame, const MapPage& map,
                               std::span<const Rect> obstacles, const input::Style& style) {
    const Length text = style.label.font.size;
    const Length above = height_of_title(style) + room_above * text;
    for (const double times : scales_in_sea) {
        const scene::Size size{times * frame.width() + 2 * room_beside * text,
                               times * frame.height() + above + room_above * text};
        const Position middle{(frame.left + frame.right) / 2, frame.middle()};
        if (const auto room = free_place(size, middle, map, obstacles, style)) {
            return Place{*room, times};
        }
    }
    const Length inner = style.width - 2 * style.margin;
    const double times = std::min(most_scale, (inner - 2 * least_beside * text) / frame.width());
    if (times < least_scale) {
        return std::nullopt;
    }
    const Length top = map.frame.rect().bottom + style.gap;
    return Place{{style.margin, top, style.width - style.margin,
                  top + above + times * frame.height() + room_above * text},
                 times};
}

} // namespace

std::vector<std::size_t> crowded_part(const geo::Regions& regions, const MapFrame& frame,
                                      std::span<const std::size_t> crowded, scene::Size most) {
    const double width = frame.metres(most.width);
    const double height = frame.metres(most.height);
    std::vector<std::size_t> compact;
    std::ranges::copy_if(crowded, std::back_inserter(compact), [&](std::size_t region) {
        return !is_scattered(regions.regions[region]);
    });
    Part best;
    for (const std::size_t seed : compact) {
        Part part = part_around(seed, regions, compact, width, height);
        if (part.regions.size() > best.regions.size()) {
            best = std::move(part);
        }
    }
    take_what_lies_within(best, regions, width, height);
    std::ranges::sort(best.regions);
    return best.regions;
}

std::optional<Inset> set_inset(const geo::Regions& shapes, const MapPage& map,
                               std::span<const std::size_t> part, std::span<const Rect> obstacles,
                               const input::Style& style) {
    geo::Regions regions{.file = shapes.file,
                         .regions = {},
                         .attribution = shapes.attribution,
                         .error = shapes.error};
    geo::Box box;
    for (const std::size_t index : part) {
        regions.regions.push_back(shapes.regions[index]);
        box = united(box, box_of(map.regions, index));
    }
    const Rect frame = on_page(box, map.frame);
    const auto place = place_for(frame, map, obstacles, style);
    if (!place) {
        return std::nullopt;
    }
    const Length free = place->room.width() - place->times * frame.width();
    const Position corner{place->room.left + free / 2, place->room.top + height_of_title(style) +
                                                           room_above * style.label.font.size};
    const Length scale = place->times * Length::px(1 / map.frame.metres(Length::px(1)));
    MapPage page = set_map_at(regions, MapFrame(box, scale, corner), style);
    return Inset{{part.begin(), part.end()},
                 std::move(page),
                 place->room,
                 frame.grown(style.label.font.size / 4)};
}

Block set_inset_title(const Inset& inset, const facts::Words& words, const input::Style& style,
                      const scene::Fonts& fonts) {
    const Length height = style.map.swatch * 0.7;
    const Length width = height * (inset.frame.width() / inset.frame.height());
    const Length middle = inset.room.top + style.legend.line / 2;
    const Rect sign{inset.room.left + style.map.leader.width, middle - height / 2,
                    inset.room.left + style.map.leader.width + width, middle + height / 2};
    input::TextStyle title = style.legend;
    title.font.weight = scene::Weight::bold;
    Block block;
    draw_frame(sign, style, block.nodes);
    scene::Text text = set_line(fonts, words.enlarged_title, title,
                                {sign.right + style.legend.font.size * 0.75, inset.room.top});
    block.rect = {inset.room.left, inset.room.top, text.start.x + text.width,
                  inset.room.top + style.legend.line};
    block.nodes.emplace_back(std::move(text));
    return block;
}

void draw_frame(const Rect& frame, const input::Style& style, std::vector<scene::Node>& nodes) {
    const scene::Subpath outline{.points = {{frame.left, frame.top},
                                            {frame.right, frame.top},
                                            {frame.right, frame.bottom},
                                            {frame.left, frame.bottom}}};
    const Length width = style.map.leader.width * 2;
    const auto stroke = [&](Length of, scene::Colour colour, bool halo) {
        nodes.emplace_back(scene::Path{.subpaths = {outline},
                                       .stroke = scene::Stroke{colour, of, false, halo},
                                       .keeps_colours = true});
    };
    stroke(width * 2, casing_colour(style), true);
    stroke(width, style.map.leader.colour, false);
}

} // namespace cairn::figure
