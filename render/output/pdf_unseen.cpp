#include "render/output/pdf_unseen.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace cairn::output {

namespace {

using scene::Length;

/// Letters are this high and no wider: there is no need to measure them.
constexpr Length letter = Length::px(1);

bool continues_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

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
    while (end > start + 1 && continues_letter(text[end])) {
        --end;
    }
    while (end < text.size() && continues_letter(text[end])) {
        ++end; // a letter longer than `most`
    }
    return end;
}

/// Sets strings one after another. Lines are counted in `start.y` until all are known.
class Flow {
  public:
    Flow(scene::Size page, scene::Colour colour) : m_page(page), m_colour(colour) {}

    std::vector<scene::Text> set(std::string_view string) {
        std::vector<scene::Text> pieces;
        const auto most = std::max<std::size_t>(
            1, static_cast<std::size_t>(m_page.width / letter)); // bytes: no fewer than letters
        for (std::size_t start = 0; start < string.size();) {
            const std::size_t end = end_of_piece(string, start, most);
            const Length width = letter * static_cast<double>(end - start);
            if (m_right + width > m_page.width && m_right > Length()) {
                m_right = Length();
                ++m_line;
            }
            pieces.push_back({.string = std::string(string.substr(start, end - start)),
                              .start = {m_right, Length::px(m_line)},
                              .width = width,
                              .font = {.size = letter},
                              .colour = m_colour});
            m_right += width + letter;
            start = end;
        }
        return pieces;
    }

    /// Brings the lines to the foot of the page; closer together where it has not room for them.
    void settle(std::vector<std::vector<scene::Text>>& set) const {
        const double lines = m_line + 1;
        const Length pitch = std::min(letter * 1.25, m_page.height / lines);
        for (std::vector<scene::Text>& pieces : set) {
            for (scene::Text& piece : pieces) {
                const double below = lines - piece.start.y.to_px();
                piece.start.y = m_page.height - pitch * (below - 0.75);
            }
        }
    }

  private:
    scene::Size m_page;
    scene::Colour m_colour;
    Length m_right{};
    double m_line = 0;
};

} // namespace

std::vector<std::vector<scene::Text>> lay_unseen(const std::vector<std::string>& strings,
                                                 scene::Size page, scene::Colour colour) {
    Flow flow(page, colour);
    std::vector<std::vector<scene::Text>> all;
    all.reserve(strings.size());
    for (const std::string& string : strings) {
        all.push_back(flow.set(string));
    }
    flow.settle(all);
    return all;
}

} // namespace cairn::output
