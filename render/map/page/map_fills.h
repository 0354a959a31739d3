#pragma once

#include "render/colour/paint.h"
#include "render/facts/facts.h"
#include "render/input/style/style.h"

#include <optional>
#include <vector>

/// How areas of a map are shaded, whatever their shapes.
namespace cairn::map {

/// A scale without classes as its legend shows it.
struct ScaleFills {
    facts::Scale scale;
    std::optional<facts::Midpoint> midpoint;
    std::vector<colour::Fill> strip{}; ///< from the lowest value to the highest, at even steps
    std::vector<double> ticks{};       ///< where they stand on it, 0 to 1
    std::vector<colour::Fill> tick_fills{};
};

/// The fills of a map, each with its line of the legend: zero, the classes from lowest to highest
/// or a scale without them, missing.
struct MapFills {
    std::optional<colour::Fill> zero;
    std::vector<colour::Fill> classes;
    std::optional<ScaleFills> scale;
    std::optional<colour::Fill> missing;
    bool plain_zero = false; ///< zero is shown by the lack of a mark: its line has no swatch
};

/// The classes of a diverging scale by their side of its midpoint.
colour::Sides sides_of(const facts::Facts& facts);

/// The fills that the facts ask for.
MapFills fills_for(const facts::Facts& facts, const input::Style& style);

/// The fill of one area.
colour::Fill fill_of(const facts::Fact& fact, const MapFills& fills, const input::Style& style);

/// Whether areas with a value may have a pattern, on which no text can be read.
bool has_patterns(const MapFills& fills);

/// The inks as the manifest lists them: zero first, where it is one, then those of the classes, or
/// of the ticks of a scale without classes.
std::vector<colour::Plain> inks_of(const MapFills& fills);

/// The ink of a text on an area; that of a zero is quiet where it can be, since it says only that
/// the area was counted.
colour::Ink text_ink_on(const colour::Plain& ground, bool zero);

} // namespace cairn::map
