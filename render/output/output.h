#pragma once

#include "base/write_files.h"
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
    /// The same figure in dark colours, for readers who prefer them; null where there is none.
    const scene::Scene* dark = nullptr;
    bool follows_forced_colours = false; ///< page, lines and texts take the reader's own colours
};

/// SVG with real text in a font that it carries with it, named marks, title and description; no
/// script, no reference to anything outside. Its ids, classes and fonts are its own, so that it can
/// be inlined in a page beside others. Throws std::logic_error where the dark scene differs in more
/// than colours.
std::string to_svg(const scene::Scene& scene, const scene::Fonts& fonts,
                   const SvgOptions& options = {});

/// PNG at `dpi` pixels an inch, with physical size (pHYs) and the words (iTXt, one of them XMP).
/// Throws Error above 32,767 pixels a side, which Cairo cannot draw.
std::string to_png(const scene::Scene& scene, const scene::Fonts& fonts, double dpi);

/// A one-page PDF: vectors, real text in embedded fonts, tagged as docs/pdf.md says. Throws
/// std::runtime_error when Cairo or qpdf fails.
std::string to_pdf(const scene::Scene& scene, const scene::Fonts& fonts);

/// Names of the files that an HTML fragment shows. `svg` or `png` may be empty, not both.
struct FragmentFiles {
    std::string svg;
    std::string png;
    std::string csv;
};

/// What people who do not see a figure get in its place.
enum class HtmlForm {
    alt_text, ///< the picture has its alt text; description and data table are folded away
    described ///< the picture is hidden from screen readers; its description stands below it
};

/// An HTML fragment: caption, picture, notes, description, data table, a link to the data. Its
/// classes begin with `cairn`; it has no style of its own.
std::string to_html(const scene::Scene& scene, const FragmentFiles& files, HtmlForm form);

/// The facts drawn as CSV, one row a fact, values without separators; classes are named as in the
/// legend, that of zero "0". Beside a rate stand what it is made of, and [u] where it rests on few
/// cases.
std::string to_csv(const facts::Facts& facts, const facts::Words& words);

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
