#include "render/map/symbol_legend.h"

#include "render/facts/body.h"
#include "render/map/circles.h"
#include "render/map/legend/legend.h"
#include "render/map/on_land.h"

#include <algorithm>
#include <utility>

namespace cairn::map {

namespace {

using scene::Position;

/// A circle of the legend and the line to its number.
scene::Group size_entry(Position top, Length radius, Position label, const std::string& name,
                        const input::Style& style) {
    const Length edge = style.map.symbol.edge.width;
    scene::Group entry{.role = scene::Role::legend_entry, .datum = scene::Datum{.name = name}};
    // An outline alone, within the radius, so that each shows through the others.
    scene::Path outline{.subpaths = {circle({top.x, top.y + radius}, radius - edge / 2)},
                        .stroke = colour::Stroke{colour::Role::symbol, edge}};
    entry.children.emplace_back(std::move(outline));
    entry.children.emplace_back(
        scene::Path{.subpaths = {{.points = {top, label}, .closed = false}},
                    .stroke = colour::Stroke{colour::Role::guide, style.map.leader.width}});
    return entry;
}

} // namespace

page::Block set_symbol_legend(const facts::Facts& facts, const words::Words& words, double largest,
                              Length radius, const input::Style& style, const scene::Fonts& fonts,
                              Position top_left, Length width) {
    page::Block block =
        set_legend(words, land_fills(facts, style), on_land(style), fonts, top_left, width);
    const std::vector<double>& sizes = facts::shown_as<facts::Circles>(facts).sizes;
    if (sizes.empty()) {
        return block;
    }
    auto& legend = std::get<scene::Group>(block.nodes.front());
    const Length gap = style.gap / 2;
    const Length outer = radius_of(sizes.front(), largest, radius);
    const Length line = style.legend.line;
    const Position base{top_left.x + outer,
                        block.rect.bottom + std::max(gap, line / 2) + 2 * outer};
    const Length left = base.x + outer + gap;
    Length below = block.rect.bottom + gap / 2;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const Length own = radius_of(sizes[i], largest, radius);
        const Position top{base.x, base.y - 2 * own};
        const Length middle = std::max(top.y, below + line / 2);
        below = middle + line / 2;
        scene::Group entry =
            size_entry(top, own, {left, middle}, words.size_labels[i].count, style);
        scene::Text text = page::set_line(fonts, words.size_labels[i].range, style.legend,
                                          {left + gap / 2, middle - line / 2});
        block.rect.right = std::max(block.rect.right, text.start.x + text.width);
        entry.children.emplace_back(std::move(text));
        legend.children.emplace_back(std::move(entry));
    }
    block.rect.bottom = std::max(base.y, below);
    return block;
}

} // namespace cairn::map
