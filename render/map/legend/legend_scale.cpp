#include "render/map/legend/legend_scale.h"

#include "render/map/page/map_page.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cairn::map {

namespace {

/// A number below the bar.
struct Number {
    double at = 0; ///< of the bar's width
    std::string text;
    bool is_middle = false; ///< where the scale turns
};

/// The numbers in the order in which they get room: the midpoint, the ends, other ticks.
std::vector<Number> numbers_of(const words::Words& words, const ScaleFills& fills) {
    const std::vector<double>& values = fills.scale.ticks;
    std::vector<Number> numbers;
    if (!words.scale_from.empty()) {
        numbers.push_back({0, words.scale_from});
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        numbers.push_back({fills.ticks[i], words.tick_labels[i],
                           fills.midpoint && values[i] == fills.midpoint->value});
    }
    if (!words.scale_to.empty()) {
        numbers.push_back({1, words.scale_to});
    }
    const auto rank = [](const Number& number) {
        return number.is_middle ? 0 : number.at <= 0 || number.at >= 1 ? 1 : 2;
    };
    std::ranges::stable_sort(numbers, {}, rank);
    return numbers;
}

/// Rectangles that each reach to the end of the bar, so that no seam shows between two.
std::vector<scene::Node> strip_of(const ScaleFills& fills, const page::Rect& bar) {
    std::vector<scene::Node> strip;
    const auto size = static_cast<double>(fills.strip.size());
    for (std::size_t i = 0; i < fills.strip.size(); ++i) {
        page::Rect rest = bar;
        rest.left = bar.left + bar.width() * (static_cast<double>(i) / size);
        strip.emplace_back(page::box_path(rest, fills.strip[i]));
    }
    return strip;
}

scene::Path tick_path(Length x, Length top, Length bottom, Length width) {
    return {.subpaths = {{.points = {{x, top}, {x, bottom}}, .closed = false}},
            .stroke = colour::Stroke{colour::Role::guide, width}};
}

} // namespace

page::Block set_scale(const words::Words& words, const ScaleFills& fills, const input::Style& style,
                      const scene::Fonts& fonts, scene::Position top_left, Length width) {
    const Length top = top_left.y + style.gap / 8;
    const page::Rect bar{top_left.x, top, top_left.x + std::min(style.map.swatch * 13, width),
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
    std::vector<page::Rect> taken;
    for (const Number& number : numbers_of(words, fills)) {
        const Length x = bar.left + bar.width() * number.at;
        drawn.emplace_back(tick_path(x, number.is_middle ? bar.top - tick : bar.bottom,
                                     bar.bottom + tick, style.map.leader.width));
        scene::Text text = page::set_line(fonts, number.text, style.legend, {x, bar.bottom + tick});
        text.start.x = std::max(bar.left, x - text.width / 2);
        const page::Rect box{text.start.x - style.legend.font.size / 4, bar.bottom,
                             text.start.x + text.width + style.legend.font.size / 4,
                             bar.bottom + style.legend.line};
        if (std::ranges::none_of(taken, [&](const page::Rect& one) { return one.overlaps(box); })) {
            taken.push_back(box);
            said.children.emplace_back(std::move(text));
        }
    }
    page::Block block{.nodes = {},
                      .rect = {bar.left, top_left.y, bar.right,
                               bar.bottom + tick + style.legend.line + style.gap / 8}};
    for (const page::Rect& box : taken) {
        block.rect.right = std::max(block.rect.right, box.right);
    }
    block.nodes.emplace_back(decoration(std::move(drawn)));
    block.nodes.emplace_back(std::move(said));
    return block;
}

} // namespace cairn::map
