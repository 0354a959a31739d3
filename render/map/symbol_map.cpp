#include "render/map/symbol_map.h"

#include "render/map/circles.h"
#include "render/map/lower_with.h"
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
    const auto draw_mark = [&](const LabelledRegion& region, const MapFrame& frame,
                               std::vector<scene::Node>& nodes) {
        nodes.emplace_back(
            circle_path(*std::ranges::find(circles, region.fact, &Circle::fact), frame, style));
    };
    parts.labels = label_land(source, labelled, map, parts, draw_mark);
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
