#include "render/figure/dot_map.h"

#include "geo/error.h"
#include "geo/label_point.h"
#include "render/figure/dot_clusters.h"
#include "render/figure/dots.h"
#include "render/figure/map_figure.h"
#include "render/figure/on_land.h"
#include "render/input/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// Radius of dots, as a share of the size of small type.
constexpr double largest = 0.28;
constexpr double seen_well = 0.13;
constexpr double still_seen = 0.085; ///< on a narrow page, which has little sea
constexpr Length step = Length::px(0.125);

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

/// Places all dots that fit into their regions at a radius of `least` or more; gives their radius.
Length place(std::vector<Dots>& all, const MapPage& map, Length least, const input::Style& style) {
    std::vector<bool> fits(all.size(), false);
    Length radius = style.note.font.size * largest;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::optional<Length> own = fitting(all[i], map, least, radius, style);
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

scene::Path dots_path(const std::vector<Position>& places, Length radius,
                      const input::Style& style) {
    scene::Path path{.stroke = scene::Stroke{style.map.symbol.fill, 2 * radius, true},
                     .keeps_colours = true};
    for (const Position place : places) {
        path.subpaths.push_back({.points = {place}, .closed = false});
    }
    return path;
}

/// The title and rows of the legend, and a row that tells what a dot is.
Block set_dot_legend(const facts::Facts& facts, const facts::Words& words, Length radius,
                     const input::Style& style, const scene::Fonts& fonts, Position top_left,
                     Length width) {
    Block block =
        set_legend(words, land_fills(facts, style), on_land(style), fonts, top_left, width);
    auto& legend = std::get<scene::Group>(block.nodes.front());
    const Length line = style.legend.line;
    scene::Group entry{.role = scene::Role::legend_entry,
                       .datum = scene::Datum{.name = words.dot_label}};
    const Position middle{top_left.x + style.map.swatch * 0.8, block.rect.bottom + line / 2};
    entry.children.emplace_back(dots_path({middle}, radius, style));
    scene::Text text = set_line(
        fonts, words.dot_label, style.legend,
        {top_left.x + style.map.swatch * 1.6 + style.legend.font.size * 0.75, block.rect.bottom});
    block.rect.right = std::max(block.rect.right, text.start.x + text.width);
    block.rect.bottom += line;
    entry.children.emplace_back(std::move(text));
    legend.children.emplace_back(std::move(entry));
    return block;
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

/// Puts clusters where their labels stand. Throws Error, without a place, for each that has none.
void place_clusters(std::vector<Dots>& all, const std::vector<RegionLabel>& labels,
                    const facts::Facts& facts, Length radius, const input::Style& style) {
    std::vector<Problem> problems;
    for (Dots& one : all) {
        if (!one.places.empty()) {
            continue;
        }
        const auto label = std::ranges::find(labels, one.fact, &RegionLabel::fact);
        if (label != labels.end()) {
            one.places = dots_at(packed(one, radius, style), label->leader);
            continue;
        }
        problems.push_back(
            {.where = {},
             .what = fmt::format("the map has no room for the {} dots of {}", one.count,
                                 input::in_quotes(facts.facts[one.fact].label)),
             .remedy = fmt::format("let each stand for more: per_dot: {}; or make the page wider",
                                   facts.per_dot * 5)});
    }
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
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
            mark.children.emplace_back(dots_path(own->places, radius, style));
        }
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

MapFigure draw_with_dots_from(Length least, const facts::Facts& facts, const facts::Words& words,
                              const geo::Regions& regions, const geo::Gazetteer& places,
                              const input::Style& style, const scene::Fonts& fonts,
                              const std::vector<facts::LabelChoice>& labels, Furniture furniture) {
    const Length inner = style.width - 2 * style.margin;
    MapParts parts{.heading = set_heading(words, style, fonts, inner * 0.6),
                   .frame_title = frame_title(facts, words, style, fonts),
                   .furniture = furniture,
                   .class_colours = land_colours(facts, style)};
    // The legend's size does not follow from that of its dot.
    const auto legend = [&](Length radius) {
        return set_dot_legend(facts, words, radius, style, fonts,
                              {style.margin, parts.heading.rect.bottom + style.gap}, inner * 0.5);
    };
    parts.legend = legend(Length::px(1));
    MapPage map = map_at_top(regions, framed_region(facts, places), style);
    lower(map, {parts.heading.rect, parts.legend.rect}, parts.frame_title.size, style);
    std::vector<Dots> all = dots_of(facts, places);
    const Length radius = place(all, map, least, style);
    parts.legend = legend(radius);

    const std::vector<LabelledRegion> labelled =
        labelled_by(all, facts, places, labels, map, radius, style);
    const std::vector<scene::Fill> fills = fills_of_land(facts, style);
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
    parts.labels = label_map({.facts = facts,
                              .words = words,
                              .regions = labelled,
                              .fills = fills,
                              .shapes = regions,
                              .page = map,
                              .obstacles = obstacles_on(map, parts),
                              .draw_mark = draw_mark},
                             on_land(style), fonts);
    place_clusters(all, parts.labels.placed, facts, radius, style);
    scene::Group marks = draw_areas(facts, words, places, all, radius, map, style);
    scene::Group lines = draw_lines(map, on_land(style), marks);
    parts.marks.emplace_back(std::move(marks));
    parts.marks.emplace_back(std::move(lines));
    return compose(std::move(parts), map, words, style, fonts);
}

} // namespace

MapFigure draw_dot_map(const facts::Facts& facts, const facts::Words& words,
                       const geo::Regions& regions, const geo::Gazetteer& places,
                       const input::Style& style, const scene::Fonts& fonts,
                       const std::vector<facts::LabelChoice>& labels, Furniture furniture) {
    const auto draw = [&](double share) {
        return draw_with_dots_from(style.note.font.size * share, facts, words, regions, places,
                                   style, fonts, labels, furniture);
    };
    try {
        return draw(seen_well);
    } catch (const Error&) {
        return draw(still_seen);
    }
}

} // namespace cairn::figure
