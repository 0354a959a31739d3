#include "render/scene/measure.h"

#include "render/scene/measure_pango.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace cairn::scene {

namespace {

bool is_font(const std::filesystem::path& file) {
    return file.extension() == ".ttf" || file.extension() == ".otf";
}

std::vector<std::string> font_files(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    std::error_code absent;
    for (const auto& entry : std::filesystem::directory_iterator(folder, absent)) {
        if (is_font(entry.path())) {
            files.push_back(entry.path().string());
        }
    }
    if (files.empty()) {
        throw Error(Problem{{folder.string()},
                            "holds no font file",
                            "expected the .ttf files of styles/fonts, as installed"});
    }
    std::ranges::sort(files);
    return files;
}

std::set<std::string> families(FcConfig* config) {
    std::set<std::string> names;
    const FcFontSet* fonts = FcConfigGetFonts(config, FcSetApplication);
    for (int i = 0; i < fonts->nfont; ++i) {
        FcChar8* name = nullptr;
        if (FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &name) == FcResultMatch) {
            names.insert(reinterpret_cast<const char*>(name));
        }
    }
    return names;
}

void require_family(const PangoFonts& fonts, const std::filesystem::path& folder) {
    const std::set<std::string> held = families(fonts.own.config());
    if (!held.contains(fonts.family)) {
        throw Error(Problem{{folder.string()},
                            fmt::format("holds no font of the family \"{}\"", fonts.family),
                            fmt::format("it holds \"{}\"", fmt::join(held, "\", \""))});
    }
}

/// One character with its code point, or the code point alone where there is nothing to see.
std::string named(char32_t character) {
    char bytes[6];
    const int size = g_unichar_to_utf8(character, bytes);
    const bool visible = g_unichar_isgraph(character) && !g_unichar_ismark(character);
    const std::string code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
    return visible ? fmt::format("{} ({})", std::string_view(bytes, size), code) : code;
}

Problem warning(const std::string& family, const std::string& text,
                const std::vector<StandIn>& stand_ins) {
    std::map<std::string, std::vector<std::string>> by_font;
    for (const StandIn& stand_in : stand_ins) {
        by_font[stand_in.font ? stand_in.font->family : ""].push_back(named(stand_in.character));
    }
    std::vector<std::string> parts;
    parts.reserve(by_font.size());
    for (const auto& [font, characters] : by_font) {
        parts.push_back(fmt::format("{} {}", fmt::join(characters, ", "),
                                    font.empty() ? "drawn as a box, since no font here has it"
                                                 : "drawn in " + font));
    }
    const bool boxed = by_font.contains("");
    return {{},
            fmt::format("\"{}\" has characters that {} lacks: {}", text, family,
                        fmt::join(parts, "; ")),
            boxed ? "install a font that has them, or write the text otherwise"
                  : "another computer may have other fonts, and draw this text otherwise"};
}

Length from_pango(int units) {
    return Length::px(static_cast<double>(units) / PANGO_SCALE);
}

/// Of the family, whatever stands in: so all lines of one font are equally high.
hb_font_extents_t vertical_extents(const PangoFonts& fonts, const colour::Font& font) {
    const Description description = describe_font(fonts.family, font);
    const Object<PangoFont> loaded(pango_context_load_font(fonts.own.context(), description.get()));
    hb_font_extents_t extents{};
    hb_font_get_h_extents(pango_font_get_hb_font(loaded.get()), &extents);
    return extents;
}

} // namespace

Fonts::Fonts(const std::filesystem::path& folder, std::string family) {
    std::vector<std::string> files = font_files(folder);
    FontSet own(files, {family});
    m_pango = std::make_unique<PangoFonts>(
        PangoFonts{std::move(family), std::move(files), std::move(own)});
    require_family(*m_pango, folder);
}

Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;

Extent Fonts::measure(std::string_view text, const colour::Font& font) const {
    const Line line = set_line(*m_pango, text, font);
    PangoRectangle logical{};
    pango_layout_line_get_extents(line.get(), nullptr, &logical);
    const hb_font_extents_t vertical = vertical_extents(*m_pango, font);
    return {from_pango(logical.width), from_pango(vertical.ascender),
            from_pango(-vertical.descender)};
}

const std::string& Fonts::family() const {
    return m_pango->family;
}

const PangoFonts& Fonts::pango() const {
    return *m_pango;
}

std::vector<Problem> Fonts::stand_ins(const Scene& scene) const {
    std::map<std::string, Problem> warnings;
    visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Text>) {
            const Line line = set_line(*m_pango, node.string, node.font);
            if (!line.stand_ins.empty()) {
                warnings.try_emplace(node.string, warning(family(), node.string, line.stand_ins));
            }
        }
    });
    std::vector<Problem> problems;
    problems.reserve(warnings.size());
    for (auto& [text, problem] : warnings) {
        problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace cairn::scene
