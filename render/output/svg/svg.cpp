#include "base/base64.h"
#include "render/output/fonts/font_subset.h"
#include "render/output/fonts/woff2.h"
#include "render/output/markup.h"
#include "render/output/number.h"
#include "render/output/output.h"
#include "render/output/svg/svg_body.h"
#include "render/output/svg/svg_focus.h"
#include "render/output/svg/svg_looks.h"
#include "render/output/xmp.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <numbers>
#include <stdexcept>

namespace cairn::output {

namespace {

/// The class of the root, and the family of its fonts.
std::string figure_class() {
    return fmt::format("cairn-{}", name_to_come);
}

std::string value_attributes(std::string_view name, const Value& value) {
    return (value.css_class.empty() ? "" : attribute("class", value.css_class)) +
           attribute(name, value.text);
}

/// The side of a square that can be laid side by side with itself.
double tile_of(const colour::Hatch& hatch) {
    const bool diagonal = hatch.motif == colour::Motif::rising ||
                          hatch.motif == colour::Motif::falling ||
                          hatch.motif == colour::Motif::cross;
    return hatch.spacing.to_px() * (diagonal ? std::numbers::sqrt2 : 1);
}

/// The lines or the dot of one tile; a line at 45 degrees in two pieces.
std::string motif_data(colour::Motif motif, double tile) {
    const double half = tile / 2;
    switch (motif) {
    case colour::Motif::rising:
        return fmt::format("M0 {0:.4f}L{0:.4f} 0M{0:.4f} {1:.4f}L{1:.4f} {0:.4f}", half, tile);
    case colour::Motif::falling:
        return fmt::format("M0 {0:.4f}L{0:.4f} {1:.4f}M{0:.4f} 0L{1:.4f} {0:.4f}", half, tile);
    case colour::Motif::level:
        return fmt::format("M0 {:.4f}h{:.4f}", half, tile);
    case colour::Motif::upright:
        return fmt::format("M{:.4f} 0v{:.4f}", half, tile);
    case colour::Motif::cross:
        return motif_data(colour::Motif::rising, tile) + motif_data(colour::Motif::falling, tile);
    case colour::Motif::grid:
        return motif_data(colour::Motif::level, tile) + motif_data(colour::Motif::upright, tile);
    case colour::Motif::dots:
        return fmt::format("M{0:.4f} {0:.4f}h0", half);
    }
    throw std::logic_error("an unknown motif");
}

/// A tile of what the painter draws, laid from the page's corner on, so that both have one phase.
std::string pattern_element(const Pattern& pattern, const Looks& looks) {
    const double tile = tile_of(pattern.hatch);
    return fmt::format(
        "\n<pattern id=\"{0}\" width=\"{1:.4f}\" height=\"{1:.4f}\" "
        "patternUnits=\"userSpaceOnUse\"><path{2} d=\"M0 0h{1:.4f}v{1:.4f}h-{1:.4f}z\"/>"
        "<path fill=\"none\"{3} stroke-width=\"{4}\" stroke-linecap=\"{5}\" "
        "d=\"{6}\"/></pattern>",
        pattern.id, tile, value_attributes("fill", looks.value(pattern.ground)),
        value_attributes("stroke", looks.value(pattern.lines)), px(pattern.hatch.width),
        pattern.hatch.motif == colour::Motif::dots ? "round" : "square",
        motif_data(pattern.hatch.motif, tile));
}

/// The same pattern where the unit is a hundredth of a pixel; nothing where it never is.
std::string fine_pattern_element(const Pattern& pattern) {
    return pattern.fine_id.empty()
               ? ""
               : fmt::format("\n<pattern xmlns:xlink=\"{}\" id=\"{}\" xlink:href=\"#{}\" "
                             "patternTransform=\"scale(100)\"/>",
                             xlink_namespace, pattern.fine_id, pattern.id);
}

std::string open_root(const scene::Scene& scene, const std::string& families) {
    const std::string width = px(scene.pages().front().size.width);
    const std::string height = px(scene.pages().front().size.height);
    const std::string& language = scene.words().language;
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{}\"", figure_class()) +
           attribute("width", width) + attribute("height", height) +
           attribute("viewBox", fmt::format("0 0 {} {}", width, height)) +
           attribute("role", "graphics-document document") + attribute("lang", language) +
           attribute("xml:lang", language) + fmt::format(" font-family=\"{}\"", families) +
           attribute("style", "font-variant-numeric:tabular-nums;max-width:100%;height:auto") +
           attribute("fill-rule", "evenodd") + ">";
}

/// Fonts that the browser loads from the file itself.
std::string font_rules(const std::vector<FontSubset>& fonts) {
    std::string css;
    for (const FontSubset& font : fonts) {
        css += fmt::format("@font-face{{font-family:{};font-weight:{};"
                           "src:url(data:font/woff2;base64,{}) format(\"woff2\")}}\n",
                           figure_class(), font.weight == colour::Weight::bold ? 700 : 400,
                           base64(to_woff2(font.truetype)));
    }
    return css;
}

/// Rules that hold in this figure alone, though a page that it is inlined in reads them too.
std::string style_element(const scene::Page& page, const colour::Theme& theme,
                          const SvgOptions& options, const Looks& looks,
                          const std::vector<FontSubset>& fonts) {
    const std::string scope = "." + figure_class();
    std::string css = font_rules(fonts);
    // Browsers force the colour of texts alone, which would then stand on grounds of ours.
    css += fmt::format("{0},{0} text{{forced-color-adjust:none}}\n", scope);
    if (options.dark != nullptr) {
        css += fmt::format("{}{{color-scheme:light dark}}\n", scope); // for the window around it
    }
    if (options.interactive) {
        css += focus_rules(page, theme, options.dark, scope);
    }
    css += looks.rules(scope);
    return fmt::format("\n<style>\n{}</style>", css);
}

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : text) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    return hash;
}

/// Names the figure by a hash (FNV-1a) of all that it holds, so that no other figure on a page has
/// the same ids, classes or fonts with another meaning.
std::string named(const std::string& svg) {
    const std::string name = fmt::format("{:016x}", fnv1a(svg));
    std::string text;
    text.reserve(svg.size() + 64 * name.size());
    for (const char byte : svg) {
        if (byte == name_to_come) {
            text += name;
        } else {
            text += byte;
        }
    }
    return text;
}

} // namespace

std::string to_svg(const scene::Scene& scene, const colour::Theme& theme, const scene::Fonts& fonts,
                   const SvgOptions& options) {
    const scene::Page& page = scene.pages().front();
    const Outlines outlines = options.outlines ? glyph_outlines(scene, fonts) : Outlines();
    const Looks looks(scene, theme, options.dark, options.follows_forced_colours, outlines);
    const std::vector<FontSubset> subsets =
        options.outlines ? std::vector<FontSubset>() : font_subsets(scene, fonts);
    std::string svg =
        open_root(scene, fmt::format("{}'{}',sans-serif",
                                     subsets.empty() ? "" : figure_class() + ",", fonts.family()));
    svg += "\n" + element("title", scene.words().title);
    svg += "\n" + element("desc", scene.words().short_text);
    svg += "\n<metadata>" + xmp_element(scene.words(), Carrier::svg) + "</metadata>";
    svg += style_element(page, theme, options, looks, subsets);
    for (const Pattern& pattern : looks.patterns()) {
        svg += pattern_element(pattern, looks) + fine_pattern_element(pattern);
    }
    svg += "\n<path" + value_attributes("fill", looks.page()) +
           attribute("d", fmt::format("M0 0h{}v{}H0z", px(page.size.width), px(page.size.height))) +
           attribute("aria-hidden", "true") + "/>";
    svg += svg_body({scene.words(), page, fonts, looks, outlines, options.interactive});
    return named(svg + "\n</svg>\n");
}

} // namespace cairn::output
