#pragma once

#include "render/scene/scene.h"

#include <vector>

namespace cairn::figure {

/// The nodes with plain ground beneath each text that stands on a hatched area: a box of the ground's
/// colour, so that no line or dot runs through a letter. The last area drawn that a text's middle
/// lies in is the one that it stands on.
std::vector<scene::Node> with_plates(const std::vector<scene::Node>& nodes);

} // namespace cairn::figure
