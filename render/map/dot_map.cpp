#include "render/map/dot_map.h"

#include "base/error.h"
#include "base/quote.h"
#include "geo/label_point.h"
#include "render/facts/body.h"
#include "render/map/dot_clusters.h"
#include "render/map/dot_legend.h"
#include "render/map/dot_marks.h"
#include "render/map/dots.h"
#include "render/map/map_figure.h"
#include "render/map/on_land.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace cairn::map {

namespace {

using scene::Position;

/// A block of dots is at most this share of the page's inner width wide.
constexpr double widest_block = 0.14;
constexpr int most_per_dot = 1'000'000;

/// The dots of one region.
struct Dots {
    std::size_t fact = 0;
    std::size_t region = 0;
    std::size_t count = 0;
    std::vector<Position> places{}; ///< none yet, or those of a region too small for them
    bool beside_enlarged = false;   ///< they stand beside the enlarged part, and nowhere else
};

std::vector<Dots> dots_of(const facts::Facts& facts, const geo::Gazetteer& places) {
    const int per_dot = facts::shown_as<facts::Dots>(facts).per_dot;
    std::vector<Dots> all;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        if (fact.value.value_or(0) > 0) {
            all.push_back({i, places.find(fact.code).value(), dots_for(*fact.value, per_dot)});
        }
    }
    return all;
}

/// The largest radius from `least` to `most` at which a region's dots fit into it.
std::optional<Length> fitting(const Dots& dots, const MapPage& map, Length least, Length most,
                              const input::Style& style) {
    for (Length radius = most; radius >= least; radius -= dot_step) {
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

/// The dots of a region that is too small for them.
DotCluster packed(const Dots& dots, Length radius, const input::Style& style) {
    return cluster_of(dots.count, 2 * radius + 2 * style.map.symbol.border.width);
}

/// All areas, those with dots in them with their mark, those too small for them with the cluster
/// that stands beside them.
std::vector<LabelledRegion> labelled_by(const std::vector<Dots>& all, const facts::Facts& facts,
                                        const geo::Gazetteer& places,
                                        std::span<const facts::LabelChoice> labels,
                                        const MapPage& map, Length radius,
                                        const input::Style& style) {
    std::vector<LabelledRegion> labelled = labelled_land(facts, places, labels, style);
    for (const Dots& one : all) {
        LabelledRegion& region = labelled[one.fact];
        if (one.places.empty()) {
            const auto middle = geo::label_point(map.regions.regions[one.region].geometry, 1, 1);
            // The leader to the cluster ends without a dot, which could be taken for one more.
            region.mark = LabelMark{{},
                                    colour::Role::symbol,
                                    middle ? map.frame.at(middle->centre) : Position(),
                                    Length()};
            region.block = packed(one, radius, style).size();
        } else if (!map.framed || one.region != map.framed->region) {
            region.mark = mark_of_dots(one.places, map.regions.regions[one.region].geometry,
                                       map.frame, radius);
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
        one.beside_enlarged = std::ranges::any_of(labels.rooms, [&](const page::Rect& room) {
            return room.overlaps(label->leader.label);
        });
    }
    return crowds;
}

/// The regions, one group each, with the dots in or beside them.
scene::Group draw_areas(const facts::Facts& facts, const words::Words& words,
                        const geo::Gazetteer& places, const std::vector<Dots>& all, Length radius,
                        const MapPage& map, const input::Style& style) {
    scene::Group marks{.role = scene::Role::marks};
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        scene::Group mark =
            land_mark(fact, words.marks[i].name, map, places.find(fact.code).value(), style);
        const auto own = std::ranges::find(all, i, &Dots::fact);
        if (own != all.end()) {
            if (own->beside_enlarged) {
                // Empty land would say that there is nothing.
                std::get<scene::Path>(mark.children.back()).fill = colour::Role::symbol;
            }
            mark.children.emplace_back(dots_path(own->places, radius));
        }
        mark.datum->encoding = scene::Encoding{
            .channel = scene::Channel::count,
            .per = static_cast<double>(facts::shown_as<facts::Dots>(facts).per_dot)};
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

/// A map, or the dots that found no room on it.
using Drawn = std::variant<std::vector<Dots>, MapFigure>;

/// The map's labels, with the blocks of dots and the dots of the enlarged part.
MapLabels label_dots(const MapSource& source, const std::vector<Dots>& all, const MapPage& map,
                     const MapParts& parts, Length radius) {
    const input::Style& style = source.style;
    const std::vector<LabelledRegion> labelled =
        labelled_by(all, source.facts, source.places, source.labels, map, radius, style);
    const auto draw_mark = [&](const LabelledRegion& region, const MapFrame& frame,
                               std::vector<scene::Node>& nodes) {
        std::vector<Position> moved;
        for (const Position place : std::ranges::find(all, region.fact, &Dots::fact)->places) {
            moved.push_back(frame.at(map.frame.point(place)));
        }
        if (!moved.empty()) { // else they stand beside their area
            nodes.emplace_back(dots_path(moved, radius));
        }
    };
    return label_land(source, labelled, map, parts, draw_mark);
}

/// The legend; its size does not follow from that of its dot.
page::Block legend_of(const MapSource& source, const MapParts& parts, Length radius) {
    const input::Style& style = source.style;
    const LegendPlace place = legend_place(parts, style);
    return set_dot_legend(source.facts, source.words, radius, style, source.fonts, place.corner,
                          place.width);
}

/// What is the same whatever the dots' radius.
struct Ground {
    MapParts parts;
    MapPage map;
};

Ground ground_for(const MapSource& source) {
    MapParts parts = first_parts(source);
    parts.class_inks = land_inks(source.facts);
    parts.legend = legend_of(source, parts, Length::px(1));
    MapPage map = map_below(parts, source);
    return {std::move(parts), std::move(map)};
}

Drawn draw_with_dots_of(const Radii& radii, const MapSource& source, const Ground& ground) {
    const input::Style& style = source.style;
    const MapPage& map = ground.map;
    std::vector<Dots> all = dots_of(source.facts, source.places);
    // Dots and labels take long to place: what cannot be drawn is reported before.
    if (std::vector<Dots> crowds = too_many(all, map, radii.least, style); !crowds.empty()) {
        return crowds;
    }
    const Length radius = place(all, map, radii, style);
    if (std::vector<Dots> crowds = without_block(all, radius, style); !crowds.empty()) {
        return crowds;
    }
    MapParts parts = ground.parts;
    parts.legend = legend_of(source, parts, radius);
    parts.labels = label_dots(source, all, map, parts, radius);
    if (std::vector<Dots> crowds = place_clusters(all, parts.labels, radius, style);
        !crowds.empty()) {
        return crowds;
    }
    scene::Group marks =
        draw_areas(source.facts, source.words, source.places, all, radius, map, style);
    scene::Group lines = draw_lines(map, on_land(style), marks);
    parts.marks.emplace_back(std::move(marks));
    parts.marks.emplace_back(std::move(lines));
    return compose(std::move(parts), map, source);
}

/// The map with dots as large as can be.
Drawn draw_with_largest_dots(const MapSource& source) {
    const Length type = source.style.note.font.size;
    const Ground ground = ground_for(source);
    Drawn drawn;
    for (const Radii& radii : {Radii{type * dot_seen_well, type * largest_dot},
                               {type * dot_seen_well, type * dot_seen_well},
                               {type * dot_still_seen, type * dot_seen_well}}) {
        drawn = draw_with_dots_of(radii, source, ground);
        if (std::holds_alternative<MapFigure>(drawn)) {
            break;
        }
    }
    return drawn;
}

/// The round number that a dot may stand for on this map, the least above what it does.
std::optional<int> advised_per_dot(const MapSource& source) {
    facts::Facts facts = source.facts;
    words::Words words = source.words;
    const int given = facts::shown_as<facts::Dots>(facts).per_dot;
    for (int power = 1; power <= most_per_dot; power *= 10) {
        for (const double times : {1.0, 2.0, 2.5, 5.0}) {
            const double per_dot = times * power;
            if (per_dot <= given || per_dot > most_per_dot || per_dot != std::floor(per_dot)) {
                continue;
            }
            const int larger = static_cast<int>(per_dot);
            std::get<facts::Areas>(facts.body).shown = facts::Dots{larger};
            // The legend will be about so wide.
            words.dot_label = fmt::format("{} {}", source.words.dot_label, larger);
            if (std::holds_alternative<MapFigure>(draw_with_largest_dots(
                    {facts, words, source.regions, source.places, source.style, source.fonts,
                     source.labels, source.furniture}))) {
                return larger;
            }
        }
    }
    return std::nullopt;
}

/// What is wrong where areas have no room for their dots.
Problem problem_of(const std::vector<Dots>& crowds, const MapSource& source) {
    std::vector<std::string> areas;
    std::ranges::transform(crowds, std::back_inserter(areas), [&](const Dots& one) {
        return fmt::format("the {}{} of {}", one.count, areas.empty() ? " dots" : "",
                           in_quotes(source.facts.facts[one.fact].label));
    });
    const std::optional<int> per_dot = advised_per_dot(source);
    return {.where = {},
            .what = "the map has no room for " + first_few(areas),
            .remedy = per_dot ? fmt::format("let each stand for more: per_dot: {}; or make the "
                                            "page wider",
                                            *per_dot)
                              : "make the page wider"};
}

} // namespace

MapFigure draw_dot_map(const MapSource& source) {
    Drawn drawn = draw_with_largest_dots(source);
    if (const auto* crowds = std::get_if<std::vector<Dots>>(&drawn)) {
        throw Error(problem_of(*crowds, source));
    }
    return std::get<MapFigure>(std::move(drawn));
}

} // namespace cairn::map
