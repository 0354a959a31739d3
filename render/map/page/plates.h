#pragma once

#include "render/scene/scene.h"

#include <vector>

namespace cairn::map {

/// Plain ground beneath each of `texts` that stands on a hatched area of `drawn`: a box in the
/// ground's ink, so that no line or dot runs through a letter. The last area drawn that a text's
/// middle lies in is the one that it stands on.
std::vector<scene::Node> plates_for(const std::vector<scene::Node>& texts,
                                    const std::vector<scene::Node>& drawn);

/// Plain ground beneath one text on a hatch: a thick line, which is no fill of the mark that it
/// stands in.
scene::Path plate_beneath(const scene::Text& text, const colour::Plain& ground);

} // namespace cairn::map
