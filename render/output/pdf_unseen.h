#pragma once

#include "render/scene/scene.h"

#include <string>
#include <vector>

/// Text on a page that is not painted, for programs that read a page aloud.
namespace cairn::output {

/// Each string as lines on the page, from left to right and from top to bottom, ending at the
/// foot of the page: in letters of one CSS pixel, so that a pointer that selects what is printed
/// meets little of it.
std::vector<std::vector<scene::Text>> lay_unseen(const std::vector<std::string>& strings,
                                                 scene::Size page, scene::Colour colour);

} // namespace cairn::output
