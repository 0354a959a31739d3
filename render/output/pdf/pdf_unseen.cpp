#include "render/output/pdf/pdf_unseen.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace cairn::output {

namespace {

constexpr colour::Font unseen_font{.size = Length::px(1)};
/// A letter is no wider than this, or hardly ever: lines need no breaking by measure.
constexpr Length widest_letter = unseen_font.size;
/// Between cells of a row, and between texts: programs that go by place alone join the one and
/// part the other.
constexpr Length small_gap = unseen_font.size * 0.3;
constexpr Length wide_gap = unseen_font.size * 8;

/// The end of the piece that begins at `start`: behind the last space within `most` bytes, else
/// behind the last whole letter.
std::size_t end_of_piece(std::string_view text, std::size_t start, std::size_t most) {
    if (text.size() - start <= most) {
        return text.size();
    }
    const std::size_t space = text.substr(start, most).rfind(' ');
    if (space != std::string_view::npos) {
        return start + space + 1;
    }
    std::size_t end = start + most;
    while (end > start + 1 && continues_character(text[end])) {
        --end;
    }
    while (end < text.size() && continues_character(text[end])) {
        ++end; // a letter longer than `most`
    }
    return end;
}

/// Sets texts one after another. Lines are counted in `start.y` until all are known.
class Flow {
  public:
    Flow(const scene::Fonts& fonts, scene::Size page) : m_fonts(fonts), m_page(page) {}

    std::vector<scene::Text> set(const Unseen& text) {
        std::vector<scene::Text> pieces;
        const auto most = std::max<std::size_t>( // bytes, of which a letter has one or more
            1, static_cast<std::size_t>(m_page.width / widest_letter));
        for (std::size_t start = 0; start < text.string.size();) {
            const std::size_t end = end_of_piece(text.string, start, most);
            pieces.push_back(place(text.string.substr(start, end - start), text.joins));
            start = end;
        }
        return pieces;
    }

    /// Brings the lines to the foot of the page; closer together where it has not room for them.
    void settle(std::vector<std::vector<scene::Text>>& set) const {
        const Length foot = unseen_font.size;
        const Length pitch =
            std::min(unseen_font.size * 1.25, (m_page.height - foot) / (m_line + 1));
        for (std::vector<scene::Text>& pieces : set) {
            for (scene::Text& piece : pieces) {
                piece.start.y = m_page.height - foot - pitch * (m_line - piece.start.y.to_px());
            }
        }
    }

  private:
    scene::Text place(std::string piece, bool joins) {
        const Length width = m_fonts.measure(piece, unseen_font).width;
        const Length left = m_right + (joins ? small_gap : wide_gap);
        const bool begins = m_right == Length() || left + width > m_page.width;
        m_line += m_right > Length() && begins ? 1 : 0;
        const scene::Position start{begins ? Length() : left, Length::px(m_line)};
        m_right = start.x + width;
        return {.string = std::move(piece),
                .start = start,
                .width = width,
                .font = unseen_font,
                .ink = colour::Role::page};
    }

    const scene::Fonts& m_fonts;
    scene::Size m_page;
    Length m_right{};
    double m_line = 0;
};

} // namespace

std::vector<std::vector<scene::Text>> lay_unseen(const std::vector<Unseen>& texts,
                                                 const scene::Fonts& fonts, scene::Size page) {
    Flow flow(fonts, page);
    std::vector<std::vector<scene::Text>> all;
    all.reserve(texts.size());
    for (const Unseen& text : texts) {
        all.push_back(flow.set(text));
    }
    flow.settle(all);
    return all;
}

} // namespace cairn::output
