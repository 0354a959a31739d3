#include "render/map/tile_map.h"

#include "render/map/legend/legend.h"
#include "render/map/page/map_fills.h"
#include "render/map/page/map_page.h"
#include "render/map/page/plates.h"
#include "render/map/tile_labels.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cairn::map {

namespace {

using scene::Position;

/// The tiles are together at most this much higher than the page is wide.
constexpr double most_tiles_height = 1.5;

/// Where tiles stand on the page.
struct TileFrame {
    Length width;    ///< of a tile
    Position origin; ///< the middle of column 0 in row 0

    [[nodiscard]] Position at(geo::Point point) const {
        return {origin.x + width * point.x, origin.y + width * point.y};
    }
};

/// The frame at the top right of the page.
TileFrame frame_at_top(const geo::TileGrid& grid, const input::Style& style) {
    const geo::Box box = geo::bounds_of(grid);
    const Length room = style.width - 2 * style.margin;
    const Length width = std::min(room / box.width(), room * most_tiles_height / box.height());
    return {width,
            {style.width - style.margin - width * box.max_x, style.margin - width * box.min_y}};
}

scene::Subpath outline_of(const geo::Tile& tile, geo::TileShape shape, const TileFrame& frame) {
    const geo::Point middle = geo::middle_of(tile, shape);
    scene::Subpath outline;
    for (const geo::Point corner : geo::corners_of(shape)) {
        outline.points.push_back(frame.at({middle.x + corner.x, middle.y + corner.y}));
    }
    return outline;
}

page::Rect rect_of(const scene::Subpath& outline) {
    page::Rect rect{outline.points[0].x, outline.points[0].y, outline.points[0].x,
                    outline.points[0].y};
    for (const Position point : outline.points) {
        rect = {std::min(rect.left, point.x), std::min(rect.top, point.y),
                std::max(rect.right, point.x), std::max(rect.bottom, point.y)};
    }
    return rect;
}

/// Lowers the tiles until they leave the blocks at the top left free.
TileFrame lowered(const geo::TileGrid& grid, TileFrame frame, std::span<const page::Rect> blocks,
                  Length clearance) {
    std::vector<page::Rect> tiles;
    for (const geo::Tile& tile : grid.tiles) {
        tiles.push_back(rect_of(outline_of(tile, grid.shape, frame)));
    }
    constexpr Length step = Length::px(2);
    Length by;
    const auto is_free = [&](page::Rect block) {
        block.top -= by;
        block.bottom -= by;
        return std::ranges::none_of(
            tiles, [&](const page::Rect& tile) { return tile.overlaps(block.grown(clearance)); });
    };
    while (!std::ranges::all_of(blocks, is_free)) {
        by += step;
    }
    frame.origin.y += by;
    return frame;
}

/// All tiles, one group each, with their texts.
scene::Group draw_tiles(const facts::Facts& facts, const words::Words& words,
                        const geo::TileGrid& grid, const TileFrame& frame, const MapFills& fills,
                        const TileLabels& labels, const input::Style& style,
                        const scene::Fonts& fonts) {
    std::map<std::string, const geo::Tile*> tile_of;
    for (const geo::Tile& tile : grid.tiles) {
        tile_of.emplace(tile.code, &tile);
    }
    scene::Group marks{.role = scene::Role::marks};
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const geo::Tile& tile = *tile_of.at(fact.code);
        const colour::Fill fill = fill_of(fact, fills, style);
        scene::Group mark{
            .role = scene::Role::mark,
            .datum = scene::Datum{words.marks[i].name, fact.code, fact.value, fact.language}};
        mark.children.emplace_back(
            scene::Path{.subpaths = {outline_of(tile, grid.shape, frame)}, .fill = fill});
        const colour::Plain& ground = ground_of(fill);
        const std::vector<scene::Text> texts = draw_tile_label(
            labels.labels[i], labels.names == TileNames::full ? fact.language : std::string(),
            frame.at(geo::middle_of(tile, grid.shape)), text_ink_on(ground, fact.value == 0.0),
            style, fonts);
        if (std::holds_alternative<colour::Hatch>(fill)) {
            std::ranges::transform(
                texts, std::back_inserter(mark.children),
                [&](const scene::Text& text) { return plate_beneath(text, ground); });
        }
        mark.children.insert(mark.children.end(), texts.begin(), texts.end());
        marks.children.emplace_back(std::move(mark));
    }
    return marks;
}

scene::Group draw_outlines(const geo::TileGrid& grid, const TileFrame& frame,
                           const input::Style& style) {
    scene::Path outlines{.stroke = style.map.coast};
    for (const geo::Tile& tile : grid.tiles) {
        outlines.subpaths.push_back(outline_of(tile, grid.shape, frame));
    }
    std::vector<scene::Node> lines;
    if (style.map.cased) {
        scene::Path casing = outlines;
        casing.stroke = casing_of(style.map.coast, style);
        lines.emplace_back(std::move(casing));
    }
    lines.emplace_back(std::move(outlines));
    return decoration(std::move(lines));
}

} // namespace

TileMap draw_tile_map(const facts::Facts& facts, const words::Words& words,
                      const geo::TileGrid& grid, const input::Style& style,
                      const scene::Fonts& fonts) {
    const MapFills fills = fills_for(facts, style);
    const Length inner = style.width - 2 * style.margin;
    const page::Block heading = page::set_heading(words, style, fonts, inner * 0.6);
    const page::Block legend = set_legend(
        words, fills, style, fonts, {style.margin, heading.rect.bottom + style.gap}, inner * 0.5);
    const std::vector<page::Rect> blocks{heading.rect, legend.rect};
    const TileFrame frame = lowered(grid, frame_at_top(grid, style), blocks, style.gap / 2);
    const TileLabels labels = set_tile_labels(facts, words, grid.shape, frame.width, style, fonts);

    std::vector<scene::Node> nodes = heading.nodes;
    nodes.emplace_back(draw_tiles(facts, words, grid, frame, fills, labels, style, fonts));
    nodes.emplace_back(draw_outlines(grid, frame, style));
    nodes.insert(nodes.end(), legend.nodes.begin(), legend.nodes.end());
    Length bottom = frame.at({0, geo::bounds_of(grid).max_y}).y;
    if (labels.names == TileNames::letters) {
        const page::Block key =
            set_tile_key(facts, words, !labels.has_values, style, fonts, bottom + style.gap);
        nodes.insert(nodes.end(), key.nodes.begin(), key.nodes.end());
        bottom = key.rect.bottom;
    }
    const page::Block notes = page::set_notes(words, style, fonts, bottom + style.gap);
    nodes.insert(nodes.end(), notes.nodes.begin(), notes.nodes.end());

    std::vector<std::string> unnamed;
    if (labels.names == TileNames::none) {
        for (const facts::Fact& fact : facts.facts) {
            unnamed.push_back(fact.label);
        }
    }
    return {scene::Scene(words, {{page::page_size(style, notes.rect.bottom), std::move(nodes)}}),
            inks_of(fills), std::move(unnamed)};
}

} // namespace cairn::map
