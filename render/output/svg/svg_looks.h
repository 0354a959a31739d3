#pragma once

#include "render/colour/theme.h"
#include "render/output/number.h"
#include "render/output/svg/glyph_outlines.h"
#include "render/scene/scene.h"

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// How a figure's shapes and texts look: attributes, which SVG's children inherit, so that a group
/// can say once what all within it share; and classes for what a reader sees in other colours.
namespace cairn::output {

/// What an attribute says, and the class that changes it for readers who ask for other colours. The
/// class is empty where they see the same.
struct Value {
    std::string text;
    std::string css_class{};

    friend bool operator==(const Value&, const Value&) = default;
};

/// Value by name.
using Attributes = std::map<std::string, Value>;

/// A property with its colour in each scheme.
struct Colours {
    std::string property;
    std::string light;
    std::string dark;
    std::string forced; ///< a system colour; empty where the scheme's stays

    // clang-tidy 14 takes the 0 of a rewritten comparison for a pointer.
    friend auto operator<=>(const Colours&,
                            const Colours&) = default; // NOLINT(modernize-use-nullptr)
};

/// A hatch that shapes are filled with.
struct Pattern {
    colour::Hatch hatch;
    Colours ground; ///< a fill
    Colours lines;  ///< a stroke
    std::string id{};
    std::string fine_id{}; ///< where the unit is a hundredth of a pixel; empty where it never is
};

/// Stands in ids, classes and font names for a hash of the figure, until all of it is written. No
/// text of a figure holds it: XML forbids it.
constexpr char name_to_come = '\x01';

/// The looks of one figure: in its own colours, in a dark scheme, and where the reader forces
/// colours on all pages.
class Looks {
  public:
    /// `dark` is the theme of a dark scheme, or null; all must outlive this.
    Looks(const scene::Scene& scene, const colour::Theme& light, const colour::Theme* dark,
          bool follows_forced_colours, const Outlines& outlines);

    [[nodiscard]] Attributes of(const scene::Path& path, Unit unit = Unit::pixel) const;
    [[nodiscard]] Attributes of(const scene::Text& text) const;
    [[nodiscard]] Attributes of(const colour::Stroke& stroke, Unit unit) const;
    [[nodiscard]] Value page() const;
    [[nodiscard]] Value value(const Colours& colours) const;

    /// Each hatch of the figure once.
    [[nodiscard]] const std::vector<Pattern>& patterns() const { return m_patterns; }

    /// The attributes in which all paths and texts of the group that have them agree; none for a
    /// group of one.
    [[nodiscard]] Attributes shared(const scene::Group& group, Unit unit = Unit::pixel) const;

    /// The rules of CSS that change classes within `scope`, a selector.
    [[nodiscard]] std::string rules(const std::string& scope) const;

  private:
    [[nodiscard]] Colours colours(const char* property, const colour::Ink& ink) const;
    [[nodiscard]] Pattern pattern_of(const colour::Hatch& hatch) const;
    [[nodiscard]] std::size_t index_of(const colour::Hatch& hatch) const;
    void add(const scene::Path& path);
    void add_fine_patterns(const scene::Group& group);
    void add(const Colours& colours);

    const colour::Theme* m_light;
    const colour::Theme* m_dark;
    bool m_follows;
    const Outlines* m_outlines;
    std::vector<Pattern> m_patterns{};
    std::map<Colours, std::size_t> m_classes{}; ///< numbered as they appear
};

/// What holds where nothing else is said.
Attributes root_attributes();

} // namespace cairn::output
