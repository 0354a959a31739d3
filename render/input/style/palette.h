#pragma once

#include "base/error.h"
#include "render/input/style/style.h"

#include <filesystem>
#include <string>
#include <vector>

/// Named colours for maps, as data: styles/palettes/NAME.yaml.
namespace cairn::input {

enum class Scheme {
    sequential,  ///< stops from few to many
    diverging,   ///< stops from far below a midpoint to far above it, an odd number
    qualitative, ///< colours of groups without an order
};

struct Palette {
    std::string name;
    Scheme kind = Scheme::sequential;
    std::vector<colour::Colour> colours;
    std::vector<colour::Colour> dark{}; ///< on a dark page; none where the others do there too
    std::string source;                 ///< whose colours they are
    std::string licence;
};

/// Reads a palette. Throws Error, naming file, line, colours and measured figures, for an unknown
/// or missing key, a sequence that does not darken from stop to stop, arms that do not from the
/// middle out (lighten, of `dark`), and a colour that stands twice: no outline, label or pattern
/// mends these.
Palette read_palette(const std::filesystem::path& path);

/// The file of a palette by name, of the folder `palettes` in `styles`; of one that ends in .yaml,
/// relative to `base`. Throws Error at `where` where there is none.
std::filesystem::path palette_path(const std::string& name, const std::filesystem::path& base,
                                   const std::filesystem::path& styles, const Location& where);

/// Throws Error at `where` for a palette of another kind.
void require_kind(const Palette& palette, Scheme kind, const Location& where);

/// Whether a page is dark, so that many is shown light and few dark.
bool is_dark(colour::Colour page);

/// The palette's colours on such a page: its own for a dark one where it has them; else a sequence
/// turned round, and all others as they are.
std::vector<colour::Colour> colours_on(const Palette& palette, colour::Colour page);

/// Whether any of its colours is no grey.
bool has_hues(const Palette& palette);

/// Gives the palette to a style and its dark ones: ramp, diverging stops or categories; in greys
/// that are as light, where the style has no hues.
void lay_on(Style& style, const Palette& palette);

/// Throws Error at `where` where the style has no palette for classes on both sides of a midpoint.
void require_diverging(const Style& style, const Location& where);

/// Throws Error at `where` where the style, or its dark one, has fewer colours for groups without
/// an order.
void require_categories(const Style& style, std::size_t count, const Location& where);

} // namespace cairn::input
