#include "render/scene/reinked.h"

#include <utility>

namespace cairn::scene {

namespace {

bool is_mark(Role role) {
    return role == Role::mark || role == Role::legend_entry;
}

struct Reinker {
    const Reinking& ink_for;
    bool in_mark = false;

    Node operator()(const Group& group) const {
        const Reinker within{ink_for, in_mark || is_mark(group.role)};
        Group result{group.role, group.datum, {}, group.outline, group.outline_lines, group.casing};
        if (result.outline) {
            result.outline->ink = ink_for(Paint::line, result.outline->ink, nullptr);
        }
        if (result.casing) {
            result.casing->ink = ink_for(Paint::halo, result.casing->ink, nullptr);
        }
        result.children = within.all(group.children);
        return result;
    }

    Node operator()(const Path& path) const {
        Path result = path;
        if (result.fill) {
            result.fill = std::visit([&](const auto& fill) { return fill_of(fill); }, *result.fill);
        }
        if (result.stroke) {
            const Paint paint = is_halo(result.stroke->ink) ? Paint::halo : Paint::line;
            result.stroke->ink = ink_for(paint, result.stroke->ink, nullptr);
        }
        return result;
    }

    Node operator()(const Text& text) const {
        Text result = text;
        result.ink = ink_for(Paint::text, text.ink, &text);
        return result;
    }

    [[nodiscard]] std::vector<Node> all(const std::vector<Node>& nodes) const {
        std::vector<Node> result;
        result.reserve(nodes.size());
        for (const Node& node : nodes) {
            result.push_back(std::visit(*this, node));
        }
        return result;
    }

    [[nodiscard]] colour::Fill fill_of(const colour::Plain& ink) const {
        return ink_for(in_mark ? Paint::mark : Paint::rule, ink, nullptr);
    }
    [[nodiscard]] colour::Fill fill_of(colour::Hatch hatch) const {
        hatch.ground = ink_for(Paint::hatch_ground, hatch.ground, nullptr);
        hatch.line = ink_for(Paint::hatch_line, hatch.line, nullptr);
        return hatch;
    }
};

} // namespace

Scene reinked(const Scene& scene, const Reinking& ink_for) {
    std::vector<Page> pages;
    for (const Page& page : scene.pages()) {
        pages.push_back({page.size, Reinker{ink_for}.all(page.nodes)});
    }
    return {scene.words(), std::move(pages)};
}

} // namespace cairn::scene
