#pragma once

#include "render/facts/facts.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <span>
#include <string>
#include <vector>

/// A scene turned into bytes. Each format is one function; the same scene gives the same bytes.
namespace cairn::output {

struct SvgOptions {
    bool outlines = false;    ///< text as paths, for programs that ignore embedded fonts
    bool interactive = false; ///< the keyboard leads through the marks
};

/// SVG with real text, named marks, title and description; no script, no reference to anything
/// outside.
std::string to_svg(const scene::Scene& scene, const scene::Fonts& fonts,
                   const SvgOptions& options = {});

/// PNG at `dpi` pixels an inch, with physical size (pHYs) and the words (iTXt, one of them XMP).
/// Throws Error above 32,767 pixels a side, which Cairo cannot draw.
std::string to_png(const scene::Scene& scene, const scene::Fonts& fonts, double dpi);

/// A one-page PDF: vectors, real text in embedded fonts, tagged as docs/pdf.md says. Throws
/// std::runtime_error when Cairo or qpdf fails.
std::string to_pdf(const scene::Scene& scene, const scene::Fonts& fonts);

/// A file of a figure, such as its SVG, in memory.
struct File {
    std::string kind; ///< "svg", "png", …, as the manifest names it
    std::string name; ///< file name without folder
    std::string bytes;
};

/// An HTML fragment: the picture with its alt text, a caption, and description and data table
/// folded away. `picture` is the file name of the SVG, else the PNG.
std::string to_html(const scene::Scene& scene, const std::string& picture);

/// The facts drawn as CSV, one row a fact, numbers without separators.
std::string to_csv(const facts::Facts& facts);

/// A finished figure.
struct Finished {
    facts::Facts facts;
    scene::Scene scene;
    std::vector<scene::Colour> class_colours; ///< the zero class first where there is one
    std::vector<File> files;
};

/// figures.json, as docs/manifest.md says.
std::string to_manifest(const std::string& project, std::span<const Finished> figures);

} // namespace cairn::output
