#include "render/scene/measure_pango.h"

#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <set>
#include <utility>

namespace cairn::scene {

namespace {

struct DestroyPattern {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, DestroyPattern>;

struct DestroyCharacters {
    void operator()(FcCharSet* characters) const { FcCharSetDestroy(characters); }
};
using Characters = std::unique_ptr<FcCharSet, DestroyCharacters>;

struct FreeMemory {
    void operator()(void* memory) const { g_free(memory); }
};
using Memory = std::unique_ptr<char, FreeMemory>;

struct UnrefAttributes {
    void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
};
using Attributes = std::unique_ptr<PangoAttrList, UnrefAttributes>;

struct DestroyOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
using Options = std::unique_ptr<cairo_font_options_t, DestroyOptions>;

FontConfig config_of(const std::vector<std::string>& files) {
    FontConfig config(FcConfigCreate());
    for (const std::string& file : files) {
        const auto* name = reinterpret_cast<const FcChar8*>(file.c_str());
        if (!FcConfigAppFontAddFile(config.get(), name)) {
            throw Error(
                Problem{{file}, "cannot be read as a font", "put the file of styles/fonts back"});
        }
    }
    return config;
}

FontMap map_of(FcConfig* config) {
    // Pango asks fontconfig for its default configuration, in a thread of its own; with an empty
    // one in place the host's is never read.
    FcConfigSetCurrent(FontConfig(FcConfigCreate()).get());
    FontMap map(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 96);
    return map;
}

Object<PangoContext> context_of(PangoFontMap* map) {
    Object<PangoContext> context(pango_font_map_create_context(map));
    const Options options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    // Else taken from the locale.
    pango_context_set_language(context.get(), pango_language_from_string("en"));
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_LTR);
    return context;
}

std::string joined(const std::vector<std::string>& families) {
    std::string list;
    for (const std::string& family : families) {
        list += (list.empty() ? "" : ",") + family;
    }
    return list;
}

/// Tabular figures; no local forms, since for some scripts Pango takes the language from the
/// environment.
Attributes features() {
    Attributes attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1,locl=0"));
    return attributes;
}

Object<PangoLayout> layout_of(const FontSet& fonts, const std::string& text,
                              const colour::Font& font) {
    Object<PangoLayout> layout(pango_layout_new(fonts.context()));
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_font_description(layout.get(), describe_font(fonts.families(), font).get());
    pango_layout_set_attributes(layout.get(), features().get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

/// Puts all letters on one baseline. Pango lifts Latin letters beside Chinese ones to the
/// ideographic baseline, and so out of line with the labels beside them.
void align_baselines(PangoLayout* layout) {
    const PangoLayoutLine* line = pango_layout_get_line(layout, 0);
    for (const GSList* run = line->runs; run != nullptr; run = run->next) {
        static_cast<PangoGlyphItem*>(run->data)->y_offset = 0;
    }
}

/// The characters that a layout draws as boxes.
std::set<char32_t> boxes(PangoLayout* layout) {
    std::set<char32_t> characters;
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
    for (const GSList* run = line->runs; run != nullptr; run = run->next) {
        const PangoGlyphString* glyphs = static_cast<const PangoGlyphItem*>(run->data)->glyphs;
        for (int i = 0; i < glyphs->num_glyphs; ++i) {
            const PangoGlyph glyph = glyphs->glyphs[i].glyph;
            if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
                characters.insert(static_cast<char32_t>(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG));
            }
        }
    }
    return characters;
}

const FontSet& with_stand_ins(const PangoFonts& fonts, const std::vector<StandIn>& stand_ins) {
    std::vector<std::string> files = fonts.files;
    std::vector<std::string> families{fonts.family};
    for (const StandIn& stand_in : stand_ins) {
        if (stand_in.font && std::ranges::find(files, stand_in.font->file) == files.end()) {
            files.push_back(stand_in.font->file);
            families.push_back(stand_in.font->family);
        }
    }
    const auto known = fonts.with_host.find(files);
    return known != fonts.with_host.end()
               ? known->second
               : fonts.with_host.try_emplace(files, files, families).first->second;
}

} // namespace

void ReleaseMap::operator()(PangoFontMap* map) const {
    // Pango 1.50 keeps what it looked up, and its configuration, beyond the map's end.
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), nullptr);
    pango_fc_font_map_shutdown(PANGO_FC_FONT_MAP(map));
    g_object_unref(map);
}

FontSet::FontSet(const std::vector<std::string>& files, const std::vector<std::string>& families)
    : m_config(config_of(files)), m_map(map_of(m_config.get())), m_context(context_of(m_map.get())),
      m_families(joined(families)) {}

std::optional<HostFont> HostFonts::find(char32_t character, colour::Weight weight) {
    const auto [place, is_new] = m_found.try_emplace({character, weight});
    if (!is_new) {
        return place->second;
    }
    if (!m_config) {
        m_config.reset(FcInitLoadConfigAndFonts());
    }
    const Characters characters(FcCharSetCreate());
    FcCharSetAddChar(characters.get(), character);
    // The language "und" keeps fontconfig from adding those of the locale.
    const Pattern pattern(FcPatternBuild(
        nullptr, FC_FAMILY, FcTypeString, "sans-serif", FC_LANG, FcTypeString, "en", FC_LANG,
        FcTypeString, "und", FC_WEIGHT, FcTypeInteger,
        weight == colour::Weight::bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, FC_SCALABLE,
        FcTypeBool, FcTrue, FC_CHARSET, FcTypeCharSet, characters.get(), nullptr));
    FcConfigSubstitute(m_config.get(), pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(m_config.get(), pattern.get(), &result));
    FcCharSet* found = nullptr;
    FcChar8* file = nullptr;
    FcChar8* family = nullptr;
    if (match && FcPatternGetCharSet(match.get(), FC_CHARSET, 0, &found) == FcResultMatch &&
        FcCharSetHasChar(found, character) &&
        FcPatternGetString(match.get(), FC_FILE, 0, &file) == FcResultMatch &&
        FcPatternGetString(match.get(), FC_FAMILY, 0, &family) == FcResultMatch) {
        place->second =
            HostFont{reinterpret_cast<const char*>(file), reinterpret_cast<const char*>(family)};
    }
    return place->second;
}

Description describe_font(const std::string& families, const colour::Font& font) {
    Description description(pango_font_description_new());
    pango_font_description_set_family(description.get(), families.c_str());
    pango_font_description_set_absolute_size(description.get(), font.size.to_px() * PANGO_SCALE);
    pango_font_description_set_weight(description.get(), font.weight == colour::Weight::bold
                                                             ? PANGO_WEIGHT_BOLD
                                                             : PANGO_WEIGHT_NORMAL);
    return description;
}

std::string drawn_text(std::string_view text) {
    const Memory valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
    const Memory composed(g_utf8_normalize(valid.get(), -1, G_NORMALIZE_NFC));
    std::string drawn;
    for (const char* next = composed.get(); *next != '\0'; next = g_utf8_next_char(next)) {
        const gunichar character = g_utf8_get_char(next);
        const bool separator = character == 0x2028 || character == 0x2029 || character == 0x85;
        if (separator || (character >= '\t' && character <= '\r')) {
            drawn += ' ';
        } else if (character == 0x2010 || character == 0x2011) {
            drawn += '-'; // of the hyphens most fonts have this one alone
        } else if (!g_unichar_iscntrl(character)) {
            drawn.append(next, static_cast<std::size_t>(g_utf8_next_char(next) - next));
        }
    }
    return drawn;
}

Line set_line(const PangoFonts& fonts, std::string_view text, const colour::Font& font) {
    const std::string drawn = drawn_text(text);
    Line line{layout_of(fonts.own, drawn, font)};
    for (const char32_t character : boxes(line.layout.get())) {
        line.stand_ins.push_back({character, fonts.host.find(character, font.weight)});
    }
    if (!line.stand_ins.empty()) {
        line.layout = layout_of(with_stand_ins(fonts, line.stand_ins), drawn, font);
        align_baselines(line.layout.get());
    }
    return line;
}

} // namespace cairn::scene
