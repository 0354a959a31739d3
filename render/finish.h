#pragma once

#include "render/output/output.h"
#include "render/prepare.h"

#include <string>
#include <vector>

/// The second half of the way: facts and words to scenes and files in memory.
namespace cairn {

struct Drawn {
    scene::Scene scene;
    std::vector<scene::Colour> class_colours;
    std::vector<std::string> unnamed{}; ///< regions that have no room for their name
};

/// Draws a figure in a style.
Drawn draw(const Prepared& prepared, const input::Style& style, const scene::Fonts& fonts);

/// Warns of names without room.
void warn_of_unnamed(const Prepared& prepared, const Drawn& drawn, std::vector<Problem>& warnings);

/// What its reader would meet: texts beside the page or on one another, marks that are not as their
/// values ask. Empty where all is well, as it should be.
std::vector<Problem> layout_faults(const Prepared& prepared, const scene::Scene& scene);

/// Draws a figure and encodes it in every format asked for. Warns of names without room, of
/// faults of the layout, and of characters that the font lacks.
output::Finished finish(const Prepared& prepared, const std::vector<input::Format>& formats,
                        Shelf& shelf, std::vector<Problem>& warnings);

/// Whether HTML is asked for without a picture that it could show.
bool lacks_picture(const std::vector<input::Format>& formats);

} // namespace cairn
