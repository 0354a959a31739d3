#pragma once

#include "render/facts/words.h"
#include "render/scene/paint.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A figure ready to draw: a tree of groups, paths and texts in lengths on the page, x right, y
/// down, nothing left to decide.
namespace cairn::scene {

struct Position {
    Length x;
    Length y;

    friend bool operator==(const Position&, const Position&) = default;
};

struct Size {
    Length width;
    Length height;

    friend bool operator==(const Size&, const Size&) = default;
};

/// A line through points; closed ones are rings.
struct Subpath {
    std::vector<Position> points{};
    bool closed = true;
};

/// Subpaths filled by the even-odd rule, then stroked.
struct Path {
    std::vector<Subpath> subpaths{};
    std::optional<Fill> fill{};
    std::optional<Stroke> stroke{};
    /// Also where the reader forces colours of their own on the page: its shade is the message, or
    /// it lies on such shades.
    bool keeps_colours = false;
    /// The same line with what only an output of more than 96 pixels an inch shows; empty where
    /// `subpaths` are fine enough for all. SVG writes `subpaths`; Cairo paints these.
    std::vector<Subpath> finer{};
};

/// The line to paint where there are more than 96 pixels an inch.
[[nodiscard]] inline const std::vector<Subpath>& finest(const Path& path) {
    return path.finer.empty() ? path.subpaths : path.finer;
}

/// One line of text. `start` is the left end of its baseline; `width` is its measured advance.
struct Text {
    std::string string;
    Position start;
    Length width;
    Font font;
    Colour colour;
    std::string language{};     ///< BCP 47, where it is not the scene's
    bool keeps_colours = false; ///< as of a path
};

/// What a group is to a reader who does not see it.
enum class Role {
    plain,        ///< nothing of its own
    title,        ///< the figure's title and subtitle
    marks,        ///< the areas or bars
    mark,         ///< one area or bar; has a datum
    legend,       ///< the legend
    legend_entry, ///< one class of the legend; has a datum
    notes,        ///< source, attribution and notes
    decoration,   ///< says nothing that is not said elsewhere
};

/// What of a mark is in proportion to its value.
enum class Channel {
    width,  ///< of its shape, from zero
    height, ///< of its shape, from zero
    x,      ///< of the middle of its shape
    y,      ///< of the middle of its shape
    area,   ///< of its shape
    count,  ///< of its dots
};

/// How a mark shows its value, for check().
struct Encoding {
    Channel channel;
    std::size_t group = 0; ///< marks of a group share one scale
    Length least{};        ///< of a length or radius: no value other than zero has less
    double per = 1;        ///< of a count: what one dot stands for
};

/// What a mark or legend entry stands for.
struct Datum {
    std::string name;                   ///< in words: "Fife: 5 stories"
    std::string code{};                 ///< of a region; may be empty
    std::optional<double> value{};      ///< nothing where missing, or where there is no one value
    std::string language{};             ///< of the name, BCP 47, where it is not the scene's
    std::optional<Encoding> encoding{}; ///< nothing where colour alone shows the value
};

struct Group;
using Node = std::variant<Group, Path, Text>;

struct Group {
    Role role = Role::plain;
    std::optional<Datum> datum{};
    std::vector<Node> children{};
    /// A line along all shapes (paths with a fill) of the group, drawn beneath all of them: what
    /// they fill hides its inner half, so its outer half runs around them together. Keeps its
    /// colour where the reader forces others. Only of a group whose shapes have no stroke of their
    /// own.
    std::optional<Stroke> outline{};
    /// Where that line shows, in the detail of raster images and PDF: not between two shapes that
    /// share a side. Around every shape where empty.
    std::vector<Subpath> outline_lines{};
    /// The same over the outline, beneath the paths: parts the outline from what they fill.
    std::optional<Stroke> casing{};
};

/// A whole figure with its words. There is none without title, alt text, long description, table
/// and language.
class Scene {
  public:
    /// Throws std::logic_error when a word is missing, a mark has no datum, the size or a hatch's
    /// spacing is not positive, or a shape in a group with an outline has a stroke.
    Scene(Size size, Colour background, facts::Words words, std::vector<Node> nodes);

    [[nodiscard]] Size size() const { return m_size; }
    [[nodiscard]] Colour background() const { return m_background; }
    [[nodiscard]] const facts::Words& words() const { return m_words; }
    [[nodiscard]] const std::vector<Node>& nodes() const { return m_nodes; }

  private:
    Size m_size;
    Colour m_background;
    facts::Words m_words;
    std::vector<Node> m_nodes;
};

/// Calls the visitor for every node, parents before children, in drawing order.
template<typename Visitor>
void visit_all(const std::vector<Node>& nodes, const Visitor& visitor) {
    for (const Node& node : nodes) {
        std::visit(visitor, node);
        if (const Group* group = std::get_if<Group>(&node)) {
            visit_all(group->children, visitor);
        }
    }
}

} // namespace cairn::scene
