#include "render/map/lower_with.h"

namespace cairn::map {

namespace {

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

} // namespace

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

} // namespace cairn::map
