#include "render/colour/ink.h"

#include <algorithm>
#include <stdexcept>
#include <type_traits>

namespace cairn::colour {

namespace {

Forced forced(Role role) {
    switch (role) {
    case Role::page:
        return Forced::canvas;
    case Role::title:
    case Role::subtitle:
    case Role::label:
    case Role::legend:
    case Role::quiet:
    case Role::bar:
    case Role::baseline:
    case Role::guide:
        return Forced::canvas_text;
    case Role::zero:
    case Role::missing_ground:
    case Role::missing_line:
    case Role::border:
    case Role::coast:
    case Role::leader:
    case Role::land:
    case Role::land_border:
    case Role::symbol:
    case Role::symbol_edge:
        return Forced::kept;
    }
    throw std::logic_error("an unknown role of an ink");
}

const Role* role_of(const Ink& ink) {
    const Plain* plain = std::get_if<Plain>(&ink);
    return plain == nullptr ? nullptr : std::get_if<Role>(plain);
}

} // namespace

Forced forced(const Ink& ink) {
    const Role* role = role_of(ink);
    return role == nullptr ? Forced::kept : forced(*role);
}

bool is_halo(const Ink& line) {
    if (const Role* role = role_of(line)) {
        return *role == Role::symbol_edge || *role == Role::zero || *role == Role::missing_ground ||
               *role == Role::land;
    }
    return std::holds_alternative<Plain>(line) || std::holds_alternative<On>(line);
}

std::vector<Plain> ramp_inks(std::size_t count) {
    if (count == 1) {
        return {Ramp{0.5}};
    }
    std::vector<Plain> inks;
    for (std::size_t i = 1; i <= count; ++i) {
        inks.emplace_back(Ramp{static_cast<double>(i) / static_cast<double>(count)});
    }
    return inks;
}

std::vector<Plain> diverging_inks(const Sides& sides) {
    const auto longer = static_cast<double>(std::max(sides.below, sides.above));
    std::vector<Plain> inks;
    for (std::size_t i = sides.below; i > 0; --i) {
        inks.emplace_back(Diverging{-static_cast<double>(i) / longer});
    }
    if (sides.middle) {
        inks.emplace_back(Diverging{0});
    }
    for (std::size_t i = 1; i <= sides.above; ++i) {
        inks.emplace_back(Diverging{static_cast<double>(i) / longer});
    }
    return inks;
}

std::vector<Plain> category_inks(std::size_t count) {
    std::vector<Plain> inks;
    for (std::size_t i = 0; i < count; ++i) {
        inks.emplace_back(Category{i});
    }
    return inks;
}

Plain continuous_ink(double share) {
    constexpr double first = 1.0 / 6; // where the lowest of six classes stands
    return Ramp{first + (1 - first) * share};
}

} // namespace cairn::colour
