#include "render/map/page/map_fills.h"

#include "render/facts/body.h"

#include <algorithm>
#include <iterator>
#include <variant>

namespace cairn::map {

namespace {

using colour::Plain;
using colour::Role;

/// The ink of a value on a scale without classes. Around a midpoint both arms have one measure.
Plain ink_at(double value, const facts::Scale& scale,
             const std::optional<facts::Midpoint>& midpoint) {
    if (midpoint) {
        const double reach = std::max(midpoint->value - scale.from, scale.to - midpoint->value);
        return colour::Diverging{reach > 0 ? (value - midpoint->value) / reach : 0};
    }
    const double range = scale.to - scale.from;
    return colour::continuous_ink(range > 0 ? (value - scale.from) / range : 1);
}

/// The same with what marks its side of a midpoint, where no hue does.
colour::Fill fill_at(double value, const facts::Scale& scale,
                     const std::optional<facts::Midpoint>& midpoint, const input::Style::Map& map) {
    const Plain ink = ink_at(value, scale, midpoint);
    return map.greys && midpoint && value < midpoint->value ? input::hatched_below(map, ink) : ink;
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

/// The classes or groups in these inks.
std::vector<colour::Fill> class_fills(const facts::Facts& facts, const input::Style::Map& map,
                                      const std::vector<Plain>& inks) {
    const std::optional<facts::Midpoint> midpoint = facts::midpoint_of(facts);
    const bool parts = midpoint && !facts::classes_of(facts).empty();
    if (facts::groups_of(facts) != nullptr && (map.patterns || map.greys)) {
        return input::patterned_groups(map, inks);
    }
    if (map.patterns) {
        return parts ? input::patterned(map, inks, sides_of(facts)) : input::patterned(map, inks);
    }
    std::vector<colour::Fill> fills(inks.begin(), inks.end());
    for (std::size_t i = 0; map.greys && parts && i < midpoint->below; ++i) {
        fills[i] = input::hatched_below(map, inks[i]);
    }
    return fills;
}

} // namespace

colour::Sides sides_of(const facts::Facts& facts) {
    const facts::Midpoint midpoint = facts::midpoint_of(facts).value();
    const std::size_t middle = midpoint.has_class ? 1 : 0;
    return {midpoint.below, midpoint.has_class,
            facts::classes_of(facts).size() - midpoint.below - middle};
}

MapFills fills_for(const facts::Facts& facts, const input::Style& style) {
    MapFills fills;
    if (facts::zero_count_of(facts)) {
        fills.zero = Role::zero;
    }
    const std::span<const facts::Class> classes = facts::classes_of(facts);
    const std::optional<facts::Midpoint> midpoint = facts::midpoint_of(facts);
    const bool parts = midpoint && !classes.empty();
    const facts::Groups* groups = facts::groups_of(facts);
    const std::vector<Plain> inks = groups != nullptr
                                        ? colour::category_inks(groups->categories.size())
                                    : parts ? colour::diverging_inks(sides_of(facts))
                                            : colour::ramp_inks(classes.size());
    fills.classes = class_fills(facts, style.map, inks);
    if (const facts::Scale* scale = facts::continuous_scale(facts)) {
        fills.scale = scale_fills(*scale, midpoint, style.map);
    }
    if (!facts.missing.empty()) {
        fills.missing = style.map.missing;
    }
    return fills;
}

colour::Fill fill_of(const facts::Fact& fact, const MapFills& fills, const input::Style& style) {
    if (fact.class_index) {
        return fills.classes[*fact.class_index];
    }
    if (!fact.value) {
        return style.map.missing;
    }
    const bool is_zero = fills.zero && *fact.value == 0;
    return fills.scale && !is_zero
               ? fill_at(*fact.value, fills.scale->scale, fills.scale->midpoint, style.map)
               : colour::Fill(Role::zero);
}

bool has_patterns(const MapFills& fills) {
    const auto is_hatch = [](const colour::Fill& fill) {
        return std::holds_alternative<colour::Hatch>(fill);
    };
    return std::ranges::any_of(fills.classes, is_hatch) ||
           (fills.scale && std::ranges::any_of(fills.scale->strip, is_hatch));
}

std::vector<Plain> inks_of(const MapFills& fills) {
    std::vector<Plain> inks;
    if (fills.zero) {
        inks.push_back(ground_of(*fills.zero));
    }
    std::ranges::transform(fills.classes, std::back_inserter(inks), colour::ground_of);
    if (fills.scale) {
        std::ranges::transform(fills.scale->tick_fills, std::back_inserter(inks),
                               colour::ground_of);
    }
    return inks;
}

colour::Ink text_ink_on(const Plain& ground, bool zero) {
    return zero ? colour::QuietOn{ground} : colour::on(ground);
}

} // namespace cairn::map
