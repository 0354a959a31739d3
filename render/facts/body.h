#pragma once

#include "render/facts/facts.h"

#include <variant>

/// What the bodies of facts have in common, whatever the kind of figure.
namespace cairn::facts {

/// Whether the facts are of areas on a map.
bool has_areas(const Facts& facts);

/// Whether areas show their values by shades.
bool has_shades(const Facts& facts);

/// Whether areas show their values by marks that stand for amounts: circles, dots.
bool has_amounts(const Facts& facts);

/// Whether areas are in groups.
bool has_groups(const Facts& facts);

/// How a map of circles or dots shows its values. Throws std::bad_variant_access for other facts.
template<typename Shown>
const Shown& shown_as(const Facts& facts) {
    return std::get<Shown>(std::get<Areas>(facts.body).shown);
}

} // namespace cairn::facts
