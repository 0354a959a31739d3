#include "render/scene/recolour.h"

#include <utility>

namespace cairn::scene {

namespace {

bool is_mark(Role role) {
    return role == Role::mark || role == Role::legend_entry;
}

struct Recolourer {
    const Recolouring& colour_for;
    bool in_mark = false;

    Node operator()(const Group& group) const {
        const Recolourer within{colour_for, in_mark || is_mark(group.role)};
        Group result{group.role, group.datum, {}, group.outline, group.outline_lines, group.casing};
        if (result.outline) {
            result.outline->colour = colour_for(Paint::line, result.outline->colour, nullptr);
        }
        if (result.casing) {
            result.casing->colour = colour_for(Paint::halo, result.casing->colour, nullptr);
        }
        result.children.reserve(group.children.size());
        for (const Node& child : group.children) {
            result.children.push_back(std::visit(within, child));
        }
        return result;
    }

    Node operator()(const Path& path) const {
        Path result = path;
        if (result.fill) {
            result.fill = std::visit([&](const auto& fill) { return fill_of(fill); }, *result.fill);
        }
        if (result.stroke) {
            const Paint paint = result.stroke->halo ? Paint::halo : Paint::line;
            result.stroke->colour = colour_for(paint, result.stroke->colour, nullptr);
        }
        return result;
    }

    Node operator()(const Text& text) const {
        Text result = text;
        result.colour = colour_for(Paint::text, text.colour, &text);
        return result;
    }

    [[nodiscard]] Fill fill_of(Colour colour) const {
        return colour_for(in_mark ? Paint::mark : Paint::rule, colour, nullptr);
    }
    [[nodiscard]] Fill fill_of(Hatch hatch) const {
        hatch.ground = colour_for(Paint::hatch_ground, hatch.ground, nullptr);
        hatch.line = colour_for(Paint::hatch_line, hatch.line, nullptr);
        return hatch;
    }
};

} // namespace

Scene recoloured(const Scene& scene, const Recolouring& colour_for) {
    const Colour background = colour_for(Paint::page, scene.background(), nullptr);
    std::vector<Node> nodes;
    nodes.reserve(scene.nodes().size());
    for (const Node& node : scene.nodes()) {
        nodes.push_back(std::visit(Recolourer{colour_for}, node));
    }
    return {scene.size(), background, scene.words(), std::move(nodes)};
}

} // namespace cairn::scene
