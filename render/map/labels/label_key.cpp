#include "render/map/labels/label_key.h"

#include <algorithm>
#include <vector>

namespace cairn::map {

namespace {

using scene::Position;

/// One line of the list.
struct LabelEntry {
    std::size_t key = 0;
    LabelText text;
};

std::vector<LabelEntry> entries_of(const facts::Facts& facts, const words::Words& words,
                                   std::span<const RegionLabel> labels, const LabelSetter& setter) {
    std::vector<LabelEntry> entries;
    for (const RegionLabel& label : labels) {
        if (label.key != 0) {
            const facts::Fact& fact = facts.facts[label.fact];
            entries.push_back(
                {label.key,
                 setter.text({{setter.run(fact.label, colour::Weight::regular, fact.language),
                               setter.run(words.marks[label.fact].value, colour::Weight::bold)}})});
        }
    }
    return entries;
}

std::size_t rows_for(std::size_t count, std::size_t columns) {
    return (count + columns - 1) / columns;
}

/// The widths of as many columns as have room.
std::vector<Length> columns_for(const std::vector<LabelEntry>& entries, Length left_of_text,
                                Length gap, Length room) {
    for (std::size_t count = entries.size();; --count) {
        const std::size_t rows = rows_for(entries.size(), count);
        std::vector<Length> widths(rows_for(entries.size(), rows));
        for (std::size_t i = 0; i < entries.size(); ++i) {
            Length& width = widths[i / rows];
            width = std::max(width, left_of_text + entries[i].text.size.width);
        }
        Length sum = gap * static_cast<double>(widths.size() - 1);
        std::ranges::for_each(widths, [&](Length width) { sum += width; });
        if (sum <= room || count == 1) {
            return widths;
        }
    }
}

} // namespace

page::Block set_label_key(const facts::Facts& facts, const words::Words& words,
                          std::span<const RegionLabel> labels, const LabelSetter& setter,
                          const scene::Fonts& fonts, Position top_left, Length width) {
    const std::vector<LabelEntry> entries = entries_of(facts, words, labels, setter);
    if (entries.empty()) {
        return {.nodes = {}, .rect = {top_left.x, top_left.y, top_left.x, top_left.y}};
    }
    const input::Style& style = setter.style();
    input::TextStyle title = style.legend;
    title.font.weight = colour::Weight::bold;
    page::Block block = page::set_paragraph(fonts, {words.numbers_title}, title, top_left, width);

    const scene::Size number = setter.number_size(entries.back().key);
    const Length left_of_text = number.width + setter.space() * 2;
    const std::vector<Length> columns = columns_for(entries, left_of_text, style.gap, width);
    const std::size_t rows = rows_for(entries.size(), columns.size());
    const Length row_height = std::max(style.label.line, number.height * 1.15);
    const Length top = block.rect.bottom + style.gap / 4;
    Length left = top_left.x;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Length middle = top + row_height * (static_cast<double>(i % rows) + 0.5);
        setter.draw_number(
            entries[i].key,
            {left, middle - number.height / 2, left + number.width, middle + number.height / 2},
            block.nodes);
        const scene::Size size = entries[i].text.size;
        const page::Rect rect{left + left_of_text, middle - size.height / 2,
                              left + left_of_text + size.width, middle + size.height / 2};
        setter.draw(entries[i].text, rect, Align::left, style.label.ink, block.nodes);
        block.rect.right = std::max(block.rect.right, rect.right);
        left += (i + 1) % rows == 0 ? columns[i / rows] + style.gap : Length();
    }
    block.rect.bottom = top + row_height * static_cast<double>(rows);
    return block;
}

} // namespace cairn::map
