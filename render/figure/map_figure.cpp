#include "render/figure/map_figure.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;

/// A leader is at most this share of the page's width.
constexpr double longest_leader = 0.4;

void append(std::vector<scene::Node>& nodes, std::vector<scene::Node> more) {
    std::move(more.begin(), more.end(), std::back_inserter(nodes));
}

/// The line boxes of all texts.
std::vector<Rect> boxes_of(const std::vector<scene::Node>& nodes) {
    std::vector<Rect> boxes;
    scene::visit_all(nodes, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Text>) {
            const Length size = node.font.size;
            boxes.push_back({node.start.x, node.start.y - size, node.start.x + node.width,
                             node.start.y + 0.3 * size});
        }
    });
    return boxes;
}

/// Every piece of every line.
std::vector<Leader> lines_of(const std::vector<scene::Node>& nodes) {
    std::vector<Leader> lines;
    scene::visit_all(nodes, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
            for (const scene::Subpath& subpath : node.subpaths) {
                for (std::size_t i = 1; i < subpath.points.size(); ++i) {
                    lines.push_back({{}, subpath.points[i - 1], subpath.points[i]});
                }
            }
        }
    });
    return lines;
}

} // namespace

std::optional<std::size_t> framed_region(const facts::Facts& facts, const geo::Gazetteer& places) {
    return facts.framed ? places.find(facts.framed->code) : std::nullopt;
}

LabelSpace label_space(const MapPage& map, const Block& heading, const Block& legend,
                       const input::Style& style) {
    LabelSpace space{
        .page = {style.margin, style.margin, style.width - style.margin, map.frame.rect().bottom},
        .obstacles = {heading.rect, legend.rect},
        .clearance = style.label.font.size / 2,
        .longest = (style.width - 2 * style.margin) * longest_leader};
    if (map.framed) {
        space.obstacles.push_back(map.framed->rect);
    }
    return space;
}

MapFigure compose(MapParts parts, const MapPage& map, const facts::Words& words,
                  const input::Style& style, const scene::Fonts& fonts) {
    std::vector<Rect> texts = boxes_of(parts.labels.texts);
    texts.push_back(parts.heading.rect);
    texts.push_back(parts.legend.rect);
    if (map.framed) {
        texts.push_back(map.framed->rect);
    }
    Block furniture = set_furniture(parts.furniture, words, map, texts,
                                    lines_of(parts.labels.leaders), style, fonts);

    std::vector<scene::Node> nodes = std::move(parts.heading.nodes);
    append(nodes, std::move(parts.marks));
    append(nodes, draw_frame(map, parts.frame_title, style, fonts));
    nodes.emplace_back(decoration(std::move(parts.labels.leaders)));
    nodes.emplace_back(decoration(std::move(parts.labels.texts)));
    append(nodes, std::move(furniture.nodes));
    append(nodes, std::move(parts.legend.nodes));
    const Length bottom = std::max(map.frame.rect().bottom, furniture.rect.bottom);
    Block notes = set_notes(words, style, fonts, bottom + style.gap);
    append(nodes, std::move(notes.nodes));
    return {scene::Scene(page_size(style, notes.rect.bottom), style.background, words,
                         std::move(nodes)),
            std::move(parts.class_colours), std::move(parts.labels.unnamed)};
}

} // namespace cairn::figure
