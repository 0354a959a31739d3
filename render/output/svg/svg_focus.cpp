#include "render/output/svg/svg_focus.h"

#include <fmt/format.h>

#include <algorithm>

namespace cairn::output {

namespace {

using colour::Colour;

/// The least contrast to the page and to what the marks are filled with.
double least_contrast(Colour colour, const scene::Page& page, const colour::Theme& theme) {
    double least = colour::contrast(colour, theme.colour_of(colour::Role::page));
    visit_all(page.nodes, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Group>) {
            if (node.role != scene::Role::mark) {
                return;
            }
            for (const scene::Node& child : node.children) {
                const auto* path = std::get_if<scene::Path>(&child);
                if (path != nullptr && path->fill) {
                    const Colour fill = theme.colour_of(ground_of(*path->fill));
                    least = std::min(least, colour::contrast(colour, fill));
                }
            }
        }
    });
    return least;
}

std::string ring(const std::string& scope, const std::string& colour) {
    // Not every browser draws the outline of a group of SVG: a bar has an edge too.
    return fmt::format("{0} .{2}:focus-visible{{outline:2px solid {1};outline-offset:0}}\n"
                       "{0} .{2}:focus-visible .{3}{{stroke:{1};stroke-width:4px}}\n"
                       "{0} .{4}:focus-visible{{outline:none}}\n"
                       "{0} .{4}:focus-visible path:first-of-type{{stroke:{1};stroke-width:6px;"
                       "vector-effect:non-scaling-stroke}}\n",
                       scope, colour, boxed_mark, mark_shape, edged_mark);
}

} // namespace

Colour focus_colour(const scene::Page& page, const colour::Theme& theme) {
    constexpr Colour black{0, 0, 0};
    constexpr Colour white{255, 255, 255};
    return least_contrast(black, page, theme) >= least_contrast(white, page, theme) ? black : white;
}

std::string focus_rules(const scene::Page& page, const colour::Theme& theme,
                        const colour::Theme* dark, const std::string& scope) {
    std::string css = ring(scope, to_hex(focus_colour(page, theme)));
    if (dark != nullptr) {
        css += fmt::format("@media (prefers-color-scheme:dark){{\n{}}}\n",
                           ring(scope, to_hex(focus_colour(page, *dark))));
    }
    return css;
}

} // namespace cairn::output
