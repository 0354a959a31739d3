#include "base/quote.h"
#include "render/input/style.h"
#include "render/scene/lab.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace cairn::input {

namespace {

/// The colour at a share of the way from the first stop to the last.
scene::Colour colour_at(const std::vector<scene::Colour>& stops, double share) {
    const double position = share * static_cast<double>(stops.size() - 1);
    const std::size_t below = std::min(static_cast<std::size_t>(position), stops.size() - 2);
    const double rest = position - static_cast<double>(below);
    const scene::Lab from = scene::to_lab(stops[below]);
    const scene::Lab to = scene::to_lab(stops[below + 1]);
    return scene::from_lab({from.lightness + rest * (to.lightness - from.lightness),
                            from.a + rest * (to.a - from.a), from.b + rest * (to.b - from.b)});
}

} // namespace

std::vector<scene::Colour> ramp_colours(const Style::Map& map, std::size_t count) {
    if (count == 1) {
        return {colour_at(map.ramp, 0.5)};
    }
    std::vector<scene::Colour> colours;
    for (std::size_t i = 1; i <= count; ++i) {
        colours.push_back(colour_at(map.ramp, static_cast<double>(i) / static_cast<double>(count)));
    }
    return colours;
}

std::vector<scene::Colour> diverging_colours(const Style& style, const Sides& sides,
                                             const Location& where) {
    const std::vector<scene::Colour>& stops = style.map.diverging;
    if (stops.empty()) {
        throw Error(
            Problem{.where = where,
                    .what = fmt::format("the style {} has no diverging palette", style.name),
                    .remedy = "write one in the figure file, such as palette: cairn-diverging"});
    }
    const auto longer = static_cast<double>(std::max(sides.below, sides.above));
    std::vector<scene::Colour> colours;
    for (std::size_t i = sides.below; i > 0; --i) {
        colours.push_back(colour_at(stops, 0.5 - 0.5 * static_cast<double>(i) / longer));
    }
    if (sides.middle) {
        colours.push_back(stops[stops.size() / 2]);
    }
    for (std::size_t i = 1; i <= sides.above; ++i) {
        colours.push_back(colour_at(stops, 0.5 + 0.5 * static_cast<double>(i) / longer));
    }
    return colours;
}

scene::Colour grey_of(scene::Colour colour) {
    return scene::from_lab({scene::to_lab(colour).lightness, 0, 0});
}

scene::Colour continuous_colour(const Style::Map& map, double share) {
    constexpr double first = 1.0 / 6; // where the lowest of six classes stands
    return colour_at(map.ramp, first + (1 - first) * share);
}

scene::Colour continuous_diverging_colour(const Style::Map& map, double share) {
    return colour_at(map.diverging, 0.5 + 0.5 * share);
}

std::vector<scene::Colour> category_colours(const Style& style, std::size_t count,
                                            const Location& where) {
    const std::vector<scene::Colour>& colours = style.map.categories;
    if (count > colours.size()) {
        throw Error(Problem{
            .where = where,
            .what = colours.empty()
                        ? fmt::format("the style {} has no palette for categories", style.name)
                        : fmt::format("{} categories, but the palette {} has {} colours", count,
                                      in_quotes(style.map.category_palette), colours.size()),
            .remedy = colours.empty()
                          ? "write one in the figure file, such as palette: cairn-categories"
                          : "put small categories together, or take another palette"});
    }
    return {colours.begin(), colours.begin() + static_cast<std::ptrdiff_t>(count)};
}

} // namespace cairn::input
