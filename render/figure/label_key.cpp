#include "render/figure/label_key.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// One line of the list.
struct Entry {
    std::size_t key = 0;
    LabelText text;
};

std::vector<Entry> entries_of(const facts::Facts& facts, const facts::Words& words,
                              std::span<const RegionLabel> labels, const LabelSetter& setter) {
    std::vector<Entry> entries;
    for (const RegionLabel& label : labels) {
        if (label.key != 0) {
            const facts::Fact& fact = facts.facts[label.fact];
            entries.push_back(
                {label.key,
                 setter.text({{setter.run(fact.label, scene::Weight::regular, fact.language),
                               setter.run(words.value_labels[label.fact], scene::Weight::bold)}})});
        }
    }
    return entries;
}

} // namespace

Block set_label_key(const facts::Facts& facts, const facts::Words& words,
                    std::span<const RegionLabel> labels, const LabelSetter& setter,
                    const scene::Fonts& fonts, Position top_left, Length width) {
    const std::vector<Entry> entries = entries_of(facts, words, labels, setter);
    if (entries.empty()) {
        return {.nodes = {}, .rect = {top_left.x, top_left.y, top_left.x, top_left.y}};
    }
    const input::Style& style = setter.style();
    input::TextStyle title = style.legend;
    title.font.weight = scene::Weight::bold;
    Block block = set_paragraph(fonts, {words.numbers_title}, title, top_left, width);

    const scene::Size number = setter.number_size(entries.back().key);
    const Length left_of_text = number.width + setter.space() * 2;
    Length widest;
    for (const Entry& entry : entries) {
        widest = std::max(widest, left_of_text + entry.text.size.width);
    }
    const Length column = widest + style.gap;
    const auto count = static_cast<double>(entries.size());
    const double columns = std::clamp(std::floor((width + style.gap) / column), 1.0, count);
    const auto rows = static_cast<std::size_t>(std::ceil(count / columns));
    const Length row_height = std::max(style.label.line, number.height * 1.15);
    const Length top = block.rect.bottom + style.gap / 4;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Position at{top_left.x + column * static_cast<double>(i / rows),
                          top + row_height * static_cast<double>(i % rows)};
        const Length middle = at.y + row_height / 2;
        setter.draw_number(
            entries[i].key,
            {at.x, middle - number.height / 2, at.x + number.width, middle + number.height / 2},
            block.nodes);
        const scene::Size size = entries[i].text.size;
        const Rect rect{at.x + left_of_text, middle - size.height / 2,
                        at.x + left_of_text + size.width, middle + size.height / 2};
        setter.draw(entries[i].text, rect, Align::left, style.label.colour, false, block.nodes);
        block.rect.right = std::max(block.rect.right, rect.right);
    }
    block.rect.bottom = top + row_height * static_cast<double>(rows);
    return block;
}

} // namespace cairn::figure
