#include "render/map/symbol_map.h"

#include "render/map/circles.h"
#include "render/map/map_figure.h"
#include "render/map/on_land.h"
#include "render/map/symbol_legend.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace cairn::map {

namespace {

std::vector<CircleRequest> requests_for(const facts::Facts& facts, const geo::Gazetteer& places) {
    std::vector<CircleRequest> requests;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const double value = facts.facts[i].value.value_or(0);
        if (value > 0) {
            requests.push_back({i, places.find(facts.facts[i].code).value(), value});
        }
    }
    return requests;
}

/// The frame of a region holds its circle too.
void hold_circle(MapPage& map, const std::vector<Circle>& circles) {
    for (const Circle& one : circles) {
        if (map.framed && one.region == map.framed->region) {
            const double radius = map.frame.metres(one.radius);
            map.framed->content.add({one.centre.x - radius, one.centre.y - radius});
            map.framed->content.add({one.centre.x + radius, one.centre.y + radius});
        }
    }
}

/// Land with circles on it is taken for land, also where they reach out to sea.
void cover(MapPage& map, const std::vector<Circle>& circles, const input::Style& style) {
    for (const Circle& one : circles) {
        const double radius = map.frame.metres(one.radius + style.map.symbol.edge.width);
        map.land.cover({circle_ring(one.centre, radius)}, map.frame, one.region);
    }
}

/// Lowers the map with its circles, and moves that of a framed region along.
void lower_with(MapPage& map, std::vector<Circle>& circles, const MapParts& parts,
                const input::Style& style) {
    hold_circle(map, circles);
    // A framed region is no part of the map until it has its place.
    std::vector<Circle> in_place = circles;
    std::erase_if(in_place, [&](const Circle& one) {
        return map.framed && one.region == map.framed->region;
    });
    cover(map, in_place, style);
    lower(map, {parts.heading.rect, parts.legend.rect}, parts.frame_title.size, style);
    if (map.framed) {
        for (Circle& one : circles) {
            if (one.region == map.framed->region) {
                one.centre = {one.centre.x + map.framed->shift.x,
                              one.centre.y + map.framed->shift.y};
            }
        }
        cover(map, circles, style);
    }
}

/// All land: that with circles says nothing by itself, the rest shows zero or no data.
scene::Group draw_land(const facts::Facts& facts, const words::Words& words,
                       const geo::Gazetteer& places, const MapPage& map,
                       const input::Style& style) {
    scene::Group land;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const std::size_t region = places.find(fact.code).value();
        if (fact.value.value_or(0) > 0) {
            land.children.emplace_back(decoration({region_path(map, region, colour::Role::land)}));
        } else {
            land.children.emplace_back(land_mark(fact, words.marks[i].name, map, region, style));
        }
    }
    return land;
}

scene::Path circle_path(const Circle& one, const MapFrame& frame, const input::Style& style) {
    const colour::Stroke& edge = style.map.symbol.edge;
    // The edge stands around the area that shows the value, and takes nothing of it.
    return {.subpaths = {circle(frame.at(one.centre), one.radius + edge.width / 2)},
            .fill = colour::Role::symbol,
            .stroke = edge};
}

scene::Group draw_circle(const Circle& one, const facts::Facts& facts, const words::Words& words,
                         const MapFrame& frame, const input::Style& style) {
    const facts::Fact& fact = facts.facts[one.fact];
    scene::Group mark{.role = scene::Role::mark,
                      .datum = scene::Datum{words.marks[one.fact].name, fact.code, fact.value,
                                            fact.language,
                                            scene::Encoding{.channel = scene::Channel::area}}};
    mark.children.emplace_back(circle_path(one, frame, style));
    return mark;
}

/// All areas, those with a circle with their mark.
std::vector<LabelledRegion> labelled_by(const std::vector<Circle>& circles,
                                        const facts::Facts& facts, const geo::Gazetteer& places,
                                        std::span<const facts::LabelChoice> labels,
                                        const MapPage& map, const input::Style& style) {
    std::vector<LabelledRegion> labelled = labelled_land(facts, places, labels, style);
    for (const Circle& one : circles) {
        if (!map.framed || one.region != map.framed->region) {
            const Length radius = one.radius + style.map.symbol.edge.width;
            labelled[one.fact].mark = LabelMark{{circle_ring(one.centre, map.frame.metres(radius))},
                                                colour::Role::symbol,
                                                map.frame.at(one.centre),
                                                one.radius};
        }
    }
    return labelled;
}

} // namespace

MapFigure draw_symbol_map(const MapSource& source) {
    const facts::Facts& facts = source.facts;
    const words::Words& words = source.words;
    const geo::Gazetteer& places = source.places;
    const input::Style& style = source.style;
    MapParts parts = first_parts(source);
    parts.class_inks = land_inks(facts);
    MapPage map = map_at_top(source.regions, framed_region(facts, places), style);
    const std::vector<CircleRequest> requests = requests_for(facts, places);
    std::vector<Circle> circles = circles_for(requests, map, style);
    const Length radius = circles.empty() ? Length() : circles.front().radius;
    const double largest =
        requests.empty() ? 0 : std::ranges::max(requests, {}, &CircleRequest::value).value;
    const LegendPlace place = legend_place(parts, style);
    parts.legend = set_symbol_legend(facts, words, largest, radius, style, source.fonts,
                                     place.corner, place.width);
    lower_with(map, circles, parts, style);

    const std::vector<LabelledRegion> labelled =
        labelled_by(circles, facts, places, source.labels, map, style);
    const std::vector<colour::Fill> fills = fills_of_land(facts, style);
    const auto draw_mark = [&](const LabelledRegion& region, const MapFrame& frame,
                               std::vector<scene::Node>& nodes) {
        nodes.emplace_back(
            circle_path(*std::ranges::find(circles, region.fact, &Circle::fact), frame, style));
    };
    parts.labels = label_map({.facts = facts,
                              .words = words,
                              .regions = labelled,
                              .fills = fills,
                              .shapes = source.regions,
                              .page = map,
                              .obstacles = obstacles_on(map, parts),
                              .draw_mark = draw_mark},
                             on_land(style), source.fonts);
    scene::Group marks{.role = scene::Role::marks};
    scene::Group land = draw_land(facts, words, places, map, on_land(style));
    scene::Group lines = draw_lines(map, on_land(style), land);
    marks.children.emplace_back(std::move(land));
    marks.children.emplace_back(std::move(lines));
    for (const Circle& one : circles) {
        marks.children.emplace_back(draw_circle(one, facts, words, map.frame, style));
    }
    parts.marks.emplace_back(std::move(marks));
    return compose(std::move(parts), map, source);
}

} // namespace cairn::map
