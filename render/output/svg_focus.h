#pragma once

#include "render/scene/scene.h"

#include <string>

namespace cairn::output {

/// Black or white, whichever stands out more from the page and from each mark, by the least of its
/// contrasts.
scene::Colour focus_colour(const scene::Scene& scene);

/// CSS for the mark that has the keyboard's focus, within `scope`, a selector: a ring around all of
/// the mark, and one along its edge, whose inner half no neighbour can cover. `dark` is the same
/// figure in dark colours, or null.
std::string focus_rules(const scene::Scene& scene, const scene::Scene* dark,
                        const std::string& scope);

} // namespace cairn::output
