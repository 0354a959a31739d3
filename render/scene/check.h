#pragma once

#include "base/error.h"
#include "render/scene/scene.h"

#include <string>
#include <vector>

namespace cairn::scene {

/// What can be wrong with a layout.
enum class Fault {
    off_page,   ///< a text leaves the page
    on_text,    ///< a text lies on another
    too_small,  ///< a text is smaller than smallest_text
    off_scale,  ///< a mark is not as its value asks on the scale of its group
    no_scale,   ///< all marks of a group have the least size, whatever their values
    miscounted, ///< a mark has more or fewer dots than its value asks
};

/// A fault that the reader of a scene would meet, and where.
struct Finding {
    Fault fault;
    Position where;      ///< of a text, its top left corner; of a mark, that of its shape
    double by = 0;       ///< px; of a count, dots
    std::string name;    ///< the text, or the name of the mark
    std::string other{}; ///< the text that lies beneath
};

/// All faults of a scene: those of texts in drawing order, then one a group of marks, of the mark
/// that is furthest off. A text's box runs from 0.72 em above its baseline to 0.2 em below, and
/// from its start to its advance; texts may overlap by 0.05 px, which nobody sees. A group's scale
/// is fitted to its marks by least squares, through zero for lengths and areas, with an offset for
/// places; a mark may be half a pixel off, an area half a pixel of its radius. Takes O(n log n).
std::vector<Finding> check(const Scene& scene);

/// The finding in words, with a remedy and without a place in a file.
Problem to_problem(const Finding& finding);

} // namespace cairn::scene
