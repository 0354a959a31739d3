#include "render/output/svg_looks.h"

#include "render/output/svg_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace cairn::output {

namespace {

using scene::Group;
using scene::Hatch;
using scene::Node;
using scene::Path;
using scene::Subpath;
using scene::Text;

// System colours of CSS Color 4, which readers choose.
constexpr const char* canvas = "Canvas";
constexpr const char* canvas_text = "CanvasText";
constexpr const char* unforced = "";

const Hatch* hatch_of(const Path& path) {
    return path.fill ? std::get_if<Hatch>(&*path.fill) : nullptr;
}

const scene::Colour& colour_of(const Path& path) {
    return std::get<scene::Colour>(*path.fill);
}

bool same_lines(const std::vector<Subpath>& a, const std::vector<Subpath>& b) {
    return std::ranges::equal(a, b, [](const Subpath& one, const Subpath& other) {
        return one.closed == other.closed && one.points == other.points;
    });
}

bool twins(const std::optional<scene::Stroke>& a, const std::optional<scene::Stroke>& b) {
    return a.has_value() == b.has_value() && (!a || (a->width == b->width && a->round == b->round));
}

bool twins(const Path& a, const Path& b) {
    const bool same_fill =
        a.fill.has_value() == b.fill.has_value() && (!a.fill || a.fill->index() == b.fill->index());
    const Hatch* hatch = hatch_of(a);
    const Hatch* other = hatch_of(b);
    const bool same_hatch = hatch == nullptr || other == nullptr ||
                            (hatch->spacing == other->spacing && hatch->width == other->width &&
                             hatch->motif == other->motif);
    return same_fill && twins(a.stroke, b.stroke) && same_hatch &&
           a.keeps_colours == b.keeps_colours && same_lines(a.subpaths, b.subpaths);
}

bool twins(const Text& a, const Text& b) {
    return a.string == b.string && a.start == b.start && a.font == b.font &&
           a.language == b.language && a.keeps_colours == b.keeps_colours;
}

bool twins(const Group& a, const Group& b) {
    const bool same_datum =
        a.datum.has_value() == b.datum.has_value() &&
        (!a.datum || (a.datum->name == b.datum->name && a.datum->value == b.datum->value));
    return a.role == b.role && same_datum && twins(a.outline, b.outline) &&
           twins(a.casing, b.casing);
}

void require_twins(bool are_twins) {
    if (!are_twins) {
        throw std::logic_error("the dark scene differs in more than colours");
    }
}

Attributes stroke_attributes(const scene::Stroke& stroke, const Value& colour, Unit unit) {
    return {{"stroke", colour},
            {"stroke-width", {in_unit(stroke.width, unit)}},
            {"stroke-linecap", {stroke.round ? "round" : "butt"}},
            {"stroke-linejoin", {stroke.round ? "round" : "miter"}}};
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

Looks::Looks(const scene::Scene& scene, const scene::Scene* dark, bool follows_forced_colours,
             const Outlines& outlines)
    : m_scene(&scene), m_dark(dark), m_follows(follows_forced_colours), m_outlines(&outlines) {
    if (dark != nullptr) {
        require_twins(scene.size() == dark->size());
        pair(scene.nodes(), dark->nodes());
    }
    add(page_colours());
    visit_all(scene.nodes(), [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Path>) {
            add(node);
        } else if constexpr (std::is_same_v<Type, Text>) {
            add(text_colours(node));
        } else if (node.outline) {
            add(outline_colours(node));
            if (node.casing) {
                add(casing_colours(node));
            }
        }
    });
    visit_all(scene.nodes(), [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Group>) {
            if (is_fine(node)) {
                add_fine_patterns(node);
            }
        }
    });
}

void Looks::pair(const std::vector<Node>& light, const std::vector<Node>& dark) {
    require_twins(light.size() == dark.size());
    for (std::size_t i = 0; i < light.size(); ++i) {
        std::visit(
            [&](const auto& node) {
                using Type = std::decay_t<decltype(node)>;
                const Type* twin = std::get_if<Type>(&dark[i]);
                require_twins(twin != nullptr && twins(node, *twin));
                m_twins[&node] = twin;
                if constexpr (std::is_same_v<Type, Group>) {
                    pair(node.children, twin->children);
                }
            },
            light[i]);
    }
}

const Path& Looks::dark_of(const Path& path) const {
    return m_dark == nullptr ? path : *static_cast<const Path*>(m_twins.at(&path));
}

const Text& Looks::dark_of(const Text& text) const {
    return m_dark == nullptr ? text : *static_cast<const Text*>(m_twins.at(&text));
}

const Group& Looks::dark_of(const Group& group) const {
    return m_dark == nullptr ? group : *static_cast<const Group*>(m_twins.at(&group));
}

void Looks::add(const Path& path) {
    if (path.stroke) {
        add(stroke_colours(path));
    }
    if (!path.fill) {
        return;
    }
    const Hatch* hatch = hatch_of(path);
    if (hatch == nullptr) {
        add(fill_colours(path));
        return;
    }
    if (pattern_of(path) == m_patterns.size()) {
        m_patterns.push_back(
            {*hatch, *hatch_of(dark_of(path)), path.keeps_colours,
             fmt::format("cairn-{}-hatch-{}", name_to_come, m_patterns.size() + 1)});
        add(ground_colours(m_patterns.back()));
        add(line_colours(m_patterns.back()));
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
            if (hatch_of(node) != nullptr) {
                Pattern& pattern = m_patterns[pattern_of(node)];
                pattern.fine_id = pattern.id + "-fine";
            }
        }
    });
}

std::size_t Looks::pattern_of(const Path& path) const {
    const auto found = std::ranges::find_if(m_patterns, [&](const Pattern& pattern) {
        return pattern.hatch == *hatch_of(path) && pattern.dark == *hatch_of(dark_of(path)) &&
               pattern.keeps_colours == path.keeps_colours;
    });
    return static_cast<std::size_t>(found - m_patterns.begin());
}

Colours Looks::colours(const char* property, scene::Colour light, scene::Colour dark,
                       const char* forced) const {
    return {property, to_hex(light), to_hex(dark), m_follows ? forced : unforced};
}

Colours Looks::page_colours() const {
    return colours("fill", m_scene->background(),
                   (m_dark == nullptr ? m_scene : m_dark)->background(), canvas);
}

Colours Looks::ground_colours(const Pattern& pattern) const {
    return colours("fill", pattern.hatch.ground, pattern.dark.ground,
                   pattern.keeps_colours ? unforced : canvas);
}

Colours Looks::line_colours(const Pattern& pattern) const {
    return colours("stroke", pattern.hatch.line, pattern.dark.line,
                   pattern.keeps_colours ? unforced : canvas_text);
}

Colours Looks::fill_colours(const Path& path) const {
    return colours("fill", colour_of(path), colour_of(dark_of(path)),
                   path.keeps_colours ? unforced : canvas_text);
}

Colours Looks::stroke_colours(const Path& path) const {
    return colours("stroke", path.stroke->colour, dark_of(path).stroke->colour,
                   path.keeps_colours ? unforced : canvas_text);
}

Colours Looks::outline_colours(const Group& group) const {
    return colours("stroke", group.outline->colour, dark_of(group).outline->colour, unforced);
}

Colours Looks::text_colours(const Text& text) const {
    return colours("fill", text.colour, dark_of(text).colour,
                   text.keeps_colours ? unforced : canvas_text);
}

Value Looks::value(const Colours& colours) const {
    const auto found = m_classes.find(colours);
    return {colours.light, found == m_classes.end() ? "" : fmt::format("cairn-{}", found->second)};
}

Value Looks::page() const {
    return value(page_colours());
}

Value Looks::ground(const Pattern& pattern) const {
    return value(ground_colours(pattern));
}

Value Looks::lines(const Pattern& pattern) const {
    return value(line_colours(pattern));
}

Value Looks::hatching(const Path& path, Unit unit) const {
    const Pattern& pattern = m_patterns[pattern_of(path)];
    return {fmt::format("url(#{})", unit == Unit::hundredth ? pattern.fine_id : pattern.id)};
}

Attributes Looks::of(const Path& path, Unit unit) const {
    Attributes attributes{{"fill", {"none"}}, {"fill-rule", {"evenodd"}}};
    if (path.fill) {
        attributes["fill"] =
            hatch_of(path) == nullptr ? value(fill_colours(path)) : hatching(path, unit);
    }
    if (path.stroke) {
        attributes.merge(stroke_attributes(*path.stroke, value(stroke_colours(path)), unit));
    } else {
        attributes["stroke"] = {"none"};
    }
    return attributes;
}

Colours Looks::casing_colours(const Group& group) const {
    return colours("stroke", group.casing->colour, dark_of(group).casing->colour, unforced);
}

Attributes Looks::casing_of(const Group& group, Unit unit) const {
    return stroke_attributes(*group.casing, value(casing_colours(group)), unit);
}

Attributes Looks::outline_of(const Group& group, Unit unit) const {
    return stroke_attributes(*group.outline, value(outline_colours(group)), unit);
}

Attributes Looks::of(const Text& text) const {
    const Value fill = value(text_colours(text));
    if (m_outlines->contains(&text)) {
        return {{"fill", fill}, {"fill-rule", {"nonzero"}}, {"stroke", {"none"}}};
    }
    return {{"fill", fill},
            {"stroke", {"none"}},
            {"font-size", {from_hundredths(hundredths(text.font.size))}},
            {"font-weight", {text.font.weight == scene::Weight::bold ? "700" : "400"}}};
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
