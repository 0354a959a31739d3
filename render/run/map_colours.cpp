#include "render/run/map_colours.h"

#include "base/message_number.h"
#include "render/colour/fill_difference.h"
#include "render/colour/limits.h"
#include "render/facts/body.h"
#include "render/facts/gather/diverging.h"
#include "render/map/page/map_fills.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

using colour::Colour;
using colour::Theme;

std::string_view name_of(colour::Vision vision) {
    return std::ranges::find(colour::visions, vision, [](const auto& one) { return one.first; })
        ->second;
}

/// Every fill of a map but that of missing data; of a continuous scale those at its ticks.
std::vector<colour::Fill> fills_of(const facts::Facts& facts, const input::Style& style) {
    const map::MapFills fills = map::fills_for(facts, style);
    std::vector<colour::Fill> all = fills.classes;
    if (fills.zero) {
        all.insert(all.begin(), *fills.zero);
    }
    if (fills.scale) {
        all.insert(all.end(), fills.scale->tick_fills.begin(), fills.scale->tick_fills.end());
    }
    return all;
}

/// The themes of one map: its own and the dark one.
std::vector<Theme*> themes_of(input::Style& style) {
    std::vector<Theme*> themes{&style.theme};
    for (input::Style& dark : style.dark) {
        themes.push_back(&dark.theme);
    }
    return themes;
}

/// What a map lacks, and the figures that say so; empty where it lacks nothing.
struct Needs {
    std::string casing{};
    std::string patterns{};
    std::string labels{};
};

void measure_lines(const std::vector<colour::Fill>& fills, const Theme& theme,
                   const std::string& how, Needs& needs) {
    for (const colour::Fill& fill : fills) {
        const Colour ground = theme.colour_of(ground_of(fill));
        const Colour outline = theme[colour::Role::border];
        if (needs.casing.empty() && contrast(outline, ground) < colour::least_mark_contrast) {
            needs.casing = fmt::format("the outline {} on {} is {:.2f}:1{}, {:.2f}:1 is needed",
                                       to_hex(outline), to_hex(ground),
                                       rounded_down(contrast(outline, ground)), how,
                                       colour::least_mark_contrast);
        }
        const double label =
            std::max(contrast(theme.dark_label, ground), contrast(theme.light_label, ground));
        if (needs.labels.empty() && label < colour::least_text_contrast) {
            needs.labels =
                fmt::format("the better of {} and {} on {} is {:.2f}:1{}, {:.2f}:1 is needed",
                            to_hex(theme.dark_label), to_hex(theme.light_label), to_hex(ground),
                            rounded_down(label), how, colour::least_text_contrast);
        }
    }
}

void measure_fills(const std::vector<colour::Fill>& fills, const Theme& theme,
                   const std::string& how, Needs& needs) {
    double least = colour::least_difference;
    for (std::size_t i = 0; i < fills.size(); ++i) {
        for (std::size_t j = i + 1; j < fills.size(); ++j) {
            const colour::Apart measured = colour::apart(theme, fills[i], fills[j]);
            if (measured.difference < least) {
                least = measured.difference;
                needs.patterns = fmt::format(
                    "{} and {} differ by {:.2f} (CIEDE2000) under {}{}, {:.0f} is needed",
                    to_hex(theme.colour_of(ground_of(fills[i]))),
                    to_hex(theme.colour_of(ground_of(fills[j]))), rounded_down(measured.difference),
                    name_of(measured.vision), how, colour::least_difference);
            }
        }
    }
}

Needs needs_of(const facts::Facts& facts, input::Style& style) {
    Needs needs;
    const std::vector<colour::Fill> fills = fills_of(facts, style);
    for (const Theme* theme : themes_of(style)) {
        const std::string how = theme == &style.theme ? "" : " in dark colours";
        measure_lines(fills, *theme, how, needs);
        measure_fills(fills, *theme, how, needs);
    }
    return needs;
}

/// Whether all values of a continuous scale lie on one side of its midpoint.
bool is_one_sided(const facts::Facts& facts) {
    const facts::Scale* scale = facts::continuous_scale(facts);
    return scale != nullptr && scale->midpoint &&
           (*scale->midpoint < scale->from || *scale->midpoint > scale->to);
}

/// Turns on what a palette, as messages name it, needs, and tells it; gives what no pattern can
/// mend.
std::optional<Problem> meet_needs(const input::FigureSpec& spec, const facts::Facts& facts,
                                  const std::string& palette, input::Style& style,
                                  std::vector<Problem>& warnings) {
    const Needs needs = needs_of(facts, style);
    const auto told = [&](const char* what, const std::string& figures, const char* remedy) {
        return Problem{.where = spec.palette_where,
                       .what = fmt::format("{} {}: {}", palette, what, figures),
                       .remedy = remedy};
    };
    if (!needs.patterns.empty() && is_one_sided(facts)) {
        const facts::Scale& scale = *facts::continuous_scale(facts);
        return facts::far_midpoint(scale.midpoint.value(), scale.from, scale.to,
                                   spec.classes.where);
    }
    if (!needs.patterns.empty() && facts::continuous_scale(facts) != nullptr) {
        return told("cannot have a continuous scale", needs.patterns,
                    "take classes, or another palette: docs/colours.md tells what each can");
    }
    if (!needs.patterns.empty() && spec.patterns == false) {
        return told("needs patterns, which are refused", needs.patterns,
                    "take `patterns: false` away, or take fewer classes or another palette");
    }
    style.map.cased = style.map.cased || !needs.casing.empty();
    style.map.patterns = style.map.patterns || !needs.patterns.empty();
    for (Theme* theme : themes_of(style)) {
        if (!needs.labels.empty()) {
            theme->dark_label = {0, 0, 0};
            theme->light_label = {255, 255, 255};
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
            return told("cannot tell so many apart, even with patterns", still.patterns,
                        "take fewer classes, or another palette");
        }
    }
    if (!needs.labels.empty()) {
        warnings.push_back(told("needs labels in black and white, which are turned on",
                                needs.labels, "docs/colours.md lists the palettes that need none"));
    }
    return std::nullopt;
}

} // namespace

MapStyle style_for(const input::FigureSpec& spec, const facts::Facts& facts,
                   const input::Style& style, ResourceCache& cache) {
    const facts::Groups* groups = facts::groups_of(facts);
    const bool has_groups = groups != nullptr;
    const bool diverges = facts::midpoint_of(facts).has_value();
    if (!has_groups && !diverges && spec.palette.empty() && style.map.palette.empty() &&
        facts::continuous_scale(facts) == nullptr &&
        spec.patterns.value_or(style.map.patterns) == style.map.patterns) {
        return {}; // checked as it was read
    }
    const input::Scheme kind = has_groups ? input::Scheme::qualitative
                               : diverges ? input::Scheme::diverging
                                          : input::Scheme::sequential;
    const fs::path base = fs::path(spec.palette_where.file).parent_path();
    MapStyle result;
    input::Style& own =
        result.own.emplace(cache.with_palette(style, kind, spec.palette, base, spec.palette_where));
    if (own.map.greys && !spec.palette.empty() &&
        input::has_hues(cache.palette(spec.palette, kind, base, spec.palette_where))) {
        result.warnings.push_back(
            {.where = spec.palette_where,
             .what = fmt::format("the style \"{}\" draws the palette \"{}\" in "
                                 "greys",
                                 style.name, spec.palette),
             .remedy = "take another style for its hues"});
    }
    own.map.patterns = spec.patterns.value_or(own.map.patterns);
    const std::string& palette = has_groups ? own.map.category_palette
                                 : diverges ? own.map.diverging_palette
                                            : own.map.palette;
    if (has_groups) {
        input::require_categories(own, groups->categories.size(),
                                  spec.palette.empty() ? spec.data.value_where
                                                       : spec.palette_where);
    }
    if (diverges) {
        input::require_diverging(own, spec.palette_where);
    }
    const std::string named = palette.empty()
                                  ? fmt::format("the ramp of the style \"{}\"", style.name)
                                  : fmt::format("the palette \"{}\"", palette);
    result.lacks = meet_needs(spec, facts, named, own, result.warnings);
    return result;
}

} // namespace cairn
