#include "render/map/dot_marks.h"

#include "geo/label_point.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cairn::map {

using scene::Position;

DotSpacing spacing_for(Length radius, const input::Style& style) {
    const Length gap = style.map.symbol.border.width;
    return {radius + 1.5 * gap, 2 * radius + 1.5 * gap};
}

LabelMark mark_of_dots(std::span<const Position> dots, const geo::MultiPolygon& region,
                       const MapFrame& frame, Length radius) {
    geo::MultiPolygon shapes;
    const double room = frame.metres(radius * 1.5);
    for (const Position place : dots) {
        const geo::Point at = frame.point(place);
        shapes.push_back({{at.x - room, at.y - room},
                          {at.x + room, at.y - room},
                          {at.x + room, at.y + room},
                          {at.x - room, at.y + room}});
    }
    const auto point = geo::label_point(region, 1, 1);
    const Position middle = point ? frame.at(point->centre) : dots.front();
    const Position anchor = *std::ranges::min_element(dots, {}, [&](Position place) {
        return std::hypot((place.x - middle.x).to_px(), (place.y - middle.y).to_px());
    });
    return {std::move(shapes), colour::Role::symbol, anchor, radius};
}

} // namespace cairn::map
