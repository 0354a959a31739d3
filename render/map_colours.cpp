#include "render/map_colours.h"

#include "base/message_number.h"
#include "render/facts/diverging.h"
#include "render/figure/map_fills.h"
#include "render/scene/fill_difference.h"
#include "render/scene/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

using scene::Colour;

std::string_view name_of(scene::Vision vision) {
    return std::ranges::find(scene::visions, vision, [](const auto& one) { return one.first; })
        ->second;
}

/// Every fill of a map but that of missing data; of a continuous scale those at its ticks.
std::vector<scene::Fill> fills_of(const facts::Facts& facts, const input::Style& style) {
    const figure::MapFills fills = figure::fills_for(facts, style);
    std::vector<scene::Fill> all = fills.classes;
    if (fills.zero) {
        all.insert(all.begin(), *fills.zero);
    }
    if (fills.scale) {
        all.insert(all.end(), fills.scale->tick_fills.begin(), fills.scale->tick_fills.end());
    }
    return all;
}

/// The styles of one map: its own and the dark ones, which differ in colours alone.
std::vector<input::Style*> looks_of(input::Style& style) {
    std::vector<input::Style*> looks{&style};
    for (input::Style& dark : style.dark) {
        looks.push_back(&dark);
    }
    return looks;
}

/// What a map lacks, and the figures that say so; empty where it lacks nothing.
struct Needs {
    std::string casing{};
    std::string patterns{};
    std::string labels{};
};

void measure_lines(const facts::Facts& facts, const input::Style& style, const std::string& how,
                   Needs& needs) {
    for (const scene::Fill& fill : fills_of(facts, style)) {
        const Colour ground = figure::ground_of(fill);
        const Colour outline = style.map.outline.colour;
        if (needs.casing.empty() && contrast(outline, ground) < scene::least_mark_contrast) {
            needs.casing = fmt::format("the outline {} on {} is {:.2f}:1{}, {:.2f}:1 is needed",
                                       to_hex(outline), to_hex(ground),
                                       rounded_down(contrast(outline, ground)), how,
                                       scene::least_mark_contrast);
        }
        const double label = std::max(contrast(style.map.label_dark, ground),
                                      contrast(style.map.label_light, ground));
        if (needs.labels.empty() && label < scene::least_text_contrast) {
            needs.labels =
                fmt::format("the better of {} and {} on {} is {:.2f}:1{}, {:.2f}:1 is needed",
                            to_hex(style.map.label_dark), to_hex(style.map.label_light),
                            to_hex(ground), rounded_down(label), how, scene::least_text_contrast);
        }
    }
}

void measure_fills(const facts::Facts& facts, const input::Style& style, const std::string& how,
                   Needs& needs) {
    const std::vector<scene::Fill> fills = fills_of(facts, style);
    double least = scene::least_difference;
    for (std::size_t i = 0; i < fills.size(); ++i) {
        for (std::size_t j = i + 1; j < fills.size(); ++j) {
            const scene::Apart measured = scene::apart(fills[i], fills[j]);
            if (measured.difference < least) {
                least = measured.difference;
                needs.patterns = fmt::format(
                    "{} and {} differ by {:.2f} (CIEDE2000) under {}{}, {:.0f} is needed",
                    to_hex(figure::ground_of(fills[i])), to_hex(figure::ground_of(fills[j])),
                    rounded_down(measured.difference), name_of(measured.vision), how,
                    scene::least_difference);
            }
        }
    }
}

Needs needs_of(const facts::Facts& facts, input::Style& style) {
    Needs needs;
    for (const input::Style* look : looks_of(style)) {
        const std::string how = look == &style ? "" : " in dark colours";
        measure_lines(facts, *look, how, needs);
        measure_fills(facts, *look, how, needs);
    }
    return needs;
}

/// Whether all values of a continuous scale lie on one side of its midpoint.
bool is_one_sided(const facts::Facts& facts) {
    return facts.scale && facts.midpoint &&
           (facts.midpoint->value < facts.scale->from || facts.midpoint->value > facts.scale->to);
}

/// Turns on what a palette, as messages name it, needs, and tells it.
void meet_needs(const input::FigureSpec& spec, const facts::Facts& facts,
                const std::string& palette, input::Style& style, std::vector<Problem>& warnings) {
    const Needs needs = needs_of(facts, style);
    const auto told = [&](const char* what, const std::string& figures, const char* remedy) {
        return Problem{.where = spec.palette_where,
                       .what = fmt::format("{} {}: {}", palette, what, figures),
                       .remedy = remedy};
    };
    if (!needs.patterns.empty() && is_one_sided(facts)) {
        throw Error(facts::far_midpoint(facts.midpoint->value, facts.scale->from, facts.scale->to,
                                        spec.classes.where));
    }
    if (!needs.patterns.empty() && facts.scale) {
        throw Error(told("cannot have a continuous scale", needs.patterns,
                         "take classes, or another palette: docs/colours.md tells what each can"));
    }
    if (!needs.patterns.empty() && spec.patterns == false) {
        throw Error(told("needs patterns, which are refused", needs.patterns,
                         "take `patterns: false` away, or take fewer classes or another palette"));
    }
    for (input::Style* look : looks_of(style)) {
        look->map.cased = look->map.cased || !needs.casing.empty();
        look->map.patterns = look->map.patterns || !needs.patterns.empty();
        if (!needs.labels.empty()) {
            look->map.label_dark = {0, 0, 0};
            look->map.label_light = {255, 255, 255};
        }
    }
    if (!needs.casing.empty()) {
        warnings.push_back(told("needs a casing along borders, which is turned on", needs.casing,
                                "docs/colours.md lists the palettes that need none"));
    }
    if (!needs.patterns.empty()) {
        warnings.push_back(told("needs patterns, which are turned on", needs.patterns,
                                "write `patterns: true` to ask for them, or take fewer classes or "
                                "another palette"));
        const Needs still = needs_of(facts, style);
        if (!still.patterns.empty()) {
            throw Error(told("cannot tell so many apart, even with patterns", still.patterns,
                             "take fewer classes, or another palette"));
        }
    }
    if (!needs.labels.empty()) {
        warnings.push_back(told("needs labels in black and white, which are turned on",
                                needs.labels, "docs/colours.md lists the palettes that need none"));
    }
}

} // namespace

const input::Style& style_for(const input::FigureSpec& spec, const facts::Facts& facts,
                              const input::Style& style, Shelf& shelf,
                              std::vector<Problem>& warnings) {
    const bool has_groups = !facts.categories.empty();
    const bool diverges = facts.midpoint.has_value();
    if (!has_groups && !diverges && spec.palette.empty() && style.map.palette.empty() &&
        !facts.scale && spec.patterns.value_or(style.map.patterns) == style.map.patterns) {
        return style; // checked as it was read
    }
    const input::Scheme kind = has_groups ? input::Scheme::qualitative
                               : diverges ? input::Scheme::diverging
                                          : input::Scheme::sequential;
    const fs::path base = fs::path(spec.palette_where.file).parent_path();
    input::Style own = shelf.with_palette(style, kind, spec.palette, base, spec.palette_where);
    if (own.map.greys && !spec.palette.empty() &&
        input::has_hues(shelf.palette(spec.palette, kind, base, spec.palette_where))) {
        warnings.push_back({.where = spec.palette_where,
                            .what = fmt::format("the style \"{}\" draws the palette \"{}\" in "
                                                "greys",
                                                style.name, spec.palette),
                            .remedy = "take another style for its hues"});
    }
    for (input::Style* look : looks_of(own)) {
        look->map.patterns = spec.patterns.value_or(look->map.patterns);
    }
    const std::string& palette = has_groups ? own.map.category_palette
                                 : diverges ? own.map.diverging_palette
                                            : own.map.palette;
    if (has_groups) {
        input::category_colours(own, facts.categories.size(),
                                spec.palette.empty() ? spec.data.value_where : spec.palette_where);
    }
    if (diverges && own.map.diverging.empty()) {
        input::diverging_colours(own, {}, spec.palette_where); // tells that there is none
    }
    const std::string named = palette.empty()
                                  ? fmt::format("the ramp of the style \"{}\"", style.name)
                                  : fmt::format("the palette \"{}\"", palette);
    meet_needs(spec, facts, named, own, warnings);
    return shelf.keep(std::move(own));
}

} // namespace cairn
