#pragma once

#include <cstddef>
#include <variant>
#include <vector>

/// What a figure is drawn in: inks, each of which a theme gives a colour.
namespace cairn::colour {

/// What an ink is for.
enum class Role {
    page,
    title,
    subtitle,
    label, ///< names and values
    legend,
    quiet, ///< notes, counts in a legend, scale bars
    bar,
    baseline,
    zero,           ///< areas whose value is zero
    missing_ground, ///< areas without a value
    missing_line,   ///< the hatch on them
    border,         ///< between areas
    coast,
    leader, ///< from a label to what it names, over the map
    guide,  ///< the same within a legend
    land,   ///< beneath marks
    land_border,
    symbol, ///< circles and dots
    symbol_edge,
};

constexpr std::size_t role_count = static_cast<std::size_t>(Role::symbol_edge) + 1;

/// A sequential scale: 0 at its first stop, which looks like none, 1 at its last.
struct Ramp {
    double position = 0;
    friend bool operator==(const Ramp&, const Ramp&) = default;
};

/// A diverging scale: -1 far below the midpoint, 1 far above it.
struct Diverging {
    double position = 0;
    friend bool operator==(const Diverging&, const Diverging&) = default;
};

/// A group without an order, by its number.
struct Category {
    std::size_t index = 0;
    friend bool operator==(const Category&, const Category&) = default;
};

/// An ink whose colour stands in the theme: all that shapes are filled with.
using Plain = std::variant<Role, Ramp, Diverging, Category>;

/// The theme's label colour, dark or light, whose lowest contrast over the two is highest: of a
/// text on them, or of a casing that keeps a line in one of them apart from its ground.
struct On {
    Plain first;
    Plain second;
    friend bool operator==(const On&, const On&) = default;
};

/// The quiet text colour where it can be read there; else that of a text on it.
struct QuietOn {
    Plain ground;
    friend bool operator==(const QuietOn&, const QuietOn&) = default;
};

/// The least step from the ground towards the label colour on it that has this contrast: darker
/// hatches would drown what lies beside them.
struct HatchOn {
    Plain ground;
    double contrast = 1; ///< WCAG 2.2
    friend bool operator==(const HatchOn&, const HatchOn&) = default;
};

/// Of the border's colour and the two label colours that whose lowest contrast to both is highest.
struct Between {
    Plain first;
    Plain second;
    friend bool operator==(const Between&, const Between&) = default;
};

using Ink = std::variant<Plain, On, QuietOn, HatchOn, Between>;

inline Ink on(const Plain& ground) {
    return On{ground, ground};
}

/// What an ink becomes where the reader forces colours of their own on all pages.
enum class Forced {
    kept,       ///< its shade is the message, or it lies on such shades
    canvas,     ///< the reader's ground
    canvas_text ///< the reader's text
};

Forced forced(const Ink& ink);

/// Whether a line in this ink says nothing, and only keeps what is drawn on it apart from its
/// ground: one in the ink of an area, of a symbol's edge, or chosen for what lies on it.
bool is_halo(const Ink& line);

/// The inks of `count` classes, lowest first. Class i of n stands i/n of the way along the ramp (a
/// single class half-way), so that the lowest keeps as far from zero as from its neighbour.
std::vector<Plain> ramp_inks(std::size_t count);

/// Classes by their side of a midpoint.
struct Sides {
    std::size_t below = 0;
    bool middle = false; ///< whether the midpoint has a class
    std::size_t above = 0;
};

/// The inks of classes on both sides of a midpoint, lowest first: class i from the midpoint stands
/// i/n of the way to the end of its arm, n being the number of classes on the longer side, so that
/// equal distances have equal strength.
std::vector<Plain> diverging_inks(const Sides& sides);

/// The inks of `count` groups.
std::vector<Plain> category_inks(std::size_t count);

/// The ink at a share of a ramp without classes, 0 to 1; 0 is far enough along it to be told from
/// zero.
Plain continuous_ink(double share);

} // namespace cairn::colour
