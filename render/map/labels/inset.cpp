#include "render/map/labels/inset.h"

#include "render/map/labels/label_text.h"
#include "render/map/page/map_fills.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace cairn::map {

namespace {

using scene::Position;

/// Times as large as on the map: how a part may be enlarged in free sea, best first.
constexpr std::array scales_in_sea{3.5, 3.0, 2.5, 2.0};
constexpr double most_scale = 2.5;
constexpr double least_scale = 1.7;
/// A part is enlarged where it is at most this share of the page's inner width wide, and high; on a
/// narrow page also where it can be enlarged so many times.
constexpr double most_width = 0.3;
constexpr double most_inset_height = 0.2;
constexpr double well_enlarged = 2.2;
/// Room for labels at either side, and above and below, in sizes of their text.
constexpr double room_beside = 9;
constexpr double least_beside = 6;
constexpr double room_above = 1.2;
constexpr Length inset_step = Length::px(8);
/// A region may be enlarged where it is at most this share of the largest part wide, and high; one
/// that is worth more than others may be larger.
constexpr double small_share = 0.4;
/// And fills at least this share of its box: islands do not.
constexpr double least_fill = 0.35;
/// In labels: what a part costs that is as high as can be, and one that holds nothing.
constexpr double cost_of_height = 5;
constexpr double cost_of_emptiness = 5;

geo::Box box_of(const geo::Regions& regions, std::size_t index) {
    return geo::bounds(regions.regions[index].geometry);
}

geo::Box united(geo::Box one, const geo::Box& other) {
    one.add({other.min_x, other.min_y});
    one.add({other.max_x, other.max_y});
    return one;
}

bool lies_in(const geo::Box& box, const geo::Box& other) {
    return box.min_x >= other.min_x && box.max_x <= other.max_x && box.min_y >= other.min_y &&
           box.max_y <= other.max_y;
}

/// A region that may be enlarged.
struct Small {
    std::size_t region = 0;
    geo::Box box;
    double area = 0;
    double worth = 0;
};

/// The regions that are small beside the largest box, and lie in one place.
std::vector<Small> small_regions(const geo::Regions& regions, std::span<const Crowded> crowded,
                                 double width, double height) {
    std::vector<Small> found;
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        const geo::MultiPolygon& shape = regions.regions[i].geometry;
        const geo::Box box = geo::bounds(shape);
        const double area = geo::area(shape);
        const auto its = std::ranges::find(crowded, i, &Crowded::region);
        const double worth = its != crowded.end() ? its->worth : 0;
        const double share = small_share * std::max(worth, 1.0);
        if (!box.empty() && box.width() <= share * width && box.height() <= share * height &&
            area >= least_fill * box.width() * box.height()) {
            found.push_back({i, box, area, worth});
        }
    }
    return found;
}

/// The best box so far, and what it is worth.
struct Best {
    geo::Box box;
    double worth = 0;
};

/// Tries every box between these sides that ends at regions above and below. `between` holds the
/// regions that lie between the sides, those whose top is lowest first.
void try_heights(std::span<const Small> between, geo::Box box, double height, Best& best) {
    for (const Small& south : between) {
        box.min_y = south.box.min_y;
        double worth = 0;
        double filled = 0;
        for (const Small& north : between) {
            box.max_y = north.box.max_y;
            if (box.height() > height) {
                break;
            }
            if (north.box.min_y < box.min_y) {
                continue;
            }
            worth += north.worth;
            filled += north.area;
            const double left = worth - cost_of_height * box.height() / height -
                                cost_of_emptiness * (1 - filled / (box.width() * box.height()));
            if (box.height() > 0 && left > best.worth) {
                best = {box, left};
            }
        }
    }
}

page::Rect on_page(const geo::Box& box, const MapFrame& frame) {
    const Position top_left = frame.at({box.min_x, box.max_y});
    const Position bottom_right = frame.at({box.max_x, box.min_y});
    return {top_left.x, top_left.y, bottom_right.x, bottom_right.y};
}

/// The room above the shapes: the title, and labels.
Length height_of_title(const input::Style& style) {
    return style.legend.line + style.gap / 2;
}

/// A free place on the page for a box, as near to `to` as can be.
std::optional<page::Rect> free_place(scene::Size size, Position to, const MapPage& map,
                                     std::span<const page::Rect> obstacles,
                                     const input::Style& style) {
    std::optional<page::Rect> best;
    double least = 0;
    const Length right = style.width - style.margin - size.width;
    const Length bottom = map.frame.rect().bottom - size.height;
    for (Length y = style.margin; y <= bottom; y += inset_step) {
        for (Length x = style.margin; x <= right; x += inset_step) {
            const page::Rect rect{x, y, x + size.width, y + size.height};
            const page::Rect with_gap = rect.grown(style.gap / 2);
            const double distance = std::hypot(((rect.left + rect.right) / 2 - to.x).to_px(),
                                               (rect.middle() - to.y).to_px());
            if ((!best || distance < least) && map.land.free(with_gap) &&
                std::ranges::none_of(obstacles, [&](const page::Rect& obstacle) {
                    return obstacle.overlaps(with_gap);
                })) {
                best = rect;
                least = distance;
            }
        }
    }
    return best;
}

/// A place for the enlarged part, and how many times it is enlarged.
struct Placement {
    page::Rect room;
    double times = 1;
};

/// How far marks reach over the shapes that they stand on.
struct Overhang {
    Length above;
    Length below;
};

/// That of marks which stand in this frame on the map, where the frame is enlarged as little as can
/// be.
Overhang overhang_of(std::span<const page::Rect> marks, const page::Rect& frame) {
    Overhang overhang;
    for (const page::Rect& mark : marks) {
        const Length radius = mark.height() / 2;
        overhang.above =
            std::max(overhang.above, radius - least_scale * (mark.middle() - frame.top));
        overhang.below =
            std::max(overhang.below, radius - least_scale * (frame.bottom - mark.middle()));
    }
    return overhang;
}

std::optional<Placement> place_for(const page::Rect& frame, const Overhang& overhang,
                                   const MapPage& map, std::span<const page::Rect> obstacles,
                                   const input::Style& style, bool may_stand_below) {
    const Length text = style.label.font.size;
    const Length above = height_of_title(style) + room_above * text + overhang.above;
    const Length below = room_above * text + overhang.below;
    for (const double times : scales_in_sea) {
        const scene::Size size{times * frame.width() + 2 * room_beside * text,
                               times * frame.height() + above + below};
        const Position middle{(frame.left + frame.right) / 2, frame.middle()};
        if (const auto room = free_place(size, middle, map, obstacles, style)) {
            return Placement{*room, times};
        }
    }
    const Length inner = style.width - 2 * style.margin;
    const double times = std::min(most_scale, (inner - 2 * least_beside * text) / frame.width());
    if (times < least_scale || !may_stand_below) {
        return std::nullopt;
    }
    const Length top = map.frame.rect().bottom + style.gap;
    return Placement{{style.margin, top, style.width - style.margin,
                      top + above + times * frame.height() + below},
                     times};
}

} // namespace

scene::Size largest_part(const input::Style& style) {
    const Length inner = style.width - 2 * style.margin;
    const Length room = inner - 2 * least_beside * style.label.font.size;
    return {std::min(inner * most_width, room / well_enlarged), inner * most_inset_height};
}

std::vector<std::size_t> crowded_part(const geo::Regions& regions, const MapFrame& frame,
                                      std::span<const Crowded> crowded, scene::Size most) {
    const double width = frame.metres(most.width);
    const double height = frame.metres(most.height);
    std::vector<Small> small = small_regions(regions, crowded, width, height);
    std::ranges::stable_sort(small, {}, [](const Small& one) { return one.box.max_y; });
    Best best;
    for (const Small& west : small) {
        for (const Small& east : small) {
            const geo::Box box{west.box.min_x, 0, east.box.max_x, 0};
            if (box.width() <= 0 || box.width() > width) {
                continue;
            }
            std::vector<Small> between;
            std::ranges::copy_if(small, std::back_inserter(between), [&](const Small& one) {
                return one.box.min_x >= box.min_x && one.box.max_x <= box.max_x;
            });
            try_heights(between, box, height, best);
        }
    }
    std::vector<std::size_t> part;
    for (const Small& one : small) {
        if (best.worth > 0 && lies_in(one.box, best.box)) {
            part.push_back(one.region);
        }
    }
    std::ranges::sort(part);
    return part;
}

std::optional<Inset> set_inset(const geo::Regions& shapes, const MapPage& map,
                               std::span<const std::size_t> part, std::span<const page::Rect> marks,
                               std::span<const page::Rect> obstacles, const input::Style& style,
                               bool may_stand_below) {
    geo::Regions regions{.file = shapes.file,
                         .regions = {},
                         .attribution = shapes.attribution,
                         .error = shapes.error};
    geo::Box box;
    for (const std::size_t index : part) {
        regions.regions.push_back(shapes.regions[index]);
        box = united(box, box_of(map.regions, index));
    }
    const page::Rect frame = on_page(box, map.frame);
    const Overhang overhang = overhang_of(marks, frame);
    const auto place = place_for(frame, overhang, map, obstacles, style, may_stand_below);
    if (!place) {
        return std::nullopt;
    }
    const Length free = place->room.width() - place->times * frame.width();
    const Position corner{place->room.left + free / 2, place->room.top + height_of_title(style) +
                                                           room_above * style.label.font.size +
                                                           overhang.above};
    const Length scale = place->times * Length::px(1 / map.frame.metres(Length::px(1)));
    MapPage page = set_map_at(regions, MapFrame(box, scale, corner), style);
    return Inset{{part.begin(), part.end()},
                 std::move(page),
                 place->room,
                 frame.grown(style.label.font.size / 4)};
}

page::Block set_inset_title(const Inset& inset, const words::Words& words,
                            const input::Style& style, const scene::Fonts& fonts) {
    const Length height = style.map.swatch * 0.7;
    const Length width = height * (inset.frame.width() / inset.frame.height());
    const Length middle = inset.room.top + style.legend.line / 2;
    const page::Rect sign{inset.room.left + style.map.leader.width, middle - height / 2,
                          inset.room.left + style.map.leader.width + width, middle + height / 2};
    input::TextStyle title = style.legend;
    title.font.weight = colour::Weight::bold;
    page::Block block;
    draw_frame(sign, style, block.nodes);
    scene::Text text = page::set_line(fonts, words.enlarged_title, title,
                                      {sign.right + style.legend.font.size * 0.75, inset.room.top});
    block.rect = {inset.room.left, inset.room.top, text.start.x + text.width,
                  inset.room.top + style.legend.line};
    block.nodes.emplace_back(std::move(text));
    return block;
}

void draw_frame(const page::Rect& frame, const input::Style& style,
                std::vector<scene::Node>& nodes) {
    const scene::Subpath outline{.points = {{frame.left, frame.top},
                                            {frame.right, frame.top},
                                            {frame.right, frame.bottom},
                                            {frame.left, frame.bottom}}};
    const Length width = style.map.leader.width * 2;
    const auto stroke = [&](const colour::Ink& ink, Length of) {
        nodes.emplace_back(scene::Path{.subpaths = {outline}, .stroke = colour::Stroke{ink, of}});
    };
    stroke(colour::on(colour::Role::leader), width * 2);
    stroke(colour::Role::leader, width);
}

} // namespace cairn::map
