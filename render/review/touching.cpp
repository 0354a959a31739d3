#include "render/review/touching.h"

#include "render/colour/limits.h"
#include "render/output/raster/pixels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>

namespace cairn::review {

namespace {

using colour::Colour;
using scene::Paint;

/// Every paint of a scene by a number of its own, whose colour stands in for that of the paint.
class Numbers {
  public:
    std::size_t number(Paint paint, Colour colour, const scene::Text* text) {
        const std::string string = text == nullptr ? "" : text->string;
        const auto known = std::ranges::find_if(m_paints, [&](const Painted& one) {
            return one.paint == paint && one.colour == colour && one.text == string;
        });
        const auto index = static_cast<std::size_t>(known - m_paints.begin());
        if (known == m_paints.end()) {
            m_paints.push_back({paint, colour, string});
        }
        return index;
    }

    /// Nothing for a colour that no paint of ours has, as a font of pictures may bring.
    [[nodiscard]] std::optional<std::size_t> index(Colour number) const {
        const std::size_t index = static_cast<std::size_t>(number.red) << 16 |
                                  static_cast<std::size_t>(number.green) << 8 | number.blue;
        return index < m_paints.size() ? std::optional(index) : std::nullopt;
    }

    /// A category for each number, in its colour; the page is 0.
    [[nodiscard]] colour::Theme theme() const {
        colour::Theme theme;
        for (std::size_t i = 0; i < m_paints.size(); ++i) {
            theme.categories.push_back({static_cast<std::uint8_t>(i >> 16),
                                        static_cast<std::uint8_t>(i >> 8),
                                        static_cast<std::uint8_t>(i)});
        }
        theme[colour::Role::page] = theme.categories.at(0);
        return theme;
    }

    [[nodiscard]] const std::vector<Painted>& paints() const { return m_paints; }

  private:
    std::vector<Painted> m_paints;
};

/// Pixels a CSS pixel at which the thinnest line parts what lies on its sides: a line at least the
/// root of two wide has no gap for a step up, down or aside.
double scale_for(const scene::Scene& scene) {
    double thinnest = 1;
    visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
            if (node.stroke) {
                thinnest = std::min(thinnest, node.stroke->width.to_px());
            }
        }
    });
    return std::clamp(std::ceil(1.5 / thinnest), 2.0, 8.0);
}

bool is_ground(Paint paint) {
    return paint == Paint::page || paint == Paint::mark || paint == Paint::hatch_ground;
}

} // namespace

std::string_view name_of(Paint paint) {
    switch (paint) {
    case Paint::page:
        return "page";
    case Paint::mark:
        return "bar, area or swatch";
    case Paint::rule:
        return "rule";
    case Paint::hatch_ground:
        return "ground of the hatching";
    case Paint::hatch_line:
        return "line of the hatching";
    case Paint::line:
        return "line";
    case Paint::halo:
        return "halo of a line";
    case Paint::text:
        return "text";
    }
    throw std::logic_error("an unknown paint");
}

std::vector<Touch> touching(const scene::Scene& scene, const colour::Theme& theme,
                            const scene::Fonts& fonts) {
    Numbers numbers;
    numbers.number(Paint::page, theme.colour_of(colour::Role::page), nullptr);
    const scene::Scene numbered =
        scene::reinked(scene, [&](Paint paint, const colour::Ink& ink, const scene::Text* text) {
            return colour::Category{numbers.number(paint, theme.colour_of(ink), text)};
        });
    const output::Pixels pixels = output::to_pixels(numbered.pages().front(), numbers.theme(),
                                                    fonts, scale_for(scene), output::Edges::hard);
    const std::size_t count = numbers.paints().size();
    std::vector<std::size_t> lengths(count * count);
    const auto meet = [&](Colour a, Colour b) {
        if (a == b) {
            return;
        }
        const auto first = numbers.index(a);
        const auto second = numbers.index(b);
        if (first && second) {
            ++lengths[std::min(*first, *second) * count + std::max(*first, *second)];
        }
    };
    for (std::size_t y = 0; y < pixels.height; ++y) {
        for (std::size_t x = 0; x < pixels.width; ++x) {
            if (x + 1 < pixels.width) {
                meet(pixels.at(x, y), pixels.at(x + 1, y));
            }
            if (y + 1 < pixels.height) {
                meet(pixels.at(x, y), pixels.at(x, y + 1));
            }
        }
    }
    std::vector<Touch> touches;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        if (lengths[i] > 0) {
            touches.push_back(
                {numbers.paints()[i / count], numbers.paints()[i % count], lengths[i]});
        }
    }
    return touches;
}

double needed_contrast(const Touch& touch) {
    const auto one_is = [&](Paint paint) {
        return touch.first.paint == paint || touch.second.paint == paint;
    };
    const auto are = [&](auto first, auto second) {
        return (first(touch.first.paint) && second(touch.second.paint)) ||
               (first(touch.second.paint) && second(touch.first.paint));
    };
    const auto is = [](Paint wanted) { return [wanted](Paint paint) { return paint == wanted; }; };
    if (one_is(Paint::text)) {
        return touch.first.paint == touch.second.paint ? 0 : colour::least_text_contrast;
    }
    if (touch.first.paint == Paint::hatch_ground && touch.second.paint == Paint::hatch_ground) {
        return 0; // two shades, as those of plain areas are
    }
    const bool matters = are(is_ground, is_ground) || are(is(Paint::line), is_ground) ||
                         are(is(Paint::rule), is(Paint::page)) ||
                         are(is(Paint::hatch_line), is(Paint::hatch_ground)) ||
                         are(is(Paint::line), is(Paint::halo));
    return matters ? colour::least_mark_contrast : 0;
}

} // namespace cairn::review
