#include "render/map/legend/legend.h"

#include "render/map/legend/legend_scale.h"
#include "render/map/page/map_fills.h"
#include "render/map/page/map_page.h"
#include "render/map/page/plates.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cairn::map {

namespace {

using scene::Position;

/// One row: what it looks like and what it says; a heading, or a scale, where it has no label.
struct LegendEntry {
    colour::Fill fill{};
    const words::LegendLabel* label = nullptr;
    const words::LegendHeading* heading = nullptr;
    bool has_swatch = true;
};

std::vector<LegendEntry> entries_of(const words::Words& words, const MapFills& fills) {
    std::vector<LegendEntry> entries;
    if (fills.zero) {
        entries.push_back({.fill = *fills.zero,
                           .label = &words.zero_label.front(),
                           .has_swatch = !fills.plain_zero});
    }
    if (fills.scale) {
        entries.emplace_back();
    }
    for (std::size_t i = 0; i < fills.classes.size(); ++i) {
        const auto heading =
            std::ranges::find(words.legend_headings, i, [](const auto& one) { return one.before; });
        if (heading != words.legend_headings.end()) {
            entries.push_back({.heading = &*heading});
        }
        entries.push_back({fills.classes[i], &words.class_labels[i]});
    }
    if (fills.missing) {
        entries.push_back({*fills.missing, &words.missing_label.front()});
    }
    return entries;
}

/// What a row stands for.
scene::Datum datum_of(const words::LegendLabel& label) {
    return {.name = label.count.empty() ? label.range : label.range + ": " + label.count,
            .language = label.language};
}

/// The letter of a group in its swatch.
scene::Text set_sign(const words::LegendLabel& label, const colour::Fill& fill, Position middle,
                     const input::Style& style, const scene::Fonts& fonts) {
    input::TextStyle sign = style.legend;
    sign.font.weight = colour::Weight::bold;
    sign.ink = colour::on(ground_of(fill));
    scene::Text text =
        page::set_line(fonts, label.sign, sign, {middle.x, middle.y - sign.line / 2});
    text.start.x = middle.x - text.width / 2;
    return text;
}

/// What the rows of a legend share.
struct Setting {
    const input::Style& style;
    const scene::Fonts& fonts;
    Length left;
    Length ranges;             ///< the widest range
    double swatch_shape = 1.6; ///< width to height

    [[nodiscard]] Length swatch_width() const { return style.map.swatch * swatch_shape; }
    [[nodiscard]] Length space() const { return style.legend.font.size * 0.75; }
    [[nodiscard]] Length row_height() const {
        return std::max(style.legend.line, style.map.swatch * 1.25);
    }
};

/// A row of swatch, range and count; gives where it ends on the right.
Length set_row(const LegendEntry& entry, const Setting& setting, Length top, scene::Group& legend) {
    const input::Style& style = setting.style;
    scene::Group row{.role = scene::Role::legend_entry, .datum = datum_of(*entry.label)};
    const Length middle = top + setting.row_height() / 2;
    const page::Rect box{setting.left, middle - style.map.swatch / 2,
                         setting.left + setting.swatch_width(), middle + style.map.swatch / 2};
    if (entry.has_swatch) {
        for (scene::Path& swatch : framed(box, entry.fill, style)) {
            row.children.emplace_back(std::move(swatch));
        }
    }
    const Length text_top = middle - style.legend.line / 2;
    const Length range_left = box.right + setting.space();
    scene::Text range =
        page::set_line(setting.fonts, entry.label->range, style.legend, {range_left, text_top});
    range.language = entry.label->language;
    Length right = range.start.x + range.width;
    row.children.emplace_back(std::move(range));
    if (!entry.label->sign.empty()) {
        scene::Text sign = set_sign(*entry.label, entry.fill, {box.left + box.width() / 2, middle},
                                    style, setting.fonts);
        if (std::holds_alternative<colour::Hatch>(entry.fill)) {
            row.children.emplace_back(plate_beneath(sign, ground_of(entry.fill)));
        }
        row.children.emplace_back(std::move(sign));
    }
    if (!entry.label->count.empty()) {
        input::TextStyle count_style = style.legend;
        count_style.ink = style.note.ink;
        scene::Text count =
            page::set_line(setting.fonts, entry.label->count, count_style,
                           {range_left + setting.ranges + 1.5 * setting.space(), text_top});
        right = count.start.x + count.width;
        row.children.emplace_back(std::move(count));
    }
    legend.children.emplace_back(std::move(row));
    return right;
}

} // namespace

std::vector<scene::Path> framed(const page::Rect& box, const colour::Fill& fill,
                                const input::Style& style) {
    std::vector<scene::Path> paths{page::box_path(box, fill)};
    if (style.map.cased) {
        paths.front().stroke = casing_of(style.map.outline, style);
        paths.push_back(paths.front());
        paths.back().fill.reset();
    }
    paths.back().stroke = style.map.outline;
    return paths;
}

page::Block set_legend(const words::Words& words, const MapFills& fills, const input::Style& style,
                       const scene::Fonts& fonts, Position top_left, Length width) {
    const std::vector<LegendEntry> entries = entries_of(words, fills);
    Setting setting{style, fonts, top_left.x, {}};
    for (const LegendEntry& entry : entries) {
        if (entry.label != nullptr) {
            setting.ranges = std::max(setting.ranges,
                                      fonts.measure(entry.label->range, style.legend.font).width);
            if (!entry.label->sign.empty() && std::holds_alternative<colour::Hatch>(entry.fill)) {
                setting.swatch_shape = 2.8; // the pattern shows on both sides of the letter
            }
        }
    }

    input::TextStyle title_style = style.legend;
    title_style.font.weight = colour::Weight::bold;
    page::Block block = page::set_paragraph(
        fonts, {words.legend_title, words.legend_title_language}, title_style, top_left, width);
    scene::Group legend{.role = scene::Role::legend, .children = std::move(block.nodes)};
    Length top = block.rect.bottom + style.gap / 4;
    for (const LegendEntry& entry : entries) {
        if (entry.label != nullptr) {
            block.rect.right = std::max(block.rect.right, set_row(entry, setting, top, legend));
            top += setting.row_height();
        } else if (entry.heading != nullptr) {
            scene::Text text = page::set_line(fonts, entry.heading->text, style.legend,
                                              {top_left.x, top + style.gap / 8});
            block.rect.right = std::max(block.rect.right, text.start.x + text.width);
            legend.children.emplace_back(std::move(text));
            top += style.legend.line + style.gap / 8;
        } else {
            page::Block scale =
                set_scale(words, *fills.scale, style, fonts, {top_left.x, top}, width);
            block.rect.right = std::max(block.rect.right, scale.rect.right);
            std::move(scale.nodes.begin(), scale.nodes.end(), std::back_inserter(legend.children));
            top = scale.rect.bottom;
        }
    }
    block.rect.bottom = top;
    block.nodes.clear();
    block.nodes.emplace_back(std::move(legend));
    return block;
}

} // namespace cairn::map
