#pragma once

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
    scene::Length line; ///< from baseline to baseline
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

    scene::Length width;  ///< of the figure
    scene::Length margin; ///< on all sides
    scene::Length gap;    ///< between groups: title, plot, notes
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
        scene::Length baseline_width;
        scene::Length pitch;     ///< from one bar to the next, where labels have one line
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
        scene::Length swatch; ///< side of a legend swatch

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

} // namespace cairn::input
