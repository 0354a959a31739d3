#include "render/output/markup.h"
#include "render/output/number.h"
#include "render/output/output.h"
#include "render/output/svg_path.h"
#include "render/output/svg_shared.h"
#include "render/output/xmp.h"
#include "render/scene/measure_pango.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <numbers>

namespace cairn::output {

namespace {

using scene::Group;
using scene::Hatch;
using scene::Node;
using scene::Path;
using scene::Role;
using scene::Text;

std::string px(scene::Length length) {
    return from_hundredths(hundredths(length));
}

std::string element(std::string_view name, std::string_view text) {
    return fmt::format("<{0}>{1}</{0}>", name, escape(text));
}

/// Roles of the WAI-ARIA Graphics Module, each with one of ARIA that older readers know.
std::string role_attributes(const Group& group, const facts::Words& words) {
    switch (group.role) {
    case Role::plain:
    case Role::title:
        return "";
    case Role::marks:
        return attribute("role", "graphics-object group");
    case Role::legend:
        return attribute("role", "graphics-object group") +
               (words.legend_title.empty() ? "" : attribute("aria-label", words.legend_title));
    case Role::mark:
    case Role::legend_entry:
        return attribute("role", "graphics-symbol img");
    case Role::notes:
        return attribute("role", "note");
    case Role::decoration:
        return attribute("aria-hidden", "true");
    }
    throw std::logic_error("an unknown role");
}

std::string datum_attributes(const scene::Datum& datum) {
    std::string text;
    if (!datum.code.empty()) {
        text += attribute("data-code", datum.code);
    }
    if (datum.value) {
        text += attribute("data-value", plain_number(*datum.value));
    }
    return text;
}

bool needs_space_kept(std::string_view text) {
    return text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != text.npos;
}

struct Writer {
    const scene::Scene& scene;
    const scene::Fonts& fonts;
    const HatchIds& hatches;
    Attributes inherited;
    std::string& svg;

    void operator()(const Group& group) const {
        if (group.children.empty()) {
            return;
        }
        Writer inside = *this;
        svg += "\n<g" + role_attributes(group, scene.words());
        if (group.datum) {
            svg += datum_attributes(*group.datum);
        }
        for (const auto& [name, value] : shared_attributes(group, hatches)) {
            svg += inside.set(name, value);
        }
        svg += '>';
        if (group.datum) {
            svg += element("title", group.datum->name);
        }
        for (const Node& child : group.children) {
            std::visit(inside, child);
        }
        svg += "</g>";
    }

    void operator()(const Path& path) const {
        svg += "\n<path" + own_attributes(attributes_of(path, hatches)) +
               attribute("d", path_data(path.subpaths)) + "/>";
    }

    void operator()(const Text& text) const {
        const std::string drawn = scene::drawn_text(text.string);
        svg += "\n<text" + attribute("x", px(text.start.x)) + attribute("y", px(text.start.y));
        if (hundredths(text.width) > 0) {
            // A substitute font keeps the measured width.
            svg += attribute("textLength", px(text.width)) +
                   attribute("lengthAdjust", "spacingAndGlyphs");
        }
        if (scene::set_line(fonts.pango(), text.string, text.font).is_right_to_left()) {
            svg += attribute("direction", "rtl") + attribute("text-anchor", "end");
        }
        if (needs_space_kept(drawn)) {
            svg += attribute("xml:space", "preserve");
        }
        svg += own_attributes(attributes_of(text)) + '>' + escape(drawn) + "</text>";
    }

    /// The attribute, where it differs from what is inherited; remembered for what lies within.
    std::string set(const std::string& name, const std::string& value) {
        const auto known = inherited.find(name);
        if (known != inherited.end() && known->second == value) {
            return "";
        }
        inherited[name] = value;
        return attribute(name, value);
    }

    [[nodiscard]] std::string own_attributes(const Attributes& attributes) const {
        Writer own = *this;
        std::string text;
        for (const auto& [name, value] : attributes) {
            text += own.set(name, value);
        }
        return text;
    }
};

/// A tile with two pieces of the lines that the painter draws, laid from the page's corner on, so
/// that both have one phase.
std::string pattern(const Hatch& hatch, const std::string& id) {
    const double tile = hatch.spacing.to_px() * std::numbers::sqrt2;
    return fmt::format(
        "\n<pattern id=\"{0}\" width=\"{1:.4f}\" height=\"{1:.4f}\" "
        "patternUnits=\"userSpaceOnUse\"><path fill=\"{2}\" d=\"M0 0h{1:.4f}v{1:.4f}h-{1:.4f}z\"/>"
        "<path fill=\"none\" stroke=\"{3}\" stroke-width=\"{4}\" stroke-linecap=\"square\" "
        "d=\"M0 {5:.4f}L{5:.4f} 0M{5:.4f} {1:.4f}L{1:.4f} {5:.4f}\"/></pattern>",
        id, tile, to_hex(hatch.ground), to_hex(hatch.line), px(hatch.width), tile / 2);
}

std::string open_root(const scene::Scene& scene, const scene::Fonts& fonts) {
    const std::string width = px(scene.size().width);
    const std::string height = px(scene.size().height);
    const std::string& language = scene.words().language;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("width", width) +
           attribute("height", height) +
           attribute("viewBox", fmt::format("0 0 {} {}", width, height)) +
           attribute("role", "graphics-document document") + attribute("lang", language) +
           attribute("xml:lang", language) +
           attribute("font-family", fmt::format("'{}',sans-serif", fonts.family())) +
           attribute("style", "font-variant-numeric:tabular-nums") +
           attribute("fill-rule", "evenodd") + ">";
}

} // namespace

std::string to_svg(const scene::Scene& scene, const scene::Fonts& fonts,
                   const SvgOptions& /*options*/) {
    const HatchIds hatches = hatch_ids(scene);
    std::string svg = open_root(scene, fonts);
    svg += "\n" + element("title", scene.words().title);
    svg += "\n" + element("desc", scene.words().short_text);
    svg += "\n<metadata>" + xmp_element(scene.words(), Conformance::none) + "</metadata>";
    for (const auto& [hatch, id] : hatches) {
        svg += pattern(hatch, id);
    }
    svg += "\n<path" + attribute("fill", to_hex(scene.background())) +
           attribute(
               "d", fmt::format("M0 0h{}v{}H0z", px(scene.size().width), px(scene.size().height))) +
           attribute("aria-hidden", "true") + "/>";
    const Writer writer{scene, fonts, hatches, root_attributes(), svg};
    for (const Node& node : scene.nodes()) {
        std::visit(writer, node);
    }
    return svg + "\n</svg>\n";
}

} // namespace cairn::output
