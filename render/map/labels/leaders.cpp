#include "render/map/labels/leaders.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <tuple>

namespace cairn::map {

namespace {

using scene::Position;

constexpr Length sea_grid = Length::px(4);
constexpr std::size_t most_places = 260;
/// So many of the cheapest are near each other; of the dearer, some stand for all.
constexpr std::size_t places_in_full = 80;
constexpr std::size_t thinning = 8;
constexpr double weight_of_foreign_land = 1.5; ///< a pixel over other regions, beside its length
constexpr double weight_of_slope = 0.35;       ///< a pixel up or down, beside its length

/// Twice the area of a, b, c: positive when they turn one way, negative the other.
double turn(Position a, Position b, Position c) {
    return (b.x - a.x).to_px() * (c.y - a.y).to_px() - (c.x - a.x).to_px() * (b.y - a.y).to_px();
}

bool cross(Position a, Position b, Position c, Position d) {
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

/// Whether the boxes around two lines have a point in common.
bool overlap(Position a, Position b, Position c, Position d) {
    return std::max(a.x, b.x) >= std::min(c.x, d.x) && std::max(c.x, d.x) >= std::min(a.x, b.x) &&
           std::max(a.y, b.y) >= std::min(c.y, d.y) && std::max(c.y, d.y) >= std::min(a.y, b.y);
}

bool touches(Position a, Position b, const page::Rect& rect) {
    if (std::max(a.x, b.x) < rect.left || std::min(a.x, b.x) > rect.right ||
        std::max(a.y, b.y) < rect.top || std::min(a.y, b.y) > rect.bottom) {
        return false;
    }
    const auto inside = [&](Position p) {
        return p.x > rect.left && p.x < rect.right && p.y > rect.top && p.y < rect.bottom;
    };
    const Position top_left{rect.left, rect.top};
    const Position top_right{rect.right, rect.top};
    const Position bottom_left{rect.left, rect.bottom};
    const Position bottom_right{rect.right, rect.bottom};
    return inside(a) || inside(b) || cross(a, b, top_left, bottom_right) ||
           cross(a, b, top_right, bottom_left);
}

/// The label at `corner` with its leader; nothing where the leader would run under the label.
std::optional<Leader> leader_at(scene::Size size, Position anchor, Position corner, Length gap) {
    const page::Rect label{corner.x, corner.y, corner.x + size.width, corner.y + size.height};
    if (anchor.x < label.left - gap) {
        return Leader{label, {label.left - gap, label.middle()}, anchor};
    }
    if (anchor.x > label.right + gap) {
        return Leader{label, {label.right + gap, label.middle()}, anchor};
    }
    const Length x = std::clamp(anchor.x, label.left, label.right);
    if (anchor.y < label.top - gap) {
        return Leader{label, {x, label.top - gap}, anchor};
    }
    if (anchor.y > label.bottom + gap) {
        return Leader{label, {x, label.bottom + gap}, anchor};
    }
    return std::nullopt;
}

/// What a leader costs by its length and slope.
double cost_of_shape(const Leader& leader, Length length) {
    return length.to_px() + weight_of_slope * std::abs((leader.from.y - leader.to.y).to_px());
}

bool in_the_way(const page::Rect& obstacle, const Leader& leader, Length clearance) {
    return obstacle.overlaps(leader.label.grown(clearance)) ||
           touches(leader.from, leader.to, obstacle.grown(clearance / 2));
}

/// A place on the grid, before it has a leader.
struct SeaSpot {
    double cost = 0;
    Position corner;
};

/// The cheapest places in the sea on a grid, by shape alone, in order.
std::vector<SeaSpot> spots_in_sea(scene::Size size, Position anchor, const LandMask& land,
                                  const LabelSpace& space, Footing footing) {
    // Labels left of their region line up at their right ends.
    const Length shift = sea_grid * std::ceil(size.width / sea_grid) - size.width;
    // The part of the page's grid that the longest leader reaches.
    const auto first = [&](Length begin, Length middle, Length label) {
        const double steps = std::floor((middle - space.longest - label - begin) / sea_grid);
        return begin + sea_grid * std::max(0.0, steps);
    };
    const Length left = first(space.page.left, anchor.x, size.width);
    const Length top = first(space.page.top, anchor.y, size.height);
    const Length right = std::min(space.page.right - size.width, anchor.x + space.longest);
    const Length bottom = std::min(space.page.bottom - size.height, anchor.y + space.longest);
    std::vector<SeaSpot> spots;
    for (Length y = top; y <= bottom; y += sea_grid) {
        for (Length x = left; x <= right; x += sea_grid) {
            const bool left_of_it = x + size.width / 2 < anchor.x;
            const Position corner{left_of_it ? x + shift : x, y};
            const auto leader = leader_at(size, anchor, corner, space.clearance / 2);
            if (!leader || leader->label.right > space.page.right) {
                continue;
            }
            const Length length = leader->length();
            const page::Rect room = leader->label.grown(space.clearance);
            if (length <= space.longest &&
                (land.free(room) || (footing == Footing::anywhere && land.within_one(room)))) {
                spots.push_back({cost_of_shape(*leader, length), corner});
            }
        }
    }
    const auto cheaper = [](const SeaSpot& a, const SeaSpot& b) {
        return std::tie(a.cost, a.corner.y, a.corner.x) < std::tie(b.cost, b.corner.y, b.corner.x);
    };
    const std::size_t kept = std::min(spots.size(), 12 * most_places);
    const auto end = spots.begin() + static_cast<std::ptrdiff_t>(kept);
    std::nth_element(spots.begin(), end, spots.end(), cheaper);
    std::sort(spots.begin(), end, cheaper);
    spots.erase(end, spots.end());
    return spots;
}

} // namespace

Length Leader::length() const {
    const double x = (from.x - to.x).to_px();
    const double y = (from.y - to.y).to_px();
    return Length::px(std::sqrt(x * x + y * y)); // quicker than std::hypot, and asked for often
}

bool runs_through(const Leader& leader, const page::Rect& rect) {
    return touches(leader.from, leader.to, rect);
}

bool stands_on_frame(const page::Rect& label, const LabelSpace& space) {
    const page::Rect room = label.grown(space.clearance / 2);
    return std::any_of(space.frames.begin(), space.frames.end(), [&](const page::Rect& frame) {
        const bool within = room.left > frame.left && room.right < frame.right &&
                            room.top > frame.top && room.bottom < frame.bottom;
        return frame.overlaps(room) && !within;
    });
}

bool cross(const Leader& one, const Leader& other) {
    return cross(one.from, one.to, other.from, other.to);
}

bool in_conflict(const Leader& one, const Leader& other, Length clearance) {
    const auto around = [&](Position point) {
        return page::Rect{point.x, point.y, point.x, point.y}.grown(clearance / 2);
    };
    const auto hits = [&](const Leader& line, const Leader& what) {
        return touches(line.from, line.to, what.label.grown(clearance / 2)) ||
               (line.has_line() && what.has_line() && touches(line.from, line.to, around(what.to)));
    };
    const auto lines_meet = [&] {
        return one.has_line() && other.has_line() &&
               overlap(one.from, one.to, other.from, other.to) && cross(one, other);
    };
    return one.label.grown(clearance).overlaps(other.label) || lines_meet() || hits(one, other) ||
           hits(other, one);
}

bool is_free(const Leader& leader, const LabelSpace& space) {
    return !stands_on_frame(leader.label, space) &&
           std::ranges::none_of(space.obstacles, [&](const page::Rect& rect) {
               return in_the_way(rect, leader, space.clearance);
           });
}

std::vector<SeaPlace> places_in_sea(scene::Size size, Position anchor, std::size_t region,
                                    const LandMask& land, const LabelSpace& space,
                                    Footing footing) {
    std::vector<SeaPlace> places;
    std::size_t passed = 0;
    for (const SeaSpot& spot : spots_in_sea(size, anchor, land, space, footing)) {
        if (places.size() == most_places) {
            break;
        }
        if (places.size() >= places_in_full && ++passed % thinning != 0) {
            continue;
        }
        const Leader leader = *leader_at(size, anchor, spot.corner, space.clearance / 2);
        if (is_free(leader, space)) {
            const Length foreign = land.over_others(leader.from, leader.to, region);
            places.push_back({leader, spot.cost + weight_of_foreign_land * foreign.to_px()});
        }
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const SeaPlace& a, const SeaPlace& b) { return a.cost < b.cost; });
    return places;
}

} // namespace cairn::map
