#include "render/figure/plates.h"

#include "render/figure/page.h"

#include <algorithm>
#include <utility>

namespace cairn::figure {

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

Rect box_of(const scene::Text& text) {
    const scene::Length size = text.font.size;
    return {text.start.x - size * 0.15, text.start.y - size * 0.85,
            text.start.x + text.width + size * 0.15, text.start.y + size * 0.25};
}

/// Copies nodes in drawing order; knows what lies beneath each.
struct Plating {
    std::vector<const scene::Path*> drawn{}; ///< filled ones, the lowest first

    std::vector<scene::Node> copy(const std::vector<scene::Node>& nodes) {
        std::vector<scene::Node> result;
        for (const scene::Node& node : nodes) {
            if (const auto* text = std::get_if<scene::Text>(&node)) {
                if (const scene::Hatch* ground = ground_of(*text)) {
                    scene::Path plate = box_path(box_of(*text), ground->ground);
                    plate.keeps_colours = true;
                    result.emplace_back(std::move(plate));
                }
                result.push_back(node);
            } else if (const auto* path = std::get_if<scene::Path>(&node)) {
                if (path->fill) {
                    drawn.push_back(path);
                }
                result.push_back(node);
            } else {
                scene::Group group = std::get<scene::Group>(node);
                group.children = copy(std::get<scene::Group>(node).children);
                result.emplace_back(std::move(group));
            }
        }
        return result;
    }

    /// The hatch that a text stands on; null for plain ground.
    [[nodiscard]] const scene::Hatch* ground_of(const scene::Text& text) const {
        const scene::Position middle{text.start.x + text.width / 2,
                                     text.start.y - text.font.size * 0.35};
        const auto found = std::find_if(drawn.rbegin(), drawn.rend(), [&](const scene::Path* path) {
            return covers(*path, middle);
        });
        return found == drawn.rend() ? nullptr : std::get_if<scene::Hatch>(&*(*found)->fill);
    }
};

} // namespace

std::vector<scene::Node> with_plates(const std::vector<scene::Node>& nodes) {
    return Plating().copy(nodes);
}

} // namespace cairn::figure
