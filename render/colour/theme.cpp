#include "render/colour/theme.h"

#include "render/colour/lab.h"
#include "render/colour/limits.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <stdexcept>

namespace cairn::colour {

namespace {

Colour mixed(Colour from, Colour to, double share) {
    const Lab a = colour::to_lab(from);
    const Lab b = colour::to_lab(to);
    return colour::from_lab({a.lightness + share * (b.lightness - a.lightness),
                             a.a + share * (b.a - a.a), a.b + share * (b.b - a.b)});
}

/// The colour at a share of the way from the first stop to the last.
Colour colour_at(const std::vector<Colour>& stops, double share) {
    if (stops.size() < 2) {
        throw std::logic_error("a theme without stops of a scale");
    }
    const double position = share * static_cast<double>(stops.size() - 1);
    const std::size_t below = std::min(static_cast<std::size_t>(position), stops.size() - 2);
    return mixed(stops[below], stops[below + 1], position - static_cast<double>(below));
}

/// The first of the candidates whose lowest contrast to the grounds is highest.
Colour best_on(std::initializer_list<Colour> grounds, std::initializer_list<Colour> candidates) {
    return *std::ranges::max_element(candidates, {}, [&](Colour candidate) {
        double least = contrast(candidate, *grounds.begin());
        for (const Colour ground : grounds) {
            least = std::min(least, contrast(candidate, ground));
        }
        return least;
    });
}

/// The colours of one theme as they are, before they are seen.
struct Mixer {
    const Theme& theme;

    Colour operator()(Role role) const { return theme[role]; }
    Colour operator()(Ramp ramp) const { return colour_at(theme.ramp, ramp.position); }
    Colour operator()(Diverging scale) const {
        return colour_at(theme.diverging, 0.5 + 0.5 * scale.position);
    }
    Colour operator()(Category group) const { return theme.categories.at(group.index); }

    Colour operator()(const Plain& ink) const { return std::visit(*this, ink); }
    Colour operator()(const On& ink) const {
        return label_on({(*this)(ink.first), (*this)(ink.second)});
    }
    Colour operator()(const QuietOn& ink) const {
        const Colour ground = (*this)(ink.ground);
        const Colour quiet = theme[Role::quiet];
        return contrast(quiet, ground) >= colour::least_text_contrast ? quiet : label_on({ground});
    }
    Colour operator()(const HatchOn& ink) const {
        const Colour ground = (*this)(ink.ground);
        const Colour end = label_on({ground});
        constexpr int steps = 20;
        for (int i = 1; i < steps; ++i) {
            const Colour line = mixed(ground, end, static_cast<double>(i) / steps);
            if (contrast(line, ground) >= ink.contrast) {
                return line;
            }
        }
        return end;
    }
    Colour operator()(const Between& ink) const {
        return best_on({(*this)(ink.first), (*this)(ink.second)},
                       {theme[Role::border], theme.dark_label, theme.light_label});
    }

    [[nodiscard]] Colour label_on(std::initializer_list<Colour> grounds) const {
        return best_on(grounds, {theme.dark_label, theme.light_label});
    }
};

} // namespace

Colour Theme::colour_of(const Ink& ink) const {
    const Colour colour = std::visit(Mixer{*this}, ink);
    return seen ? seen(colour) : colour;
}

} // namespace cairn::colour
