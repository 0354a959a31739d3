#pragma once

#include "render/scene/scene.h"

#include <span>
#include <string>

namespace cairn::output {

/// SVG path data in hundredths of a pixel, in relative commands as short as can be. Each point is
/// rounded once, where it stands on the page, so that no error adds up along a line.
std::string path_data(std::span<const scene::Subpath> subpaths);

} // namespace cairn::output
