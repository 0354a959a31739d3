#include "render/map/labels/label_options.h"

#include <algorithm>
#include <cmath>

namespace cairn::map {

namespace {

using scene::Position;

constexpr double weight_of_shift = 0.6; ///< a pixel from the best place inside, beside a leader's

page::Rect reach_of(const Leader& leader, Length clearance) {
    return page::Rect{
        std::min(leader.label.left, leader.to.x), std::min(leader.label.top, leader.to.y),
        std::max(leader.label.right, leader.to.x), std::max(leader.label.bottom, leader.to.y)}
        .grown(clearance);
}

Position middle_of(const page::Rect& rect) {
    return {(rect.left + rect.right) / 2, rect.middle()};
}

/// Whether a label may stand here inside its region.
bool is_open(const page::Rect& rect, const LabelSpace& space) {
    const page::Rect room = rect.grown(space.clearance / 2);
    return std::ranges::none_of(
               space.obstacles,
               [&](const page::Rect& obstacle) { return obstacle.overlaps(room); }) &&
           !stands_on_frame(rect, space);
}

} // namespace

LabelOptions options_for(const LabelRequest& request, const LandMask& land,
                         const LabelSpace& space) {
    LabelOptions options;
    const auto add = [&](std::size_t way, const Leader& leader, double cost) {
        options.push_back(
            {{way, leader}, reach_of(leader, space.clearance), cost + request.ways[way].cost});
    };
    for (std::size_t i = 0; i < request.ways.size(); ++i) {
        const LabelWay& way = request.ways[i];
        for (const page::Rect& rect : way.inside) {
            if (is_open(rect, space)) {
                const Position middle = middle_of(rect);
                const Position best = middle_of(way.inside.front());
                const double shift =
                    std::hypot((middle.x - best.x).to_px(), (middle.y - best.y).to_px());
                add(i, {rect, middle, middle}, weight_of_shift * shift);
            }
        }
        if (way.beside) {
            for (const SeaPlace& place : places_in_sea(way.size, request.anchor, request.region,
                                                       land, space, way.footing)) {
                add(i, place.leader, place.cost);
            }
        }
    }
    std::ranges::stable_sort(options, {}, &LabelOption::cost);
    return options;
}

LabelOptions options_within(const LabelOptions& wider, const LabelRequest& request,
                            const LandMask& land, const LabelSpace& space) {
    LabelOptions options;
    for (const LabelOption& option : wider) {
        const Leader& leader = option.place.leader;
        if (!leader.has_line()) {
            if (is_open(leader.label, space)) {
                options.push_back(option);
            }
        } else if (is_free(leader, space)) {
            options.push_back(option);
        } else {
            // There may be more room further out than the cheapest places showed.
            return options_for(request, land, space);
        }
    }
    return options;
}

} // namespace cairn::map
