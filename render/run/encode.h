#pragma once

#include "render/output/output.h"
#include "render/run/prepare.h"

#include <filesystem>
#include <string>
#include <vector>

/// The second half of the way: facts and words to scenes and files in memory.
namespace cairn {

/// Draws a figure in a style.
Drawn draw(const Prepared& prepared, const input::Style& style, const scene::Fonts& fonts);

/// The fills of a continuous scale that the figure must keep apart; none where it has classes.
std::vector<colour::Fill> ticks_of(const Prepared& prepared);

/// Warns of names without room.
void warn_of_unnamed(const Prepared& prepared, const Drawn& drawn, std::vector<Problem>& warnings);

/// What its reader would meet: texts beside the page or on one another, marks that are not as their
/// values ask. Empty where all is well, as it should be.
std::vector<Problem> layout_faults(const Prepared& prepared, const scene::Scene& scene);

/// Draws a figure and encodes it in every format asked for. Warns of names without room, of
/// faults of the layout, and of characters that the font lacks.
output::Finished encode(const Prepared& prepared, const std::vector<input::Format>& formats,
                        ResourceCache& cache, std::vector<Problem>& warnings);

/// The files that encode() gives a figure in these formats.
std::vector<std::string> file_names(const std::string& id,
                                    const std::vector<input::Format>& formats);

/// Throws Error, of the figure file, where HTML is asked for without a picture that it could show.
void require_picture(const std::vector<input::Format>& formats, const std::filesystem::path& file);

} // namespace cairn
