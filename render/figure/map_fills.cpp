#include "render/figure/map_fills.h"

#include "render/scene/limits.h"

#include <variant>

namespace cairn::figure {

MapFills fills_for(const facts::Facts& facts, const input::Style& style) {
    MapFills fills;
    if (facts.zero_count) {
        fills.zero = style.map.zero;
    }
    fills.classes = facts.categories.empty()
                        ? input::ramp_colours(style.map, facts.classes.size())
                        : input::category_colours(style, facts.categories.size());
    if (!facts.missing.empty()) {
        fills.missing = style.map.missing;
    }
    return fills;
}

scene::Fill fill_of(const facts::Fact& fact, const MapFills& fills, const input::Style& style) {
    if (fact.class_index) {
        return fills.classes[*fact.class_index];
    }
    return fact.value ? scene::Fill(style.map.zero) : scene::Fill(style.map.missing);
}

std::vector<scene::Colour> colours_of(const MapFills& fills) {
    std::vector<scene::Colour> colours;
    if (fills.zero) {
        colours.push_back(std::get<scene::Colour>(*fills.zero));
    }
    colours.insert(colours.end(), fills.classes.begin(), fills.classes.end());
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
