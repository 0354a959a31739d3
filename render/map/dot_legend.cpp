#include "render/map/dot_legend.h"

#include "render/map/legend/legend.h"
#include "render/map/on_land.h"

#include <algorithm>
#include <utility>

namespace cairn::map {

using scene::Position;

scene::Path dots_path(const std::vector<Position>& places, Length radius) {
    scene::Path path{.stroke = colour::Stroke{colour::Role::symbol, 2 * radius, true}};
    for (const Position place : places) {
        path.subpaths.push_back({.points = {place}, .closed = false});
    }
    return path;
}

page::Block set_dot_legend(const facts::Facts& facts, const words::Words& words, Length radius,
                           const input::Style& style, const scene::Fonts& fonts, Position top_left,
                           Length width) {
    page::Block block =
        set_legend(words, land_fills(facts, style), on_land(style), fonts, top_left, width);
    auto& legend = std::get<scene::Group>(block.nodes.front());
    const Length line = style.legend.line;
    scene::Group entry{.role = scene::Role::legend_entry,
                       .datum = scene::Datum{.name = words.dot_label}};
    const Position middle{top_left.x + style.map.swatch * 0.8, block.rect.bottom + line / 2};
    entry.children.emplace_back(dots_path({middle}, radius));
    scene::Text text = page::set_line(
        fonts, words.dot_label, style.legend,
        {top_left.x + style.map.swatch * 1.6 + style.legend.font.size * 0.75, block.rect.bottom});
    block.rect.right = std::max(block.rect.right, text.start.x + text.width);
    block.rect.bottom += line;
    entry.children.emplace_back(std::move(text));
    legend.children.emplace_back(std::move(entry));
    return block;
}

} // namespace cairn::map
