#include "render/output/svg/svg_looks.h"

#include "render/output/svg/svg_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <type_traits>

namespace cairn::output {

namespace {

using colour::Hatch;
using scene::Group;
using scene::Path;
using scene::Text;

/// A system colour of CSS Color 4, which readers choose; empty where the scheme's stays.
const char* system_colour(colour::Forced forced) {
    switch (forced) {
    case colour::Forced::kept:
        return "";
    case colour::Forced::canvas:
        return "Canvas";
    case colour::Forced::canvas_text:
        return "CanvasText";
    }
    throw std::logic_error("an unknown way to force colours");
}

const Hatch* hatch_of(const Path& path) {
    return path.fill ? std::get_if<Hatch>(&*path.fill) : nullptr;
}

/// Whether they look the same wherever the figure is shown.
bool same(const Pattern& a, const Pattern& b) {
    return a.ground == b.ground && a.lines == b.lines && a.hatch.spacing == b.hatch.spacing &&
           a.hatch.width == b.hatch.width && a.hatch.motif == b.hatch.motif;
}

/// Collects what leaves have in common.
struct Sharing {
    Attributes common{};
    std::set<std::string> differing{};
    std::size_t leaves = 0;

    void add(const Attributes& attributes) {
        ++leaves;
        for (const auto& [name, value] : attributes) {
            if (common.try_emplace(name, value).first->second != value) {
                differing.insert(name);
            }
        }
    }
};

} // namespace

Looks::Looks(const scene::Scene& scene, const colour::Theme& light, const colour::Theme* dark,
             bool follows_forced_colours, const Outlines& outlines)
    : m_light(&light), m_dark(dark), m_follows(follows_forced_colours), m_outlines(&outlines) {
    add(colours("fill", colour::Role::page));
    visit_all(scene, [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Path>) {
            add(node);
        } else if constexpr (std::is_same_v<Type, Text>) {
            add(colours("fill", node.ink));
        } else if (node.outline) {
            add(colours("stroke", node.outline->ink));
            if (node.casing) {
                add(colours("stroke", node.casing->ink));
            }
        }
    });
    visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Group>) {
            if (is_fine(node)) {
                add_fine_patterns(node);
            }
        }
    });
}

void Looks::add(const Path& path) {
    if (path.stroke) {
        add(colours("stroke", path.stroke->ink));
    }
    if (!path.fill) {
        return;
    }
    const Hatch* hatch = hatch_of(path);
    if (hatch == nullptr) {
        add(colours("fill", ground_of(*path.fill)));
    } else if (index_of(*hatch) == m_patterns.size()) {
        m_patterns.push_back(pattern_of(*hatch));
        m_patterns.back().id = fmt::format("cairn-{}-hatch-{}", name_to_come, m_patterns.size());
        add(m_patterns.back().ground);
        add(m_patterns.back().lines);
    }
}

void Looks::add(const Colours& colours) {
    if (colours.light != colours.dark || !colours.forced.empty()) {
        m_classes.try_emplace(colours, m_classes.size() + 1);
    }
}

void Looks::add_fine_patterns(const Group& group) {
    visit_all(group.children, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Path>) {
            if (const Hatch* hatch = hatch_of(node)) {
                Pattern& pattern = m_patterns[index_of(*hatch)];
                pattern.fine_id = pattern.id + "-fine";
            }
        }
    });
}

Pattern Looks::pattern_of(const Hatch& hatch) const {
    return {hatch, colours("fill", hatch.ground), colours("stroke", hatch.line)};
}

std::size_t Looks::index_of(const Hatch& hatch) const {
    const auto found =
        std::ranges::find_if(m_patterns, [wanted = pattern_of(hatch)](const Pattern& pattern) {
            return same(pattern, wanted);
        });
    return static_cast<std::size_t>(found - m_patterns.begin());
}

Colours Looks::colours(const char* property, const colour::Ink& ink) const {
    return {property, to_hex(m_light->colour_of(ink)),
            to_hex((m_dark == nullptr ? m_light : m_dark)->colour_of(ink)),
            m_follows ? system_colour(forced(ink)) : ""};
}

Value Looks::value(const Colours& colours) const {
    const auto found = m_classes.find(colours);
    return {colours.light, found == m_classes.end() ? "" : fmt::format("cairn-{}", found->second)};
}

Value Looks::page() const {
    return value(colours("fill", colour::Role::page));
}

Attributes Looks::of(const Path& path, Unit unit) const {
    Attributes attributes{{"fill", {"none"}}, {"fill-rule", {"evenodd"}}, {"stroke", {"none"}}};
    if (const Hatch* hatch = hatch_of(path)) {
        const Pattern& pattern = m_patterns[index_of(*hatch)];
        attributes["fill"] = {
            fmt::format("url(#{})", unit == Unit::hundredth ? pattern.fine_id : pattern.id)};
    } else if (path.fill) {
        attributes["fill"] = value(colours("fill", ground_of(*path.fill)));
    }
    if (path.stroke) {
        for (const auto& [name, of_stroke] : of(*path.stroke, unit)) {
            attributes[name] = of_stroke;
        }
    }
    return attributes;
}

Attributes Looks::of(const colour::Stroke& stroke, Unit unit) const {
    return {{"stroke", value(colours("stroke", stroke.ink))},
            {"stroke-width", {in_unit(stroke.width, unit)}},
            {"stroke-linecap", {stroke.round ? "round" : "butt"}},
            {"stroke-linejoin", {stroke.round ? "round" : "miter"}}};
}

Attributes Looks::of(const Text& text) const {
    const Value fill = value(colours("fill", text.ink));
    if (m_outlines->contains(&text)) {
        return {{"fill", fill}, {"fill-rule", {"nonzero"}}, {"stroke", {"none"}}};
    }
    return {{"fill", fill},
            {"stroke", {"none"}},
            {"font-size", {from_hundredths(hundredths(text.font.size))}},
            {"font-weight", {text.font.weight == colour::Weight::bold ? "700" : "400"}}};
}

Attributes Looks::shared(const Group& group, Unit unit) const {
    Sharing sharing;
    visit_all(group.children, [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Path>) {
            sharing.add(of(node, unit));
            if (!node.stroke) { // a shape that waits for the line of an outline
                sharing.differing.insert({"stroke-width", "stroke-linecap", "stroke-linejoin"});
            }
        } else if constexpr (std::is_same_v<Type, Text>) {
            sharing.add(of(node));
        }
    });
    if (sharing.leaves < 2) {
        return {};
    }
    for (const std::string& name : sharing.differing) {
        sharing.common.erase(name);
    }
    return sharing.common;
}

std::string Looks::rules(const std::string& scope) const {
    std::map<std::size_t, const Colours*> in_order;
    for (const auto& [colours, number] : m_classes) {
        in_order[number] = &colours;
    }
    std::string dark;
    std::string forced;
    for (const auto& [number, colours] : in_order) {
        const auto rule = [&, number = number, colours = colours](const std::string& value) {
            return fmt::format("{} .cairn-{}{{{}:{}}}\n", scope, number, colours->property, value);
        };
        dark += colours->dark == colours->light ? "" : rule(colours->dark);
        forced += colours->forced.empty() ? "" : rule(colours->forced);
    }
    std::string css;
    if (!dark.empty()) {
        css += fmt::format("@media (prefers-color-scheme:dark){{\n{}}}\n", dark);
    }
    if (!forced.empty()) {
        // In an image, where there is no scripting, Chromium gives the system colours of a light
        // page though the scheme is dark; a figure that is one keeps all its colours.
        css +=
            fmt::format("@media (forced-colors:active) and (scripting:enabled){{\n{}}}\n", forced);
    }
    return css;
}

Attributes root_attributes() {
    return {{"fill", {"#000000"}},   {"fill-rule", {"evenodd"}},   {"stroke", {"none"}},
            {"stroke-width", {"1"}}, {"stroke-linecap", {"butt"}}, {"stroke-linejoin", {"miter"}},
            {"font-weight", {"400"}}};
}

} // namespace cairn::output
