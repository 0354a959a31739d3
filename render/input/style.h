#pragma once

#include "base/error.h"
#include "render/input/wording.h"
#include "render/scene/paint.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::input {

/// A kind of text.
struct TextStyle {
    scene::Font font;
    scene::Colour colour;
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

    Length width;  ///< of the figure
    Length margin; ///< on all sides
    Length gap;    ///< between groups: title, plot, notes
    scene::Colour background;
    double png_dpi = 192; ///< pixels an inch in PNG; 192 is twice the CSS size

    TextStyle title;
    TextStyle subtitle;
    TextStyle label; ///< bar and region labels, and their values
    TextStyle legend;
    TextStyle note;

    struct Bar {
        scene::Colour fill;
        scene::Colour baseline;
        Length baseline_width;
        Length pitch;            ///< from one bar to the next, where labels have one line
        double thickness = 0.65; ///< of the bar, as a share of the pitch
    } bar;

    struct Map {
        scene::Colour zero;
        std::vector<scene::Colour> ramp; ///< stops, from few to many; see ramp_colours
        int most_classes = 5;
        scene::Hatch missing;
        scene::Stroke outline; ///< between regions
        scene::Stroke coast;
        scene::Colour label_dark;  ///< on light fills
        scene::Colour label_light; ///< on dark fills
        scene::Stroke leader;
        Length swatch; ///< side of a legend swatch

        // Palettes, by name and by the colours that they have on this page.
        std::string palette{}; ///< of `ramp`; empty where the style has a ramp of its own
        std::string diverging_palette{};
        std::vector<scene::Colour> diverging{}; ///< stops, from far below a midpoint to far above
        std::string category_palette{};
        std::vector<scene::Colour> categories{}; ///< of groups without an order
        bool patterns = false; ///< whether areas carry patterns besides their colours
        bool greys = false;    ///< whether palettes are drawn in greys, groups and sides of a
                               ///< midpoint with patterns that tell them apart
        bool cased = false; ///< whether borders have a casing: no one colour stands out everywhere

        /// Of maps that draw marks on the land.
        struct Symbol {
            scene::Colour land;   ///< beneath the marks
            scene::Stroke border; ///< of regions, and the coast
            scene::Colour fill;   ///< of circles and dots
            scene::Stroke edge;   ///< around each, so that marks over one another stay apart
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

/// The colours of `count` classes, lowest first. Class i of n stands i/n of the way along the ramp
/// (a single class half-way), so that the lowest keeps as far from zero as from its neighbour; the
/// stops, at least two, stand at even steps, and between two of them colours are interpolated in
/// CIELAB.
std::vector<scene::Colour> ramp_colours(const Style::Map& map, std::size_t count);

/// Classes by their side of a midpoint.
struct Sides {
    std::size_t below = 0;
    bool middle = false; ///< whether the midpoint has a class
    std::size_t above = 0;
};

/// The colours of classes on both sides of a midpoint, lowest first: the middle class has the
/// middle stop, and class i from the midpoint stands i/n of the way from there to the end of its
/// arm, n being the number of classes on the longer side, so that equal distances have equal
/// strength. Throws Error at `where` where the style has no diverging palette.
std::vector<scene::Colour> diverging_colours(const Style& style, const Sides& sides,
                                             const Location& where = {});

/// The colour at a share of a ramp without classes, 0 to 1; 0 is far enough along the stops to be
/// told from zero.
scene::Colour continuous_colour(const Style::Map& map, double share);

/// The same of a diverging one: −1 far below the midpoint, 0 at it, 1 far above.
scene::Colour continuous_diverging_colour(const Style::Map& map, double share);

/// Fills of these colours with a pattern each besides, of few marks to many, the last plain: what
/// tells them apart without colour. None has the motif of missing data. The ink keeps 3:1 on its
/// ground.
std::vector<scene::Fill> patterned(const Style::Map& map,
                                   const std::vector<scene::Colour>& colours);

/// The same for classes on both sides of a midpoint: lines below, dots and grids above, closer the
/// further away.
std::vector<scene::Fill> patterned(const Style::Map& map, const std::vector<scene::Colour>& colours,
                                   const Sides& sides);

/// The same for groups without an order: the first plain, each other with a pattern of its own.
std::vector<scene::Fill> patterned_groups(const Style::Map& map,
                                          const std::vector<scene::Colour>& colours);

/// The colour with the lines that mark what lies below a midpoint, where no hue does.
scene::Fill hatched_below(const Style::Map& map, scene::Colour colour);

/// The grey that is as light (CIELAB).
scene::Colour grey_of(scene::Colour colour);

/// The first `count` colours for groups without an order. Throws Error at `where` where the style
/// has fewer.
std::vector<scene::Colour> category_colours(const Style& style, std::size_t count,
                                            const Location& where = {});

} // namespace cairn::input
