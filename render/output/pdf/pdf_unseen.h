#pragma once

#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <string>
#include <vector>

/// Text on a page that is not painted, for programs that read a page aloud.
namespace cairn::output {

/// A text that is to be laid out.
struct Unseen {
    std::string string;
    bool joins = false; ///< the text before it, as cells of one row do
};

/// Each text as pieces on the page, from left to right and from top to bottom, ending at the foot
/// of the page: in letters of one CSS pixel, so that a pointer that selects what is printed meets
/// little of it.
std::vector<std::vector<scene::Text>> lay_unseen(const std::vector<Unseen>& texts,
                                                 const scene::Fonts& fonts, scene::Size page);

} // namespace cairn::output
