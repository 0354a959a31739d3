#pragma once

#include "geo/geometry.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the parts of a PDF page are to a reader who does not see it: the structure tree of
/// ISO 32000-1, 14.7. docs/pdf.md says what it looks like and why.
namespace cairn::output {

/// Something painted: a path, the outline of a group, or a text. Paths and groups belong to the
/// scene, which must outlive them.
using Leaf = std::variant<const scene::Path*, const scene::Group*, scene::Text>;

/// A stretch of the page that belongs to one element. Runs are in drawing order.
struct Run {
    std::optional<std::size_t> element{}; ///< nothing: an artifact
    std::vector<Leaf> leaves{};
    bool unseen = false; ///< text for programs that read it aloud
};

/// What an element holds, in reading order.
struct Kid {
    enum class Type { element, run };
    Type type;
    std::size_t index;
};

/// An element of the structure tree.
struct Element {
    std::string type;          ///< a standard one: "H1", "Figure", "TD", …
    std::size_t parent = 0;    ///< the document is its own
    std::string alt{};         ///< what it shows, in words
    std::string actual_text{}; ///< the text that it stands for
    std::string language{};    ///< BCP 47, where it is not the document's
    std::string scope{};       ///< of a table heading: "Row", "Column"
    geo::Box box{};            ///< of a figure, in points from the page's lower left corner
    std::vector<Kid> kids{};
};

/// A page's elements, the first of which is the document, and its runs, the first of which is the
/// ground alone.
struct Structure {
    std::vector<Element> elements;
    std::vector<Run> runs;
};

/// The structure of a figure's page.
Structure structure_of(const scene::Scene& scene, const scene::Fonts& fonts);

} // namespace cairn::output
