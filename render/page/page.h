#pragma once

#include "render/input/style/style.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"
#include "render/words/words.h"

#include <cstddef>
#include <string_view>
#include <vector>

/// Facts, words and a style turned into a scene: all layout is here.
namespace cairn::page {

/// An axis-parallel box on the page.
struct Rect {
    Length left;
    Length top;
    Length right;
    Length bottom;

    [[nodiscard]] Length width() const { return right - left; }
    [[nodiscard]] Length height() const { return bottom - top; }
    [[nodiscard]] Length middle() const { return (top + bottom) / 2; }

    friend bool operator==(const Rect&, const Rect&) = default;

    /// The box with `by` more room on every side.
    [[nodiscard]] Rect grown(Length by) const {
        return {left - by, top - by, right + by, bottom + by};
    }
    [[nodiscard]] bool overlaps(const Rect& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

/// A path around a box.
scene::Path box_path(const Rect& rect, const colour::Fill& fill);

/// A part of the page: what to draw and the room it takes.
struct Block {
    std::vector<scene::Node> nodes;
    Rect rect;
};

/// One line of text: where its line box, and its advance, begin.
scene::Text set_line(const scene::Fonts& fonts, std::string_view string,
                     const input::TextStyle& style, scene::Position top_left);

/// Words with their language: BCP 47, empty where it is the scene's.
struct Passage {
    std::string_view text;
    std::string_view language{};
    std::size_t lead = 0; ///< bytes at its start that are in the scene's language all the same
};

/// A paragraph, broken at `width`.
Block set_paragraph(const scene::Fonts& fonts, const Passage& passage,
                    const input::TextStyle& style, scene::Position top_left, Length width);

/// Title and subtitle as one group from the top left corner of the page, no wider than `width`.
Block set_heading(const words::Words& words, const input::Style& style, const scene::Fonts& fonts,
                  Length width);

/// Note, source and attribution as one group below `top`. Lines hold at most some 75 characters.
Block set_notes(const words::Words& words, const input::Style& style, const scene::Fonts& fonts,
                Length top);

/// The size of a page whose last part ends at `bottom`: whole CSS pixels high, so that a picture of
/// it has whole pixels.
scene::Size page_size(const input::Style& style, Length bottom);

} // namespace cairn::page
