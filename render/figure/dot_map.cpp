#include "render/figure/dot_map.h"

#include "base/error.h"
#include "base/quote.h"
#include "geo/label_point.h"
#include "render/figure/dot_clusters.h"
#include "render/figure/dot_legend.h"
#include "render/figure/dots.h"
#include "render/figure/map_figure.h"
#include "render/figure/on_land.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace cairn::figure {

namespace {

using scene::Position;

/// Radius of dots, as a share of the size of small type.
constexpr double largest = 0.28;
constexpr double seen_well = 0.12;
constexpr double still_seen = 0.085; ///< on a narrow page, which has little sea
constexpr Length step = Length::px(0.125);
/// A block of dots is at most this share of the page's inner width wide.
constexpr double widest_block = 0.14;
constexpr int most_per_dot = 1'000'000;

/// How dots of a radius stand: a gap between any two, and between each and the border.
DotSpacing spacing_for(Length radius, const input::Style& style) {
    const Length gap = style.map.symbol.border.width;
    return {radius + 1.5 * gap, 2 * radius + 1.5 * gap};
}

/// The dots of one region.
struct Dots {
    std::size_t fact = 0;
    std::size_t region = 0;
    std::size_t count = 0;
    std::vector<Position> places{}; ///< none yet, or those of a region too small for them
    bool beside_enlarged = false;   ///< they stand beside the enlarged part, and nowhere else
};

std::vector<Dots> dots_of(const facts::Facts& facts, const geo::Gazetteer& places) {
    std::vector<Dots> all;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        if (fact.value.value_or(0) > 0) {
            all.push_back(
                {i, places.find(fact.code).value(), dots_for(*fact.value, facts.per_dot)});
        }
    }
    return all;
}

/// The largest radius from `least` to `most` at which a region's dots fit into it.
std::optional<Length> fitting(const Dots& dots, const MapPage& map, Length least, Length most,
                              const input::Style& style) {
    for (Length radius = most; radius >= least; radius -= step) {
        if (spread_dots(map.regions.regions[dots.region].geometry, map.frame, dots.count,
                        spacing_for(radius, style))) {
            return radius;
        }
    }
    return std::nullopt;
}

/// The radius that dots may have.
struct Radii {
    Length least;
    Length most;
};

/// Places all dots that fit into their regions at such a radius; gives the one that they have.
Length place(std::vector<Dots>& all, const MapPage& map, const Radii& radii,
             const input::Style& style) {
    std::vector<bool> fits(all.size(), false);
    Length radius = radii.most;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::optional<Length> own = fitting(all[i], map, radii.least, radius, style);
        fits[i] = own.has_value();
        radius = own.value_or(radius);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (fits[i]) {
            all[i].places = spread_dots(map.regions.regions[all[i].region].geometry, map.frame,
                                        all[i].count, spacing_for(radius, style))
                                .value();
        }
    }
    return radius;
}

/// The dots as shapes that labels keep off; a leader ends at the one nearest to the middle.
LabelMark mark_of(const Dots& dots, const MapPage& map, Length radius, const input::Style& style) {
    geo::MultiPolygon shapes;
    const double room = map.frame.metres(radius * 1.5);
    for (const Position place : dots.places) {
        const geo::Point at = map.frame.point(place);
        shapes.push_back({{at.x - room, at.y - room},
                          {at.x + room, at.y - room},
                          {at.x + room, at.y + room},
                          {at.x - room, at.y + room}});
    }
    const geo::MultiPolygon& region = map.regions.regions[dots.region].geometry;
    const auto point = geo::label_point(region, 1, 1);
    const Position middle = point ? map.frame.at(point->centre) : dots.places.front();
    const Position anchor = *std::ranges::min_element(dots.places, {}, [&](Position place) {
        return std::hypot((place.x - middle.x).to_px(), (place.y - middle.y).to_px());
    });
    return {std::move(shapes), style.map.symbol.fill, anchor, radius};
}

/// The dots of a region that is too small for them.
DotCluster packed(const Dots& dots, Length radius, const input::Style& style) {
    return cluster_of(dots.count, 2 * radius + 2 * style.map.symbol.border.width);
}

/// All areas, those with dots in them with their mark, those too small for them with the cluster
/// that stands beside them.
std::vector<LabelledRegion> labelled_by(const std::vector<Dots>& all, const facts::Facts& facts,
                                        const geo::Gazetteer& places,
                                        const std::vector<facts::LabelChoice>& labels,
                                        const MapPage& map, Length radius,
                                        const input::Style& style) {
    std::vector<LabelledRegion> labelled = labelled_land(facts, places, labels, style);
    for (const Dots& one : all) {
        LabelledRegion& region = labelled[one.fact];
        if (one.places.empty()) {
            const auto middle = geo::label_point(map.regions.regions[one.region].geometry, 1, 1);
            // The leader to the cluster ends without a dot, which could be taken for one more.
            region.mark = LabelMark{{},
                                    style.map.symbol.fill,
                                    middle ? map.frame.at(middle->centre) : Position(),
                                    Length()};
            region.block = packed(one, radius, style).size();
        } else if (!map.framed || one.region != map.framed->region) {
            region.mark = mark_of(one, map, radius, style);
        }
    }
    return labelled;
}

/// Whether the block beside an area is small enough to be taken in, and for the sea.
bool is_small_block(const Dots& dots, Length radius, const input::Style& style) {
    const Length inner = style.width - 2 * style.margin;
    return packed(dots, radius, style).size().width <= inner * widest_block;
}

/// The dots that have no place, neither in their area, whatever its shape, nor in a block beside
/// it, wherever other labels stand.
std::vector<Dots> too_many(const std::vector<Dots>& all, const MapPage& map, Length radius,
                           const input::Style& style) {
    const double scale = map.frame.length(1).to_px();
    std::vector<Dots> crowds;
    std::ranges::copy_if(all, std::back_inserter(crowds), [&](const Dots& one) {
        const double area = geo::area(map.regions.regions[one.region].geometry) * scale * scale;
        return !is_small_block(one, radius, style) &&
               !may_hold(area, one.count, spacing_for(radius, style).between);
    });
    return crowds;
}

/// The dots that are not in their area and too many for a block beside it.
std::vector<Dots> without_block(const std::vector<Dots>& all, Length radius,
                                const input::Style& style) {
    std::vector<Dots> crowds;
    std::ranges::copy_if(all, std::back_inserter(crowds), [&](const Dots& one) {
        return one.places.empty() && !is_small_block(one, radius, style);
    });
    return crowds;
}

/// Puts clusters where their labels stand; gives the dots of those that have no place.
std::vector<Dots> place_clusters(std::vector<Dots>& all, const MapLabels& labels, Length radius,
                                 const input::Style& style) {
    std::vector<Dots> crowds;
    for (Dots& one : all) {
        if (!one.places.empty()) {
            continue;
        }
        const auto label = std::ranges::find(labels.placed, one.fact, &RegionLabel::fact);
        if (label == labels.placed.end()) {
            crowds.push_back(one);
            continue;
        }
        one.places = dots_at(packed(one, radius, style), label->leader);
        one.beside_enlarged = std::ranges::any_of(
            labels.rooms, [&](const Rect& room) { return room.overlaps(label->leader.label); });
    }
    return crowds;
}

/// The regions, one group each, with the dots in or beside them.
scene::Group draw_areas(const facts::Facts& facts, const facts::Words& words,
                        const geo::Gazetteer& places, const std::vector<Dots>& all, Length radius,
                        const MapPage& map, const input::Style& style) {
    scene::Group marks{.role = scene::Role::marks};
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        scene::Group mark =
            land_mark(fact, words.mark_names[i], map, places.find(fact.code).value(), style);
        const auto own = std::ranges::find(all, i, &Dots::fact);
        if (own != all.end()) {
            if (own->beside_enlarged) {
                // Empty land would say that there is nothing.
                std::get<scene::Path>(mark.children.back()).fill = style.map.symbol.fill;
            }
            mark.children.emplace_back(dots_path(own->places, radius, style));
        }
        mark.datum->encoding = scene::Encoding{.channel = scene::Channel::count,
                                               .per = static_cast<double>(facts.per_dot)};
        marks.children.emplace_back(std::move(mark));
    }
    return marks;
}

} // namespace

std::size_t dots_for(double value, int per_dot) {
    if (value <= 0) {
        return 0;
    }
    return std::max(std::size_t{1}, static_cast<std::size_t>(std::round(value / per_dot)));
}

namespace {

/// What a map of dots is drawn from.
struct Task {
    const facts::Facts& facts;
    const facts::Words& words;
    const geo::Regions& regions;
    const geo::Gazetteer& places;
    const input::Style& style;
    const scene::Fonts& fonts;
    const std::vector<facts::LabelChoice>& labels;
    Furniture furniture;
};

/// A map, or the dots that found no room on it.
using Drawn = std::variant<std::vector<Dots>, MapFigure>;

/// The map's labels, with the blocks of dots and the dots of the enlarged part.
MapLabels label_dots(const Task& task, const std::vector<Dots>& all, const MapPage& map,
                     const MapParts& parts, Length radius) {
    const input::Style& style = task.style;
    const std::vector<LabelledRegion> labelled =
        labelled_by(all, task.facts, task.places, task.labels, map, radius, style);
    const std::vector<scene::Fill> fills = fills_of_land(task.facts, style);
    const auto draw_mark = [&](const LabelledRegion& region, const MapFrame& frame,
                               std::vector<scene::Node>& nodes) {
        std::vector<Position> moved;
        for (const Position place : std::ranges::find(all, region.fact, &Dots::fact)->places) {
            moved.push_back(frame.at(map.frame.point(place)));
        }
        if (!moved.empty()) { // else they stand beside their area
            nodes.emplace_back(dots_path(moved, radius, style));
        }
    };
    return label_map({.facts = task.facts,
                      .words = task.words,
                      .regions = labelled,
                      .fills = fills,
                      .shapes = task.regions,
                      .page = map,
                      .obstacles = obstacles_on(map, parts),
                      .draw_mark = draw_mark},
                     on_land(style), task.fonts);
}

/// The legend; its size does not follow from that of its dot.
Block legend_of(const Task& task, const MapParts& parts, Length radius) {
    const input::Style& style = task.style;
    return set_dot_legend(task.facts, task.words, radius, style, task.fonts,
                          {style.margin, parts.heading.rect.bottom + style.gap},
                          (style.width - 2 * style.margin) * 0.5);
}

/// What is the same whatever the dots' radius.
struct Ground {
    MapParts parts;
    MapPage map;
};

Ground ground_for(const Task& task) {
    const input::Style& style = task.style;
    const Length inner = style.width - 2 * style.margin;
    MapParts parts{.heading = set_heading(task.words, style, task.fonts, inner * 0.6),
                   .frame_title = frame_title(task.facts, task.words, style, task.fonts),
                   .furniture = task.furniture,
                   .class_colours = land_colours(task.facts, style)};
    parts.legend = legend_of(task, parts, Length::px(1));
    MapPage map = map_at_top(task.regions, framed_region(task.facts, task.places), style);
    lower(map, {parts.heading.rect, parts.legend.rect}, parts.frame_title.size, style);
    return {std::move(parts), std::move(map)};
}

Drawn draw_with_dots_of(const Radii& radii, const Task& task, const Ground& ground) {
    const input::Style& style = task.style;
    const MapPage& map = ground.map;
    std::vector<Dots> all = dots_of(task.facts, task.places);
    // Dots and labels are dear to place: what cannot be drawn is told before.
    if (std::vector<Dots> crowds = too_many(all, map, radii.least, style); !crowds.empty()) {
        return crowds;
    }
    const Length radius = place(all, map, radii, style);
    if (std::vector<Dots> crowds = without_block(all, radius, style); !crowds.empty()) {
        return crowds;
    }
    MapParts parts = ground.parts;
    parts.legend = legend_of(task, parts, radius);
    parts.labels = label_dots(task, all, map, parts, radius);
    if (std::vector<Dots> crowds = place_clusters(all, parts.labels, radius, style);
        !crowds.empty()) {
        return crowds;
    }
    scene::Group marks = draw_areas(task.facts, task.words, task.places, all, radius, map, style);
    scene::Group lines = draw_lines(map, on_land(style), marks);
    parts.marks.emplace_back(std::move(marks));
    parts.marks.emplace_back(std::move(lines));
    return compose(std::move(parts), map, task.words, style, task.fonts);
}

/// The map with dots as large as can be.
Drawn draw_with_largest_dots(const Task& task) {
    const Length type = task.style.note.font.size;
    const Ground ground = ground_for(task);
    Drawn drawn;
    for (const Radii& radii : {Radii{type * seen_well, type * largest},
                               {type * seen_well, type * seen_well},
                               {type * still_seen, type * seen_well}}) {
        drawn = draw_with_dots_of(radii, task, ground);
        if (std::holds_alternative<MapFigure>(drawn)) {
            break;
        }
    }
    return drawn;
}

/// The round number that a dot may stand for on this map, the least above what it does.
std::optional<int> advised_per_dot(const Task& task) {
    facts::Facts facts = task.facts;
    facts::Words words = task.words;
    for (int power = 1; power <= most_per_dot; power *= 10) {
        for (const double times : {1.0, 2.0, 2.5, 5.0}) {
            const double per_dot = times * power;
            if (per_dot <= task.facts.per_dot || per_dot > most_per_dot ||
                per_dot != std::floor(per_dot)) {
                continue;
            }
            facts.per_dot = static_cast<int>(per_dot);
            // The legend will be about so wide.
            words.dot_label = fmt::format("{} {}", task.words.dot_label, facts.per_dot);
            if (std::holds_alternative<MapFigure>(
                    draw_with_largest_dots({facts, words, task.regions, task.places, task.style,
                                            task.fonts, task.labels, task.furniture}))) {
                return facts.per_dot;
            }
        }
    }
    return std::nullopt;
}

/// An error for each area whose dots have no room.
std::vector<Problem> problems_of(const std::vector<Dots>& crowds, const Task& task) {
    const std::optional<int> per_dot = advised_per_dot(task);
    const std::string remedy =
        per_dot
            ? fmt::format("let each stand for more: per_dot: {}; or make the page wider", *per_dot)
            : "make the page wider";
    std::vector<Problem> problems;
    std::ranges::transform(crowds, std::back_inserter(problems), [&](const Dots& one) {
        return Problem{.where = {},
                       .what = fmt::format("the map has no room for the {} dots of {}", one.count,
                                           in_quotes(task.facts.facts[one.fact].label)),
                       .remedy = remedy};
    });
    return problems;
}

} // namespace

MapFigure draw_dot_map(const facts::Facts& facts, const facts::Words& words,
                       const geo::Regions& regions, const geo::Gazetteer& places,
                       const input::Style& style, const scene::Fonts& fonts,
                       const std::vector<facts::LabelChoice>& labels, Furniture furniture) {
    const Task task{facts, words, regions, places, style, fonts, labels, furniture};
    Drawn drawn = draw_with_largest_dots(task);
    if (const auto* crowds = std::get_if<std::vector<Dots>>(&drawn)) {
        throw Error(problems_of(*crowds, task));
    }
    return std::get<MapFigure>(std::move(drawn));
}

} // namespace cairn::figure
