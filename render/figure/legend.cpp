#include "render/figure/legend.h"

#include "render/figure/map_fills.h"

#include <algorithm>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// One row: what it looks like and what it says.
struct Entry {
    scene::Fill fill;
    const facts::LegendLabel* label;
};

std::vector<Entry> entries_of(const facts::Words& words, const MapFills& fills) {
    std::vector<Entry> entries;
    if (fills.zero) {
        entries.push_back({*fills.zero, &words.zero_label.front()});
    }
    for (std::size_t i = 0; i < fills.classes.size(); ++i) {
        entries.push_back({fills.classes[i], &words.class_labels[i]});
    }
    if (fills.missing) {
        entries.push_back({*fills.missing, &words.missing_label.front()});
    }
    return entries;
}

/// What a row stands for.
scene::Datum datum_of(const facts::LegendLabel& label) {
    return {.name = label.count.empty() ? label.range : label.range + ": " + label.count,
            .language = label.language};
}

/// The letter of a group in its swatch.
scene::Text set_sign(const facts::LegendLabel& label, const scene::Fill& fill, Position middle,
                     const input::Style& style, const scene::Fonts& fonts) {
    input::TextStyle sign = style.legend;
    sign.font.weight = scene::Weight::bold;
    sign.colour = text_colour_on(std::get<scene::Colour>(fill), false, style);
    scene::Text text = set_line(fonts, label.sign, sign, {middle.x, middle.y - sign.line / 2});
    text.start.x = middle.x - text.width / 2;
    text.keeps_colours = true;
    return text;
}

} // namespace

Block set_legend(const facts::Words& words, const MapFills& fills, const input::Style& style,
                 const scene::Fonts& fonts, Position top_left, Length width) {
    const std::vector<Entry> entries = entries_of(words, fills);
    const Length swatch_width = style.map.swatch * 1.6;
    const Length space = style.legend.font.size * 0.75;
    const Length row_height = std::max(style.legend.line, style.map.swatch * 1.25);
    Length ranges;
    for (const Entry& entry : entries) {
        ranges = std::max(ranges, fonts.measure(entry.label->range, style.legend.font).width);
    }

    input::TextStyle title_style = style.legend;
    title_style.font.weight = scene::Weight::bold;
    Block block = set_paragraph(fonts, {words.legend_title, words.legend_title_language},
                                title_style, top_left, width);
    scene::Group legend{.role = scene::Role::legend, .children = std::move(block.nodes)};
    Length top = block.rect.bottom + style.gap / 4;
    for (const Entry& entry : entries) {
        scene::Group row{.role = scene::Role::legend_entry, .datum = datum_of(*entry.label)};
        const Length middle = top + row_height / 2;
        scene::Path swatch = box_path({top_left.x, middle - style.map.swatch / 2,
                                       top_left.x + swatch_width, middle + style.map.swatch / 2},
                                      entry.fill);
        swatch.stroke = style.map.outline;
        swatch.keeps_colours = true;
        row.children.emplace_back(std::move(swatch));
        if (!entry.label->sign.empty()) {
            row.children.emplace_back(set_sign(
                *entry.label, entry.fill, {top_left.x + swatch_width / 2, middle}, style, fonts));
        }
        const Length text_top = middle - style.legend.line / 2;
        const Length range_left = top_left.x + swatch_width + space;
        scene::Text range =
            set_line(fonts, entry.label->range, style.legend, {range_left, text_top});
        range.language = entry.label->language;
        block.rect.right = std::max(block.rect.right, range.start.x + range.width);
        row.children.emplace_back(std::move(range));
        if (!entry.label->count.empty()) {
            input::TextStyle count_style = style.legend;
            count_style.colour = style.note.colour;
            scene::Text count = set_line(fonts, entry.label->count, count_style,
                                         {range_left + ranges + 1.5 * space, text_top});
            block.rect.right = std::max(block.rect.right, count.start.x + count.width);
            row.children.emplace_back(std::move(count));
        }
        legend.children.emplace_back(std::move(row));
        top += row_height;
    }
    block.rect.bottom = top;
    block.nodes.clear();
    block.nodes.emplace_back(std::move(legend));
    return block;
}

} // namespace cairn::figure
