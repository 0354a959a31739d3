#include "render/colour/limits.h"
#include "render/input/style/style.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace cairn::input {

namespace {

using colour::Hatch;
using colour::Motif;
using colour::Plain;

/// A motif and how close it stands, as a share of the spacing for missing data.
struct Look {
    Motif motif;
    double spacing;
};

// From few marks to many; neighbours differ in kind.
constexpr std::array<Look, 6> sequence{{{Motif::dots, 1.1},
                                        {Motif::level, 1.0},
                                        {Motif::falling, 0.8},
                                        {Motif::grid, 0.9},
                                        {Motif::cross, 0.8},
                                        {Motif::upright, 0.5}}};
// From near the midpoint outwards.
constexpr std::array<Look, 6> line_looks{{{Motif::falling, 1.3},
                                          {Motif::falling, 0.7},
                                          {Motif::cross, 0.8},
                                          {Motif::level, 0.6},
                                          {Motif::upright, 0.5},
                                          {Motif::cross, 0.5}}};
constexpr std::array<Look, 6> dots{{{Motif::dots, 1.3},
                                    {Motif::dots, 0.75},
                                    {Motif::grid, 0.8},
                                    {Motif::dots, 0.5},
                                    {Motif::grid, 0.6},
                                    {Motif::grid, 0.5}}};

// Of groups: no order, and none much darker than the others.
constexpr std::array<Look, 7> of_groups{{{Motif::dots, 1.1},
                                         {Motif::falling, 1.1},
                                         {Motif::grid, 1.4},
                                         {Motif::level, 0.9},
                                         {Motif::cross, 1.2},
                                         {Motif::dots, 0.6},
                                         {Motif::upright, 0.6}}};

colour::Fill with(const Look& look, const Plain& ground, const Style::Map& map) {
    const double thickness = look.motif == Motif::dots ? 1.6 : 1;
    // Without hues the lines have to stand out clearly.
    const double contrast = map.greys ? colour::least_text_contrast : colour::least_mark_contrast;
    return Hatch{ground, colour::HatchOn{ground, contrast}, map.missing.spacing * look.spacing,
                 map.missing.width * thickness, look.motif};
}

template<std::size_t size>
const Look& nth(const std::array<Look, size>& looks, std::size_t index) {
    return looks[std::min(index, looks.size() - 1)];
}

} // namespace

std::vector<colour::Fill> patterned(const Style::Map& map, const std::vector<Plain>& inks) {
    std::vector<colour::Fill> fills;
    for (std::size_t i = 0; i < inks.size(); ++i) {
        const bool plain = i > 0 && i + 1 == inks.size();
        fills.push_back(plain ? colour::Fill(inks[i]) : with(nth(sequence, i), inks[i], map));
    }
    return fills;
}

std::vector<colour::Fill> patterned(const Style::Map& map, const std::vector<Plain>& inks,
                                    const colour::Sides& sides) {
    std::vector<colour::Fill> fills;
    for (std::size_t i = 0; i < inks.size(); ++i) {
        if (i < sides.below) {
            fills.push_back(with(nth(line_looks, sides.below - 1 - i), inks[i], map));
        } else if (i == sides.below && sides.middle) {
            fills.emplace_back(inks[i]);
        } else {
            const std::size_t first = sides.below + (sides.middle ? 1 : 0);
            fills.push_back(with(nth(dots, i - first), inks[i], map));
        }
    }
    return fills;
}

std::vector<colour::Fill> patterned_groups(const Style::Map& map, const std::vector<Plain>& inks) {
    std::vector<colour::Fill> fills;
    for (std::size_t i = 0; i < inks.size(); ++i) {
        fills.push_back(i == 0 ? colour::Fill(inks[i]) : with(nth(of_groups, i - 1), inks[i], map));
    }
    return fills;
}

colour::Fill hatched_below(const Style::Map& map, const Plain& ink) {
    constexpr Look look{Motif::level, 0.9};
    return with(look, ink, map);
}

} // namespace cairn::input
