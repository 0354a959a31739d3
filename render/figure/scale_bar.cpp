#include "render/figure/scale_bar.h"

#include "base/number.h"
#include "render/facts/fill.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Position;

/// A bar is at most this share of the page's width.
constexpr double longest_bar = 0.25;

/// A number of the scale, and how far from its beginning it stands.
struct Tick {
    std::string string;
    Length at;
    Length width;
};

/// The bar and the arrow in their measures, before they have a place.
struct Design {
    std::vector<Tick> ticks;
    std::string unit; ///< behind the last number
    Length tick;      ///< its height
    Length arrow;     ///< width; none where there is no arrow
    scene::Size size;
};

/// What stands behind a number: " km".
std::string unit_of(const facts::Words& words) {
    return facts::fill(words.kilometres, {{"number", ""}});
}

std::vector<Tick> ticks_of(double kilometres, const NumberFormat& format, const MapFrame& frame,
                           const input::Style& style, const scene::Fonts& fonts) {
    std::vector<double> numbers{0, kilometres / 2, kilometres};
    if (numbers[1] != std::floor(numbers[1])) {
        numbers.erase(numbers.begin() + 1);
    }
    std::vector<Tick> ticks;
    for (const double number : numbers) {
        constexpr double metres = 1000;
        const std::string string = format_number(number, decimals_of(number), format);
        ticks.push_back(
            {string, frame.length(number * metres), fonts.measure(string, style.note.font).width});
    }
    // Numbers that would touch: the outer ones are enough.
    const Length room = style.note.font.size * 0.5;
    if (ticks.size() == 3 &&
        ticks[1].at + ticks[1].width / 2 + room > ticks[2].at - ticks[2].width / 2) {
        ticks.erase(ticks.begin() + 1);
    }
    return ticks;
}

Design design_of(const Furniture& wanted, const facts::Words& words, const MapPage& map,
                 const input::Style& style, const scene::Fonts& fonts) {
    Design design;
    design.tick = style.note.font.size * 0.4;
    design.size.height = design.tick + style.note.line;
    const auto kilometres = bar_kilometres(map.frame.metres(style.width * longest_bar));
    if (wanted.scale_bar && kilometres) {
        design.ticks = ticks_of(*kilometres, words.numbers, map.frame, style, fonts);
        design.unit = unit_of(words);
        const Tick& last = design.ticks.back();
        // The first number is centred on the bar's beginning.
        design.size.width = design.ticks.front().width / 2 + last.at + last.width / 2 +
                            fonts.measure(design.unit, style.note.font).width;
    }
    if (wanted.north_arrow) {
        design.arrow = style.note.font.size;
        design.size.width += design.arrow + (design.ticks.empty() ? Length() : style.gap);
        design.size.height = std::max(design.size.height, style.note.font.size * 2.4);
    }
    return design;
}

bool is_free(const Rect& rect, const MapPage& map, std::span<const Rect> texts,
             std::span<const Leader> leaders) {
    return map.land.free(rect) &&
           std::ranges::none_of(texts, [&](const Rect& text) { return text.overlaps(rect); }) &&
           std::ranges::none_of(leaders,
                                [&](const Leader& one) { return runs_through(one, rect); });
}

/// The free place nearest to the bottom left corner; below the map where there is none.
Position place_of(const Design& design, const MapPage& map, std::span<const Rect> texts,
                  std::span<const Leader> leaders, const input::Style& style) {
    const Rect plot = map.frame.rect();
    constexpr Length step = Length::px(4);
    const Position below{style.margin, plot.bottom + style.gap / 2};
    Position best = below;
    Length least = Length::px(1e9);
    const Length bottom = plot.bottom - design.size.height;
    for (Length y = bottom; y >= style.margin; y -= step) {
        for (Length x = style.margin; x + design.size.width <= style.width - style.margin;
             x += step) {
            const Length cost = (bottom - y) + (x - style.margin);
            const Rect rect{x, y, x + design.size.width, y + design.size.height};
            if (cost < least && is_free(rect.grown(style.gap / 2), map, texts, leaders)) {
                least = cost;
                best = {x, y};
            }
        }
    }
    return best;
}

void draw_bar(const Design& design, Position corner, const input::Style& style,
              const scene::Fonts& fonts, std::vector<scene::Node>& nodes) {
    const Length left = corner.x + design.ticks.front().width / 2;
    const Length base = corner.y + design.size.height - style.note.line;
    scene::Path bar{.stroke = scene::Stroke{style.note.colour, 2 * style.map.leader.width}};
    const auto at = [&](Length x, Length y) { return Position{left + x, base + y}; };
    const Length last = design.ticks.back().at;
    bar.subpaths.push_back(
        {.points = {at({}, -design.tick), at({}, {}), at(last, {}), at(last, -design.tick)},
         .closed = false});
    if (design.ticks.size() == 3) {
        const Length middle = design.ticks[1].at;
        bar.subpaths.push_back(
            {.points = {at(middle, -design.tick), at(middle, {})}, .closed = false});
    }
    nodes.emplace_back(std::move(bar));
    for (const Tick& tick : design.ticks) {
        const bool is_last = &tick == &design.ticks.back();
        nodes.emplace_back(set_line(fonts, tick.string + (is_last ? design.unit : ""), style.note,
                                    {left + tick.at - tick.width / 2, base}));
    }
}

void draw_arrow(const Design& design, Position corner, const std::string& north,
                const input::Style& style, const scene::Fonts& fonts,
                std::vector<scene::Node>& nodes) {
    const Length middle = corner.x + design.arrow / 2;
    const Length top = corner.y;
    const Length bottom = corner.y + design.size.height - style.note.line;
    const Length head = design.arrow * 0.3;
    nodes.emplace_back(scene::Path{
        .subpaths = {{.points = {{middle, top + head}, {middle, bottom}}, .closed = false}},
        .stroke = scene::Stroke{style.note.colour, 2 * style.map.leader.width}});
    nodes.emplace_back(scene::Path{.subpaths = {{.points = {{middle, top},
                                                            {middle + head, top + 2 * head},
                                                            {middle, top + 1.5 * head},
                                                            {middle - head, top + 2 * head}}}},
                                   .fill = style.note.colour});
    const Length width = fonts.measure(north, style.note.font).width;
    nodes.emplace_back(set_line(fonts, north, style.note, {middle - width / 2, bottom}));
}

} // namespace

std::optional<double> bar_kilometres(double most) {
    constexpr double metres = 1000;
    constexpr double least = 100;
    if (most < least) {
        return std::nullopt;
    }
    const double power = std::floor(std::log10(most / metres * (1 + 1e-9)));
    for (const double step : {5.0, 2.0, 1.0}) {
        const double length = power < 0 ? step / std::pow(10, -power) : step * std::pow(10, power);
        if (length * metres <= most * (1 + 1e-9)) {
            return length;
        }
    }
    return std::nullopt;
}

Block set_furniture(const Furniture& wanted, const facts::Words& words, const MapPage& map,
                    std::span<const Rect> texts, std::span<const Leader> leaders,
                    const input::Style& style, const scene::Fonts& fonts) {
    const Rect plot = map.frame.rect();
    Block block{.nodes = {}, .rect = {plot.left, plot.bottom, plot.left, plot.bottom}};
    const Design design = design_of(wanted, words, map, style, fonts);
    if (design.ticks.empty() && design.arrow == Length()) {
        return block;
    }
    Position corner = place_of(design, map, texts, leaders, style);
    block.rect = {corner.x, corner.y, corner.x + design.size.width, corner.y + design.size.height};
    std::vector<scene::Node> nodes;
    if (design.arrow > Length()) {
        draw_arrow(design, corner, words.north, style, fonts, nodes);
        corner.x += design.arrow + style.gap;
    }
    if (!design.ticks.empty()) {
        draw_bar(design, corner, style, fonts, nodes);
    }
    block.nodes.emplace_back(decoration(std::move(nodes)));
    return block;
}

} // namespace cairn::figure
