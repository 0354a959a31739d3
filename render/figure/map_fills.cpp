#include "render/figure/map_fills.h"

#include "render/scene/limits.h"

#include <algorithm>
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

/// The bar of the legend: so many steps that none shows.
ScaleFills scale_fills(const facts::Scale& scale, const std::optional<facts::Midpoint>& midpoint,
                       const input::Style::Map& map) {
    constexpr int steps = 64;
    ScaleFills fills{.scale = scale, .midpoint = midpoint};
    const double range = scale.to - scale.from;
    for (int i = 0; i < steps; ++i) {
        const double value = scale.from + range * (i + 0.5) / steps;
        fills.strip.push_back(colour_at(value, scale, midpoint, map));
    }
    for (const double tick : scale.ticks) {
        fills.tick_colours.push_back(colour_at(tick, scale, midpoint, map));
        fills.ticks.push_back(range > 0 ? std::clamp((tick - scale.from) / range, 0.0, 1.0) : 1);
    }
    return fills;
}

} // namespace

input::Sides sides_of(const facts::Facts& facts) {
    const facts::Midpoint& midpoint = *facts.midpoint;
    const std::size_t middle = midpoint.has_class ? 1 : 0;
    return {midpoint.below, midpoint.has_class, facts.classes.size() - midpoint.below - middle};
}

MapFills fills_for(const facts::Facts& facts, const input::Style& style) {
    MapFills fills;
    if (facts.zero_count) {
        fills.zero = style.map.zero;
    }
    const bool parts = facts.midpoint && !facts.classes.empty();
    const std::vector<scene::Colour> colours =
        !facts.categories.empty() ? input::category_colours(style, facts.categories.size())
        : parts                   ? input::diverging_colours(style, sides_of(facts))
                                  : input::ramp_colours(style.map, facts.classes.size());
    if (!style.map.patterns) {
        fills.classes.assign(colours.begin(), colours.end());
    } else {
        fills.classes = parts ? input::patterned(style.map, colours, sides_of(facts))
                              : input::patterned(style.map, colours);
    }
    if (facts.scale) {
        fills.scale = scale_fills(*facts.scale, facts.midpoint, style.map);
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
    return fills.scale && !is_zero ? scene::Fill(colour_at(*fact.value, fills.scale->scale,
                                                           fills.scale->midpoint, style.map))
                                   : scene::Fill(style.map.zero);
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
        colours.insert(colours.end(), fills.scale->tick_colours.begin(),
                       fills.scale->tick_colours.end());
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

} // namespace cairn::figure
