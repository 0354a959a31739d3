#pragma once

#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <map>
#include <string>

namespace cairn::output {

/// SVG path data of texts, by their place in a scene. To be filled by the rule "nonzero".
using Outlines = std::map<const scene::Text*, std::string>;

/// The letters of every text of the scene as outlines, set as they are measured and painted.
/// A text is left out where a character has no outline: where no font has it, or only one of
/// pictures.
Outlines glyph_outlines(const scene::Scene& scene, const scene::Fonts& fonts);

} // namespace cairn::output
