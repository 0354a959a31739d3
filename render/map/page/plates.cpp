#include "render/map/page/plates.h"

#include "render/page/page.h"

namespace cairn::map {

namespace {

/// Whether a ray to the right crosses the path's edges an odd number of times.
bool covers(const scene::Path& path, scene::Position point) {
    bool inside = false;
    for (const scene::Subpath& subpath : path.subpaths) {
        for (std::size_t i = 0; i < subpath.points.size(); ++i) {
            const scene::Position a = subpath.points[i];
            const scene::Position b = subpath.points[(i + 1) % subpath.points.size()];
            if ((a.y > point.y) != (b.y > point.y) &&
                point.x < a.x + (b.x - a.x) * ((point.y - a.y) / (b.y - a.y))) {
                inside = !inside;
            }
        }
    }
    return inside;
}

/// The room of a text; of a capital, which has nothing below its baseline, no more than it needs:
/// it may stand in an area that is hardly larger.
page::Rect box_of(const scene::Text& text) {
    const Length size = text.font.size;
    if (text.string.size() == 1) {
        return {text.start.x - size * 0.08, text.start.y - size * 0.76,
                text.start.x + text.width + size * 0.08, text.start.y + size * 0.08};
    }
    return {text.start.x - size * 0.15, text.start.y - size * 0.85,
            text.start.x + text.width + size * 0.15, text.start.y + size * 0.25};
}

} // namespace

std::vector<scene::Node> plates_for(const std::vector<scene::Node>& texts,
                                    const std::vector<scene::Node>& drawn) {
    std::vector<scene::Node> plates;
    visit_all(texts, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Text>) {
            const scene::Position middle{node.start.x + node.width / 2,
                                         node.start.y - node.font.size * 0.35};
            const colour::Hatch* ground = nullptr;
            visit_all(drawn, [&](const auto& other) {
                if constexpr (std::is_same_v<std::decay_t<decltype(other)>, scene::Path>) {
                    if (other.fill && covers(other, middle)) {
                        ground = std::get_if<colour::Hatch>(&*other.fill);
                    }
                }
            });
            if (ground != nullptr) {
                plates.emplace_back(page::box_path(box_of(node), ground->ground));
            }
        }
    });
    return plates;
}

scene::Path plate_beneath(const scene::Text& text, const colour::Plain& ground) {
    const Length height = text.font.size;
    const Length y = text.start.y - height * 0.33;
    const Length space = height * 0.15;
    return {
        .subpaths = {{.points = {{text.start.x - space, y}, {text.start.x + text.width + space, y}},
                      .closed = false}},
        .stroke = colour::Stroke{ground, height * 1.1}};
}

} // namespace cairn::map
