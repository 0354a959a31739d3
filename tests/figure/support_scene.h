#pragma once

#include "render/facts/describe.h"
#include "render/facts/facts.h"
#include "render/figure/page.h"
#include "render/input/style.h"
#include "render/scene/check.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"
#include "tests/support_language.h"

#include <string>
#include <vector>

namespace cairn::test {

/// A style of the project, with its fonts.
struct Looks {
    input::Style style;
    scene::Fonts fonts;

    explicit Looks(const std::string& name)
        : style(input::read_style(source_folder() / "styles" / (name + ".yaml"))),
          fonts(source_folder() / "styles/fonts", style.font_family) {}
};

/// The facts of a bar chart with these values.
inline facts::Facts bar_facts(const std::vector<std::pair<std::string, double>>& values,
                              int decimals = 0) {
    facts::Facts facts;
    facts.id = "bars";
    facts.title = "Stories by sector";
    facts.source = "A network";
    facts.language = "en-GB";
    facts.unit = {"story", "stories"};
    facts.item = {"sector", "sectors"};
    facts.label_heading = "Sector";
    facts.value_heading = "Stories";
    facts.decimals = decimals;
    facts.shown_decimals = decimals;
    for (const auto& [label, value] : values) {
        facts.facts.push_back({.label = label, .code = {}, .value = value, .class_index = {}});
        facts.total += value;
    }
    facts.rows_read = values.size();
    return facts;
}

/// A line of text on the page, with the box of its letters.
struct Line {
    scene::Text text;
    figure::Rect rect;
};

inline std::vector<Line> lines_of(const std::vector<scene::Node>& nodes) {
    std::vector<Line> lines;
    scene::visit_all(nodes, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Text>) {
            const Length size = node.font.size;
            lines.push_back({node,
                             {node.start.x, node.start.y - 0.72 * size, node.start.x + node.width,
                              node.start.y + 0.2 * size}});
        }
    });
    return lines;
}

/// All groups of a role, in drawing order.
inline std::vector<scene::Group> groups_of(const std::vector<scene::Node>& nodes,
                                           scene::Role role) {
    std::vector<scene::Group> groups;
    scene::visit_all(nodes, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Group>) {
            if (node.role == role) {
                groups.push_back(node);
            }
        }
    });
    return groups;
}

/// No text leaves the page, lies on another or is too small, and every mark is as its value asks.
inline void check_layout(const scene::Scene& scene) {
    BOOST_TEST(!lines_of(scene.nodes()).empty());
    for (const scene::Finding& finding : scene::check(scene)) {
        BOOST_ERROR(scene::to_problem(finding).what);
    }
}

} // namespace cairn::test
