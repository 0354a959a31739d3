#pragma once

#include "render/review/touching.h"

#include <span>
#include <string>
#include <vector>

namespace cairn::review {

/// One rule of accessibility and how a figure keeps it.
struct Measure {
    std::string rule;     ///< "Contrast of text (WCAG 1.4.3)"
    std::string measured; ///< "5.32:1"
    std::string limit;    ///< "at least 4.5:1"
    bool kept = true;
    std::string where{}; ///< what gave the figure: "Fife" on #1c5eba
    std::string remedy{};
};

/// Every rule that a figure must keep, measured on what it paints and says in a theme: contrast of
/// texts, of marks and lines; how far fills are apart under each kind of colour vision, where no
/// pattern tells them apart; length of the alt text; size of the smallest text; size of what the
/// keyboard leads to. `ticks` are the fills at the ticks of a continuous scale, which are measured
/// in the place of its fills: two values that lie close are told apart by their labels.
std::vector<Measure> measure(const scene::Scene& scene, const colour::Theme& theme,
                             std::span<const Touch> touches, bool interactive,
                             std::span<const colour::Fill> ticks = {});

/// The measures as lines of a table.
std::string to_table(std::span<const Measure> measures);

} // namespace cairn::review
