#include "render/map/map_figure.h"

#include "render/facts/body.h"
#include "render/map/legend/legend.h"
#include "render/map/page/plates.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>

namespace cairn::map {

namespace {

template<typename Value>
void append(std::vector<Value>& all, std::vector<Value> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

/// The line boxes of all texts.
std::vector<page::Rect> boxes_of(const std::vector<scene::Node>& nodes) {
    std::vector<page::Rect> boxes;
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
            if (!node.stroke) {
                return;
            }
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

MapParts first_parts(const MapSource& source) {
    const input::Style& style = source.style;
    const Length inner = style.width - 2 * style.margin;
    return {.heading = page::set_heading(source.words, style, source.fonts, inner * 0.6),
            .frame_title = frame_title(source.facts, source.words, style, source.fonts),
            .furniture = source.furniture};
}

LegendPlace legend_place(const MapParts& parts, const input::Style& style) {
    return {{style.margin, parts.heading.rect.bottom + style.gap},
            (style.width - 2 * style.margin) * 0.5};
}

MapParts filled_parts(const MapSource& source, const MapFills& fills) {
    MapParts parts = first_parts(source);
    const LegendPlace place = legend_place(parts, source.style);
    parts.legend =
        set_legend(source.words, fills, source.style, source.fonts, place.corner, place.width);
    parts.class_inks = inks_of(fills);
    parts.has_patterns = has_patterns(fills);
    return parts;
}

MapPage map_below(const MapParts& parts, const MapSource& source) {
    MapPage map =
        map_at_top(source.regions, framed_region(source.facts, source.places), source.style);
    lower(map, {parts.heading.rect, parts.legend.rect}, parts.frame_title.size, source.style);
    return map;
}

std::optional<std::size_t> framed_region(const facts::Facts& facts, const geo::Gazetteer& places) {
    const facts::Framed* framed = facts::framed_of(facts);
    return framed != nullptr ? places.find(framed->code) : std::nullopt;
}

facts::LabelChoice label_of(const facts::Facts& facts, std::span<const facts::LabelChoice> chosen,
                            std::size_t fact, bool framed) {
    if (framed) {
        return {};
    }
    return chosen.empty() ? facts::usual_label(facts.facts[fact]) : chosen[fact];
}

std::vector<page::Rect> obstacles_on(const MapPage& map, const MapParts& parts) {
    std::vector<page::Rect> obstacles{parts.heading.rect, parts.legend.rect};
    if (map.framed) {
        obstacles.push_back(map.framed->rect);
    }
    return obstacles;
}

MapFigure compose(MapParts parts, const MapPage& map, const MapSource& source) {
    const words::Words& words = source.words;
    const input::Style& style = source.style;
    const scene::Fonts& fonts = source.fonts;
    std::vector<page::Rect> taken = boxes_of(parts.labels.nodes);
    append(taken, obstacles_on(map, parts));
    append(taken, parts.labels.rooms);
    page::Block furniture = set_furniture(parts.furniture, words, map, taken,
                                          lines_of(parts.labels.nodes), style, fonts);

    std::vector<scene::Node> nodes = std::move(parts.heading.nodes);
    append(nodes, std::move(parts.marks));
    append(nodes, draw_frame(map, parts.frame_title, style, fonts));
    for (scene::Node& group : parts.labels.nodes) {
        if (parts.has_patterns) {
            nodes.emplace_back(decoration(plates_for({group}, nodes)));
        }
        nodes.emplace_back(std::move(group));
    }
    append(nodes, std::move(furniture.nodes));
    append(nodes, std::move(parts.legend.nodes));
    const Length bottom = std::max(parts.labels.bottom, furniture.rect.bottom);
    page::Block notes = page::set_notes(words, style, fonts, bottom + style.gap);
    append(nodes, std::move(notes.nodes));
    return {scene::Scene(words, {{page::page_size(style, notes.rect.bottom), std::move(nodes)}}),
            std::move(parts.class_inks), std::move(parts.labels.unnamed),
            std::move(parts.labels.placed)};
}

} // namespace cairn::map
