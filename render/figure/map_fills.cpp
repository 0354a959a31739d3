#include "render/figure/map_fills.h"

#include "render/facts/body.h"
#include "render/scene/limits.h"

#include <algorithm>
#include <iterator>
#include <variant>

namespace cairn::figure {

namespace {

/// The colour of a value on a scale without classes. Around a midpoint both arms have one measure.
scene::Colour colour_at(double value, const facts::Scale& scale,
                        const std::optional<facts::Midpoint>& midpoint,
                        const input::Style::Map& map) {
    if (midpoint) {
        const double reach = std::max(midpoint->value - scale.from, scale.to - midpoint->value);
        return input::continuous_diverging_colour(map, reach > 0 ? (value - midpoint->value) / reach
                                                                 : 0);
    }
    const double range = scale.to - scale.from;
    return input::continuous_colour(map, range > 0 ? (value - scale.from) / range : 1);
}

/// The same with what marks its side of a midpoint, where no hue does.
scene::Fill fill_at(double value, const facts::Scale& scale,
                    const std::optional<facts::Midpoint>& midpoint, const input::Style::Map& map) {
    const scene::Colour colour = colour_at(value, scale, midpoint, map);
    return map.greys && midpoint && value < midpoint->value ? input::hatched_below(map, colour)
                                                            : scene::Fill(colour);
}

/// The bar of the legend: so many steps that none shows.
ScaleFills scale_fills(const facts::Scale& scale, const std::optional<facts::Midpoint>& midpoint,
                       const input::Style::Map& map) {
    constexpr int steps = 64;
    ScaleFills fills{.scale = scale, .midpoint = midpoint};
    const double range = scale.to - scale.from;
    for (int i = 0; i < steps; ++i) {
        const double value = scale.from + range * (i + 0.5) / steps;
        fills.strip.push_back(fill_at(value, scale, midpoint, map));
    }
    for (const double tick : scale.ticks) {
        fills.tick_fills.push_back(fill_at(tick, scale, midpoint, map));
        fills.ticks.push_back(range > 0 ? std::clamp((tick - scale.from) / range, 0.0, 1.0) : 1);
    }
    return fills;
}

/// The classes or groups with these colours.
std::vector<scene::Fill> class_fills(const facts::Facts& facts, const input::Style::Map& map,
                                     const std::vector<scene::Colour>& colours) {
    const std::optional<facts::Midpoint> midpoint = facts::midpoint_of(facts);
    const bool parts = midpoint && !facts::classes_of(facts).empty();
    if (facts::groups_of(facts) != nullptr && (map.patterns || map.greys)) {
        return input::patterned_groups(map, colours);
    }
    if (map.patterns) {
        return parts ? input::patterned(map, colours, sides_of(facts))
                     : input::patterned(map, colours);
    }
    std::vector<scene::Fill> fills(colours.begin(), colours.end());
    for (std::size_t i = 0; map.greys && parts && i < midpoint->below; ++i) {
        fills[i] = input::hatched_below(map, colours[i]);
    }
    return fills;
}

} // namespace

input::Sides sides_of(const facts::Facts& facts) {
    const facts::Midpoint midpoint = facts::midpoint_of(facts).value();
    const std::size_t middle = midpoint.has_class ? 1 : 0;
    return {midpoint.below, midpoint.has_class,
            facts::classes_of(facts).size() - midpoint.below - middle};
}

MapFills fills_for(const facts::Facts& facts, const input::Style& style) {
    MapFills fills;
    if (facts::zero_count_of(facts)) {
        fills.zero = style.map.zero;
    }
    const std::span<const facts::Class> classes = facts::classes_of(facts);
    const std::optional<facts::Midpoint> midpoint = facts::midpoint_of(facts);
    const bool parts = midpoint && !classes.empty();
    const facts::Groups* groups = facts::groups_of(facts);
    const std::vector<scene::Colour> colours =
        groups != nullptr ? input::category_colours(style, groups->categories.size())
        : parts           ? input::diverging_colours(style, sides_of(facts))
                          : input::ramp_colours(style.map, classes.size());
    fills.classes = class_fills(facts, style.map, colours);
    if (const facts::Scale* scale = facts::continuous_scale(facts)) {
        fills.scale = scale_fills(*scale, midpoint, style.map);
    }
    if (!facts.missing.empty()) {
        fills.missing = style.map.missing;
    }
    return fills;
}

scene::Fill fill_of(const facts::Fact& fact, const MapFills& fills, const input::Style& style) {
    if (fact.class_index) {
        return fills.classes[*fact.class_index];
    }
    if (!fact.value) {
        return style.map.missing;
    }
    const bool is_zero = fills.zero && *fact.value == 0;
    return fills.scale && !is_zero
               ? fill_at(*fact.value, fills.scale->scale, fills.scale->midpoint, style.map)
               : scene::Fill(style.map.zero);
}

bool has_patterns(const MapFills& fills) {
    const auto is_hatch = [](const scene::Fill& fill) {
        return std::holds_alternative<scene::Hatch>(fill);
    };
    return std::ranges::any_of(fills.classes, is_hatch) ||
           (fills.scale && std::ranges::any_of(fills.scale->strip, is_hatch));
}

scene::Colour ground_of(const scene::Fill& fill) {
    const scene::Hatch* hatch = std::get_if<scene::Hatch>(&fill);
    return hatch == nullptr ? std::get<scene::Colour>(fill) : hatch->ground;
}

std::vector<scene::Colour> colours_of(const MapFills& fills) {
    std::vector<scene::Colour> colours;
    if (fills.zero) {
        colours.push_back(ground_of(*fills.zero));
    }
    for (const scene::Fill& fill : fills.classes) {
        colours.push_back(ground_of(fill));
    }
    if (fills.scale) {
        std::ranges::transform(fills.scale->tick_fills, std::back_inserter(colours), ground_of);
    }
    return colours;
}

scene::Colour text_colour_on(scene::Colour ground, bool zero, const input::Style& style) {
    if (zero && scene::contrast(style.note.colour, ground) >= scene::least_text_contrast) {
        return style.note.colour;
    }
    const bool dark_is_better = scene::contrast(style.map.label_dark, ground) >=
                                scene::contrast(style.map.label_light, ground);
    return dark_is_better ? style.map.label_dark : style.map.label_light;
}

scene::Colour casing_colour(scene::Colour line, const input::Style& style) {
    const bool is_dark =
        scene::contrast(line, style.map.label_light) >= scene::contrast(line, style.map.label_dark);
    return is_dark ? style.map.label_light : style.map.label_dark;
}

} // namespace cairn::figure
