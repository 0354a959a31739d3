#pragma once

#include "render/scene/measure.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Text set by Pango: for measuring, and for the painter of render/output. No other header names
/// Pango.
namespace cairn::scene {

struct UnrefObject {
    void operator()(void* object) const { g_object_unref(object); }
};
template<typename Type>
using Object = std::unique_ptr<Type, UnrefObject>;

/// Frees a font map with all that it holds.
struct ReleaseMap {
    void operator()(PangoFontMap* map) const;
};
using FontMap = std::unique_ptr<PangoFontMap, ReleaseMap>;

struct FreeDescription {
    void operator()(PangoFontDescription* description) const {
        pango_font_description_free(description);
    }
};
using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;

struct DestroyConfig {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
using FontConfig = std::unique_ptr<FcConfig, DestroyConfig>;

/// A set of font files, and nothing of the host, in a form that Pango sets text with.
class FontSet {
  public:
    /// Throws Error on a file that is no font. `families` are tried in order.
    FontSet(const std::vector<std::string>& files, const std::vector<std::string>& families);

    [[nodiscard]] FcConfig* config() const { return m_config.get(); }
    [[nodiscard]] PangoContext* context() const { return m_context.get(); }
    [[nodiscard]] const std::string& families() const { return m_families; }

  private:
    FontConfig m_config;
    FontMap m_map;
    Object<PangoContext> m_context;
    std::string m_families; ///< as Pango reads a list: with commas
};

/// A font of the host.
struct HostFont {
    std::string file;
    std::string family;

    friend bool operator==(const HostFont&, const HostFont&) = default;
};

/// The fonts of the host, read from its own fontconfig when the first is asked for.
class HostFonts {
  public:
    /// The host's choice for one character; nothing where no font has it. Depends on nothing that
    /// was asked before.
    std::optional<HostFont> find(char32_t character, colour::Weight weight);

  private:
    FontConfig m_config;
    std::map<std::pair<char32_t, colour::Weight>, std::optional<HostFont>> m_found;
};

struct PangoFonts {
    std::string family;
    std::vector<std::string> files;
    FontSet own;
    /// Read and filled while measuring, which changes no answer.
    mutable HostFonts host{};
    mutable std::map<std::vector<std::string>, FontSet> with_host{}; ///< by the host's files
};

/// A character that the family lacks, and what stands in.
struct StandIn {
    char32_t character = 0;
    std::optional<HostFont> font{}; ///< nothing: a box is drawn
};

/// A line of text, set.
struct Line {
    Object<PangoLayout> layout;
    std::vector<StandIn> stand_ins{}; ///< by character

    /// The one line of the layout.
    [[nodiscard]] PangoLayoutLine* get() const {
        return pango_layout_get_line_readonly(layout.get(), 0);
    }

    /// Whether the text's own direction is from right to left.
    [[nodiscard]] bool is_right_to_left() const {
        return pango_layout_line_get_resolved_direction(get()) == PANGO_DIRECTION_RTL;
    }
};

/// A font as Pango is asked for it, in CSS pixels. `families` is a list with commas.
Description describe_font(const std::string& families, const colour::Font& font);

/// Sets a text; lengths in CSS pixels. Measuring and painting both use this.
Line set_line(const PangoFonts& fonts, std::string_view text, const colour::Font& font);

/// The text as it is drawn: composed (NFC), white space as spaces, without control characters.
std::string drawn_text(std::string_view text);

} // namespace cairn::scene
