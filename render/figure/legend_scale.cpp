#include "render/figure/legend_scale.h"

#include "render/figure/map_page.h"

#include <algorithm>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

/// Which ticks are written first: that of the midpoint, the ends, the others.
std::vector<std::size_t> order_of(const ScaleFills& fills) {
    std::vector<std::size_t> order;
    const auto add = [&](std::size_t index) {
        if (std::ranges::find(order, index) == order.end()) {
            order.push_back(index);
        }
    };
    const std::vector<double>& ticks = fills.scale.ticks;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        if (fills.midpoint && ticks[i] == fills.midpoint->value) {
            add(i);
        }
    }
    add(0);
    add(ticks.size() - 1);
    for (std::size_t i = 1; i + 1 < ticks.size(); ++i) {
        add(i);
    }
    return order;
}

/// Rectangles that each reach to the end of the bar, so that no seam shows between two.
std::vector<scene::Node> strip_of(const ScaleFills& fills, const Rect& bar) {
    std::vector<scene::Node> strip;
    const auto size = static_cast<double>(fills.strip.size());
    for (std::size_t i = 0; i < fills.strip.size(); ++i) {
        Rect rest = bar;
        rest.left = bar.left + bar.width() * (static_cast<double>(i) / size);
        scene::Path path = box_path(rest, fills.strip[i]);
        path.keeps_colours = true;
        strip.emplace_back(std::move(path));
    }
    return strip;
}

scene::Path tick_path(Length x, Length top, Length bottom, const scene::Stroke& stroke) {
    return {.subpaths = {{.points = {{x, top}, {x, bottom}}, .closed = false}}, .stroke = stroke};
}

} // namespace

Block set_scale(const facts::Words& words, const ScaleFills& fills, const input::Style& style,
                const scene::Fonts& fonts, scene::Position top_left, Length width) {
    const Length top = top_left.y + style.gap / 8;
    const Rect bar{top_left.x, top, top_left.x + std::min(style.map.swatch * 13, width),
                   top + style.map.swatch};
    const Length tick = style.map.swatch * 0.3;
    std::vector<scene::Node> drawn = strip_of(fills, bar);
    std::vector<scene::Path> frame = framed(bar, fills.strip.back(), style);
    for (scene::Path& path : frame) {
        path.fill.reset();
        drawn.emplace_back(std::move(path));
    }
    scene::Group said{.role = scene::Role::legend_entry,
                      .datum = scene::Datum{.name = words.scale_range}};
    std::vector<Rect> taken;
    for (const std::size_t i : order_of(fills)) {
        const bool middle = fills.midpoint && fills.scale.ticks[i] == fills.midpoint->value;
        const Length x = bar.left + bar.width() * fills.ticks[i];
        drawn.emplace_back(tick_path(x, middle ? bar.top - tick : bar.bottom, bar.bottom + tick,
                                     style.map.leader));
        scene::Text text =
            set_line(fonts, words.tick_labels[i], style.legend, {x, bar.bottom + tick});
        text.start.x = std::max(bar.left, x - text.width / 2);
        const Rect box{text.start.x - style.legend.font.size / 4, bar.bottom,
                       text.start.x + text.width + style.legend.font.size / 4,
                       bar.bottom + style.legend.line};
        if (std::ranges::none_of(taken, [&](const Rect& one) { return one.overlaps(box); })) {
            taken.push_back(box);
            said.children.emplace_back(std::move(text));
        }
    }
    Block block{.nodes = {},
                .rect = {bar.left, top_left.y, bar.right,
                         bar.bottom + tick + style.legend.line + style.gap / 8}};
    for (const Rect& box : taken) {
        block.rect.right = std::max(block.rect.right, box.right);
    }
    block.nodes.emplace_back(decoration(std::move(drawn)));
    block.nodes.emplace_back(std::move(said));
    return block;
}

} // namespace cairn::figure
