#pragma once

#include "render/output/output.h"
#include "render/review/accessibility.h"

#include <span>
#include <string>
#include <vector>

namespace cairn::review {

/// A finished figure with what its reviewers want to see of it.
struct Exhibit {
    output::Finished figure;
    colour::Theme theme;                 ///< that the figure is drawn in
    scene::Scene on_phone;               ///< the same figure, 320 px wide
    std::vector<std::string> left_out{}; ///< what has no room there
    std::vector<Touch> touches{};        ///< of the figure
    std::vector<Measure> measures{};     ///< of the figure
    const scene::Fonts* fonts = nullptr; ///< that the figure is drawn with
};

/// One HTML page that needs nothing but itself: every figure in each of its formats, its words and
/// facts, how it looks to three kinds of colour vision, in greyscale and on a phone, the rules that
/// it keeps, and the contrast of every two colours that touch.
std::string to_gallery(const std::string& project, std::span<const Exhibit> exhibits);

} // namespace cairn::review
