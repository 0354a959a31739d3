#include "render/page/page.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

namespace cairn::page {

using scene::Position;

scene::Path box_path(const Rect& rect, const colour::Fill& fill) {
    scene::Subpath outline{.points = {{rect.left, rect.top},
                                      {rect.right, rect.top},
                                      {rect.right, rect.bottom},
                                      {rect.left, rect.bottom}}};
    return {.subpaths = {std::move(outline)}, .fill = fill};
}

scene::Text set_line(const scene::Fonts& fonts, std::string_view string,
                     const input::TextStyle& style, Position top_left) {
    const scene::Extent extent = fonts.measure(string, style.font);
    const Length half_leading = (style.line - extent.ascent - extent.descent) / 2;
    return {.string = std::string(string),
            .start = {top_left.x, top_left.y + half_leading + extent.ascent},
            .width = extent.width,
            .font = style.font,
            .ink = style.ink};
}

namespace {

/// A line in the passage's language; its lead, where it holds it, apart.
void add_line(const scene::Fonts& fonts, const std::string& string, const Passage& passage,
              const input::TextStyle& style, Position top_left, std::vector<scene::Node>& nodes) {
    const bool has_lead =
        passage.lead > 0 && string.starts_with(passage.text.substr(0, passage.lead));
    const std::size_t begin = has_lead ? passage.lead : 0;
    Position place = top_left;
    if (has_lead) {
        scene::Text lead = set_line(fonts, string.substr(0, begin), style, place);
        place.x += lead.width;
        nodes.emplace_back(std::move(lead));
    }
    if (begin < string.size()) {
        scene::Text line = set_line(fonts, string.substr(begin), style, place);
        line.language = passage.language;
        nodes.emplace_back(std::move(line));
    }
}

} // namespace

Block set_paragraph(const scene::Fonts& fonts, const Passage& passage,
                    const input::TextStyle& style, Position top_left, Length width) {
    Block block{.nodes = {}, .rect = {top_left.x, top_left.y, top_left.x, top_left.y}};
    for (const std::string& string : scene::wrap(fonts, passage.text, style.font, width)) {
        // The lead stands on the first line alone.
        const bool first = block.nodes.empty();
        add_line(fonts, string, {passage.text, passage.language, first ? passage.lead : 0}, style,
                 {top_left.x, block.rect.bottom}, block.nodes);
        const auto& last = std::get<scene::Text>(block.nodes.back());
        block.rect.right = std::max(block.rect.right, last.start.x + last.width);
        block.rect.bottom += style.line;
    }
    return block;
}

namespace {

/// A paragraph and its look.
struct Paragraph {
    Passage passage;
    const input::TextStyle* style;
};

/// Sets paragraphs one under another, as one group.
Block stack(scene::Role role, Position top_left, const std::vector<Paragraph>& paragraphs,
            const scene::Fonts& fonts, Length width, Length space) {
    scene::Group group{.role = role};
    Rect rect{top_left.x, top_left.y, top_left.x, top_left.y};
    for (const auto& [passage, style] : paragraphs) {
        if (passage.text.empty()) {
            continue;
        }
        const Length top = group.children.empty() ? rect.bottom : rect.bottom + space;
        Block block = set_paragraph(fonts, passage, *style, {top_left.x, top}, width);
        rect.right = std::max(rect.right, block.rect.right);
        rect.bottom = block.rect.bottom;
        std::move(block.nodes.begin(), block.nodes.end(), std::back_inserter(group.children));
    }
    if (group.children.empty()) {
        return {.nodes = {}, .rect = rect};
    }
    return {.nodes = {std::move(group)}, .rect = rect};
}

} // namespace

Block set_heading(const words::Words& words, const input::Style& style, const scene::Fonts& fonts,
                  Length width) {
    return stack(scene::Role::title, {style.margin, style.margin},
                 {{{words.title}, &style.title},
                  {{words.subtitle, words.subtitle_language}, &style.subtitle}},
                 fonts, width, style.gap / 5);
}

Block set_notes(const words::Words& words, const input::Style& style, const scene::Fonts& fonts,
                Length top) {
    // Text of 45 to 75 characters a line reads best; a character is some 0.48 em wide.
    const Length measure = style.note.font.size * (75 * 0.48);
    std::vector<Paragraph> paragraphs;
    paragraphs.reserve(words.notes.size());
    for (const words::Note& note : words.notes) {
        paragraphs.push_back({{note.text, note.language, note.lead}, &style.note});
    }
    return stack(scene::Role::notes, {style.margin, top}, paragraphs, fonts,
                 std::min(measure, style.width - 2 * style.margin), style.gap / 8);
}

scene::Size page_size(const input::Style& style, Length bottom) {
    return {style.width, Length::px(std::ceil((bottom + style.margin).to_px()))};
}

} // namespace cairn::page
