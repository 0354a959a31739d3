#include "render/map/small_multiples.h"

#include "render/facts/body.h"
#include "render/map/legend/legend.h"
#include "render/map/page/map_fills.h"
#include "render/map/page/map_page.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace cairn::map {

namespace {

using scene::Position;

/// Where the panels stand: rows of equal length, but for the last.
struct PanelGrid {
    std::size_t columns = 1;
    Length width; ///< of a panel
    Length gap;   ///< between panels

    [[nodiscard]] std::size_t row_of(std::size_t panel) const { return panel / columns; }
    [[nodiscard]] Length left_of(std::size_t panel) const {
        return (width + gap) * static_cast<double>(panel % columns);
    }
};

/// As many columns as leave each panel some 13 em, two at least where there are two panels.
PanelGrid grid_for(std::size_t panels, const input::Style& style) {
    const Length inner = style.width - 2 * style.margin;
    const Length least = style.label.font.size * 13;
    const auto fitting = static_cast<std::size_t>((inner + style.gap) / (least + style.gap));
    const std::size_t most = std::clamp<std::size_t>(fitting, 2, panels);
    const std::size_t rows = (panels + most - 1) / most;
    PanelGrid grid{.columns = (panels + rows - 1) / rows, .width = {}, .gap = style.gap};
    grid.width = (inner - grid.gap * (static_cast<double>(grid.columns) - 1)) /
                 static_cast<double>(grid.columns);
    return grid;
}

/// The name of a panel over its total.
page::Block panel_title(const words::LegendLabel& label, Position top_left, Length width,
                        const input::Style& style, const scene::Fonts& fonts) {
    input::TextStyle bold = style.label;
    bold.font.weight = colour::Weight::bold;
    input::TextStyle quiet = style.label;
    quiet.ink = style.note.ink;
    page::Block block = page::set_paragraph(fonts, {label.range}, bold, top_left, width);
    page::Block count =
        page::set_paragraph(fonts, {label.count}, quiet, {top_left.x, block.rect.bottom}, width);
    std::ranges::move(count.nodes, std::back_inserter(block.nodes));
    block.rect.right = std::max(block.rect.right, count.rect.right);
    block.rect.bottom = count.rect.bottom;
    return block;
}

/// A row of panels: titles at its top, in the sea at the top left of the maps.
struct PanelRow {
    Length top;
    Length maps; ///< top of the maps
};

/// The maps of a row stand so low that no title of the row lies on land.
std::vector<PanelRow> rows_for(const words::Words& words, const PanelGrid& grid,
                               const SmallMap& map, Length top, const input::Style& style,
                               const scene::Fonts& fonts) {
    std::vector<PanelRow> rows;
    for (std::size_t first = 0; first < words.panel_labels.size(); first += grid.columns) {
        const std::size_t end = std::min(first + grid.columns, words.panel_labels.size());
        std::vector<page::Rect> titles;
        for (std::size_t panel = first; panel < end; ++panel) {
            titles.push_back(
                panel_title(words.panel_labels[panel], {}, grid.width, style, fonts).rect);
        }
        const Length down = lowest_needed(map.page.land, titles, {}, {});
        rows.push_back({top, top + down});
        top += down + map.height() + grid.gap;
    }
    return rows;
}

/// An area with its outline, over a casing where the style has one. One line around all would be
/// lost where a strait is narrower than the line.
void add_outlined(scene::Path shape, const input::Style& style, std::vector<scene::Node>& nodes) {
    if (style.map.cased) {
        scene::Path under = shape;
        under.stroke = casing_of(style.map.outline, style);
        nodes.emplace_back(std::move(under));
        shape.fill.reset();
    }
    shape.stroke = style.map.outline;
    nodes.emplace_back(std::move(shape));
}

/// The style with a finer hatch for what is missing, so that small areas hold several strokes of
/// it: that of one large map would leave some with one, or none. Strokes thin less than they draw
/// together, so that they still show at 96 dpi.
input::Style with_fine_hatch(input::Style style) {
    style.map.missing.spacing = style.map.missing.spacing * 0.5;
    style.map.missing.width = style.map.missing.width * 0.75;
    return style;
}

/// The legend at the right of the heading, where there is room for it, else below.
page::Block set_legend_beside(const page::Block& heading, const words::Words& words,
                              const MapFills& fills, const input::Style& style,
                              const scene::Fonts& fonts) {
    const Length inner = style.width - 2 * style.margin;
    page::Block below = set_legend(words, fills, style, fonts,
                                   {style.margin, heading.rect.bottom + style.gap}, inner);
    const Length left = style.width - style.margin - below.rect.width();
    return left < heading.rect.right + style.gap
               ? below
               : set_legend(words, fills, style, fonts, {left, style.margin}, inner);
}

} // namespace

MapFigure draw_small_multiples(const MapSource& source) {
    const facts::Facts& facts = source.facts;
    const words::Words& words = source.words;
    const scene::Fonts& fonts = source.fonts;
    const input::Style style = with_fine_hatch(source.style);
    const std::span<const facts::Panel> panels = facts::panels_of(facts);
    const MapFills fills = fills_for(facts, style);
    const Length inner = style.width - 2 * style.margin;
    const page::Block heading = page::set_heading(words, style, fonts, inner);
    const page::Block legend = set_legend_beside(heading, words, fills, style, fonts);
    const PanelGrid grid = grid_for(panels.size(), style);
    const SmallMap map = set_small_map(source.regions, grid.width, style);
    const std::vector<PanelRow> rows =
        rows_for(words, grid, map, std::max(heading.rect.bottom, legend.rect.bottom) + style.gap,
                 style, fonts);

    scene::Group marks{.role = scene::Role::marks};
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const MapFrame frame =
            map.at({style.margin + grid.left_of(fact.panel), rows[grid.row_of(fact.panel)].maps});
        scene::Group mark{
            .role = scene::Role::mark,
            .datum = scene::Datum{words.marks[i].name, fact.code, fact.value, fact.language}};
        scene::Path shape = region_path(map.page, frame, source.places.find(fact.code).value(),
                                        fill_of(fact, fills, style));
        add_outlined(std::move(shape), style, mark.children);
        marks.children.emplace_back(std::move(mark));
    }
    std::vector<scene::Node> nodes = heading.nodes;
    nodes.insert(nodes.end(), legend.nodes.begin(), legend.nodes.end());
    nodes.emplace_back(std::move(marks));
    for (std::size_t panel = 0; panel < panels.size(); ++panel) {
        const Position corner{style.margin + grid.left_of(panel), rows[grid.row_of(panel)].top};
        nodes.emplace_back(decoration(
            panel_title(words.panel_labels[panel], corner, grid.width, style, fonts).nodes));
    }
    const Length bottom = rows.back().maps + map.height();
    const page::Block notes = page::set_notes(words, style, fonts, bottom + style.gap);
    nodes.insert(nodes.end(), notes.nodes.begin(), notes.nodes.end());
    return {scene::Scene(words, {{page::page_size(style, notes.rect.bottom), std::move(nodes)}}),
            inks_of(fills),
            {},
            {}};
}

} // namespace cairn::map
