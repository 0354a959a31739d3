#include "render/map/region_frame.h"

#include "render/facts/body.h"

#include <utility>

namespace cairn::map {

namespace {

input::TextStyle value_style(const input::Style& style) {
    input::TextStyle bold = style.label;
    bold.font.weight = colour::Weight::bold;
    return bold;
}

/// Between name and value.
Length space(const input::Style& style) {
    return style.label.font.size * 0.3;
}

} // namespace

FrameTitle frame_title(const facts::Facts& facts, const words::Words& words,
                       const input::Style& style, const scene::Fonts& fonts) {
    FrameTitle title;
    const facts::Framed* framed = facts::framed_of(facts);
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        if (framed == nullptr || fact.code != framed->code) {
            continue;
        }
        title.name = fact.label;
        title.language = fact.language;
        title.value = fact.value ? words.marks[i].value : "";
        const Length value =
            title.value.empty()
                ? Length()
                : space(style) + fonts.measure(title.value, value_style(style).font).width;
        title.size = {fonts.measure(title.name, style.label.font).width + value, style.label.line};
    }
    return title;
}

std::vector<scene::Node> draw_frame(const MapPage& map, const FrameTitle& title,
                                    const input::Style& style, const scene::Fonts& fonts) {
    if (!map.framed) {
        return {};
    }
    const page::Rect& rect = map.framed->rect;
    scene::Path line = page::box_path(rect, colour::Role::page);
    line.fill.reset();
    line.stroke = colour::Stroke{style.note.ink, style.map.leader.width};
    std::vector<scene::Node> nodes{std::move(line)};
    scene::Text name = page::set_line(fonts, title.name, style.label,
                                      {rect.left + style.gap / 2, rect.top + style.gap / 2});
    name.language = title.language;
    const Length right = name.start.x + name.width + space(style);
    nodes.emplace_back(std::move(name));
    if (!title.value.empty()) {
        nodes.emplace_back(page::set_line(fonts, title.value, value_style(style),
                                          {right, rect.top + style.gap / 2}));
    }
    return {decoration(std::move(nodes))};
}

} // namespace cairn::map
