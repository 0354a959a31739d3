#pragma once

#include "base/error.h"
#include "render/colour/paint.h"
#include "render/colour/theme.h"
#include "render/input/language/wording.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::input {

/// A kind of text.
struct TextStyle {
    colour::Font font;
    colour::Ink ink;
    Length line; ///< from baseline to baseline
};

/// Everything about looks, from styles/NAME.yaml. A style that breaks a contrast or colour-vision
/// rule does not load.
struct Style {
    std::string name;
    std::string font_family;

    /// The same in dark colours, for readers who prefer them: none or one, which has none itself.
    std::vector<Style> dark;
    /// Whether page, lines and texts take the colours that a reader forces on all pages.
    bool follows_forced_colours = false;

    Length width;         ///< of the figure
    Length margin;        ///< on all sides
    Length gap;           ///< between groups: title, plot, notes
    double png_dpi = 192; ///< pixels an inch in PNG; 192 is twice the CSS size

    /// The colours of all that is drawn; the rest of the style names inks.
    colour::Theme theme;

    TextStyle title{.font = {}, .ink = colour::Role::title, .line = {}};
    TextStyle subtitle{.font = {}, .ink = colour::Role::subtitle, .line = {}};
    /// Bar and region labels, and their values.
    TextStyle label{.font = {}, .ink = colour::Role::label, .line = {}};
    TextStyle legend{.font = {}, .ink = colour::Role::legend, .line = {}};
    TextStyle note{.font = {}, .ink = colour::Role::quiet, .line = {}};

    struct Bar {
        Length baseline_width;
        Length pitch;            ///< from one bar to the next, where labels have one line
        double thickness = 0.65; ///< of the bar, as a share of the pitch
    } bar;

    struct Map {
        int most_classes = 5;
        colour::Hatch missing{.ground = colour::Role::missing_ground,
                              .line = colour::Role::missing_line,
                              .spacing = {},
                              .width = {}};
        colour::Stroke outline{.ink = colour::Role::border, .width = {}}; ///< between regions
        colour::Stroke coast{.ink = colour::Role::coast, .width = {}};
        colour::Stroke leader{.ink = colour::Role::leader, .width = {}};
        Length swatch; ///< side of a legend swatch

        // Palettes, by name; their colours are in the themes.
        std::string palette{}; ///< of the ramp; empty where the style has one of its own
        std::string diverging_palette{};
        std::string category_palette{};
        bool patterns = false; ///< whether areas carry patterns besides their colours
        bool greys = false;    ///< whether palettes are drawn in greys, groups and sides of a
                               ///< midpoint with patterns that tell them apart
        bool cased = false; ///< whether borders have a casing: no one colour stands out everywhere

        /// Of maps that draw marks on the land.
        struct Symbol {
            colour::Stroke border{.ink = colour::Role::land_border,
                                  .width = {}}; ///< of regions, and the coast
            colour::Stroke edge{.ink = colour::Role::symbol_edge,
                                .width = {}}; ///< around each, so that marks over one another stay
                                              ///< apart
        } symbol;

        /// Whether Shetland stands in a frame and not in its true place.
        struct Shetland {
            bool frame = false;
            std::vector<Wording> reason{}; ///< why, as published; of a frame
        } shetland;
    } map;
};

/// Reads and checks a style, and those that it names: a file that ends in .yaml, from its own
/// folder, or one of the folder `built_in`, which is its own where none is given. Throws Error,
/// naming file, line, the two colours and the measured figure, for an unknown or missing key, a
/// wrong type, each rule that does not hold, and a dark style that differs in more than colours.
Style read_style(const std::filesystem::path& path, const std::filesystem::path& built_in = {});

/// Fills of these inks with a pattern each besides, of few marks to many, the last plain: what
/// tells them apart without colour. None has the motif of missing data. The lines keep 3:1 on their
/// ground.
std::vector<colour::Fill> patterned(const Style::Map& map, const std::vector<colour::Plain>& inks);

/// The same for classes on both sides of a midpoint: lines below, dots and grids above, closer the
/// further away.
std::vector<colour::Fill> patterned(const Style::Map& map, const std::vector<colour::Plain>& inks,
                                    const colour::Sides& sides);

/// The same for groups without an order: the first plain, each other with a pattern of its own.
std::vector<colour::Fill> patterned_groups(const Style::Map& map,
                                           const std::vector<colour::Plain>& inks);

/// The ink with the lines that mark what lies below a midpoint, where no hue does.
colour::Fill hatched_below(const Style::Map& map, const colour::Plain& ink);

} // namespace cairn::input
