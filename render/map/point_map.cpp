#include "render/map/point_map.h"

#include "base/error.h"
#include "base/quote.h"
#include "render/facts/body.h"
#include "render/map/dot_legend.h"
#include "render/map/dot_marks.h"
#include "render/map/lower_with.h"
#include "render/map/on_land.h"
#include "render/map/set_apart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace cairn::map {

namespace {

using scene::Position;

/// The dots at their places, where they may cover one another.
std::vector<Circle> wanted_dots(const MapSource& source) {
    const auto& points = facts::shown_as<facts::Points>(source.facts).all;
    std::vector<Circle> dots;
    std::ranges::transform(points, std::back_inserter(dots), [&](const facts::CountedPoint& one) {
        const std::string& code = source.facts.facts[one.fact].code;
        return Circle{one.fact, source.places.find(code).value(), one.place, {}};
    });
    return dots;
}

/// Whether a dot may be moved there: into no other area, if the map shows it in its own.
MayStand in_own_areas(const std::vector<Circle>& dots, const MapPage& map) {
    return [&dots, &map](std::size_t dot, Position place) {
        const geo::MultiPolygon& own = map.regions.regions[dots[dot].region].geometry;
        return !geo::contains(own, dots[dot].centre) || geo::contains(own, map.frame.point(place));
    };
}

/// What is wrong where a dot has no room near its place.
Problem no_room_for(const Circle& dot, std::size_t count, const facts::Facts& facts) {
    return {.where = {},
            .what = fmt::format("the map has no room for the {} dots near their places, as in {}",
                                count, in_quotes(facts.facts[dot.fact].label)),
            .remedy = "make the page wider, or take `points` away: dots are then spread over their "
                      "areas"};
}

/// The dots, none over another, as large as can be; a framed region is still in its place.
std::vector<Circle> set_dots(const MapSource& source, const MapPage& map) {
    const input::Style& style = source.style;
    const Length type = style.note.font.size;
    const std::vector<Circle> wanted = wanted_dots(source);
    std::vector<Position> places;
    std::ranges::transform(wanted, std::back_inserter(places),
                           [&](const Circle& dot) { return map.frame.at(dot.centre); });
    const MayStand may_stand = in_own_areas(wanted, map);
    Length radius;
    SetApart apart;
    const auto try_with = [&](Length next, Length reach) {
        radius = next;
        apart = set_apart(places, spacing_for(radius, style).between, reach, may_stand);
        return !apart.crowded;
    };
    bool fits = false;
    for (Length next = type * largest_dot; !fits && next >= type * dot_seen_well;
         next -= dot_step) {
        fits = try_with(next, type * largest_dot * 2);
    }
    if (!fits && !try_with(type * dot_seen_well, type) && !try_with(type * dot_still_seen, type)) {
        throw Error(no_room_for(wanted[*apart.crowded], wanted.size(), source.facts));
    }
    std::vector<Circle> dots = wanted;
    for (std::size_t i = 0; i < dots.size(); ++i) {
        dots[i].centre = map.frame.point(apart.places[i]);
        dots[i].radius = radius;
    }
    return dots;
}

/// The dots of each fact.
using DotsByFact = std::vector<std::vector<Circle>>;

DotsByFact by_fact(const std::vector<Circle>& dots, const facts::Facts& facts) {
    DotsByFact sorted(facts.facts.size());
    for (const Circle& dot : dots) {
        sorted[dot.fact].push_back(dot);
    }
    return sorted;
}

/// Where dots stand in a frame.
std::vector<Position> places_of(std::span<const Circle> dots, const MapFrame& frame) {
    std::vector<Position> places;
    std::ranges::transform(dots, std::back_inserter(places),
                           [&](const Circle& dot) { return frame.at(dot.centre); });
    return places;
}

/// All areas, those with dots with their mark.
std::vector<LabelledRegion> labelled_with(const DotsByFact& dots, const MapSource& source,
                                          const MapPage& map) {
    std::vector<LabelledRegion> labelled =
        labelled_land(source.facts, source.places, source.labels, source.style);
    for (LabelledRegion& region : labelled) {
        const std::vector<Circle>& own = dots[region.fact];
        const bool is_framed = map.framed && region.region == map.framed->region;
        if (!own.empty() && !is_framed) {
            region.mark =
                mark_of_dots(places_of(own, map.frame), map.regions.regions[region.region].geometry,
                             map.frame, own.front().radius);
        }
    }
    return labelled;
}

MapLabels label_points(const MapSource& source, const DotsByFact& dots, const MapPage& map,
                       const MapParts& parts) {
    const auto draw_mark = [&](const LabelledRegion& region, const MapFrame& frame,
                               std::vector<scene::Node>& nodes) {
        const std::vector<Circle>& own = dots[region.fact];
        nodes.emplace_back(dots_path(places_of(own, frame), own.front().radius));
    };
    return label_land(source, labelled_with(dots, source, map), map, parts, draw_mark);
}

/// The land with its borders, and over these the dots, one mark an area.
scene::Group draw_areas_with_points(const MapSource& source, const DotsByFact& dots,
                                    const MapPage& map) {
    const input::Style style = on_land(source.style);
    scene::Group marks{.role = scene::Role::marks};
    scene::Group land = draw_land(source.facts, source.words, source.places, map, style);
    scene::Group lines = draw_lines(map, style, land);
    marks.children.emplace_back(std::move(land));
    marks.children.emplace_back(std::move(lines));
    for (std::size_t i = 0; i < source.facts.facts.size(); ++i) {
        const facts::Fact& fact = source.facts.facts[i];
        if (dots[i].empty()) {
            continue;
        }
        scene::Group mark{
            .role = scene::Role::mark,
            .datum = scene::Datum{source.words.marks[i].name, fact.code, fact.value, fact.language,
                                  scene::Encoding{.channel = scene::Channel::count, .per = 1}}};
        mark.children.emplace_back(
            dots_path(places_of(dots[i], map.frame), dots[i].front().radius));
        marks.children.emplace_back(std::move(mark));
    }
    return marks;
}

} // namespace

MapFigure draw_point_map(const MapSource& source) {
    const input::Style& style = source.style;
    MapParts parts = first_parts(source);
    parts.class_inks = land_inks(source.facts);
    MapPage map = map_at_top(source.regions, framed_region(source.facts, source.places), style);
    std::vector<Circle> dots = set_dots(source, map);
    const Length radius = dots.empty() ? style.note.font.size * largest_dot : dots.front().radius;
    const LegendPlace place = legend_place(parts, style);
    parts.legend = set_dot_legend(source.facts, source.words, radius, style, source.fonts,
                                  place.corner, place.width);
    lower_with(map, dots, parts, style);
    const DotsByFact sorted = by_fact(dots, source.facts);
    parts.labels = label_points(source, sorted, map, parts);
    parts.marks.emplace_back(draw_areas_with_points(source, sorted, map));
    return compose(std::move(parts), map, source);
}

} // namespace cairn::map
