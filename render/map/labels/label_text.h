#pragma once

#include "render/facts/facts.h"
#include "render/facts/gather/label_choice.h"
#include "render/input/style/style.h"
#include "render/page/page.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"

#include <cstddef>
#include <string>
#include <vector>

/// How the label of a region is written, before it has a place.
namespace cairn::map {

/// Words set in one weight.
struct Run {
    std::string string;
    colour::Weight weight = colour::Weight::regular;
    Length width;
    std::string language{}; ///< BCP 47, where it is not the figure's
};

using RunLine = std::vector<Run>;

/// Lines of runs, and the room they take.
struct LabelText {
    std::vector<RunLine> lines;
    scene::Size size;
};

enum class Align { left, centre, right };

/// What the labels of a map share.
class LabelSetter {
  public:
    /// Both must outlive the setter.
    LabelSetter(const input::Style& style, const scene::Fonts& fonts)
        : m_style(&style), m_fonts(&fonts) {}

    /// The ways to write what is chosen, best first: name and value beside each other, one above
    /// the other, the name on two lines.
    [[nodiscard]] std::vector<LabelText> ways(const facts::Fact& fact, const std::string& value,
                                              const facts::LabelChoice& choice) const;

    /// The value alone. Zeros are quiet: they say only that the area was counted.
    [[nodiscard]] LabelText value_alone(const std::string& value, bool zero) const;

    /// The label in a box of at least its size.
    void draw(const LabelText& label, const page::Rect& rect, Align align, const colour::Ink& ink,
              std::vector<scene::Node>& nodes) const;

    /// The box of a number that stands for a label, where `most` is the highest: a square.
    [[nodiscard]] scene::Size number_size(std::size_t most) const;

    /// A number that stands for a label, on a disc in the colour of leaders.
    void draw_number(std::size_t number, const page::Rect& rect,
                     std::vector<scene::Node>& nodes) const;

    [[nodiscard]] const input::Style& style() const { return *m_style; }
    [[nodiscard]] Length space() const { return m_style->label.font.size * 0.3; }
    [[nodiscard]] Run run(std::string string, colour::Weight weight,
                          const std::string& language = {}) const;
    [[nodiscard]] LabelText text(std::vector<RunLine> lines) const;

  private:
    [[nodiscard]] colour::Font number_font() const;
    /// Between lines of one label: closer than running text.
    [[nodiscard]] Length line() const { return m_style->label.font.size * 1.1; }
    [[nodiscard]] Length width(const RunLine& line) const;

    const input::Style* m_style;
    const scene::Fonts* m_fonts;
};

} // namespace cairn::map
