#pragma once

#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <string>
#include <vector>

/// The fonts that a file carries with it: the used glyphs alone.
namespace cairn::output {

/// A font of the family in one weight, as TrueType.
struct FontSubset {
    colour::Weight weight = colour::Weight::regular;
    std::string truetype;
};

/// The family's fonts, cut down to the characters of the scene's texts and to the layout features
/// that texts are measured with, so that a browser sets them as wide as they were measured. Regular
/// first; none for a weight in which no text has a character of the family. The same scene gives
/// the same bytes. Throws std::runtime_error when HarfBuzz fails.
std::vector<FontSubset> font_subsets(const scene::Scene& scene, const scene::Fonts& fonts);

} // namespace cairn::output
