#pragma once

#include "render/output/svg/svg_looks.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <string>

namespace cairn::output {

/// What the elements of a figure are made from.
struct BodySource {
    const words::Words& words;
    const scene::Page& page;
    const scene::Fonts& fonts;
    const Looks& looks;
    const Outlines& outlines; ///< of the texts that are drawn as paths
    bool interactive = false; ///< whether marks can have the keyboard's focus
};

/// The elements of the page's nodes, in their order, with roles and names. A text that repeats the
/// name of what it stands in is hidden from screen readers.
std::string svg_body(const BodySource& source);

} // namespace cairn::output
