#pragma once

#include "render/facts/facts.h"

#include <cstddef>
#include <optional>
#include <span>
#include <variant>

/// What the bodies of facts have in common, whatever the kind of figure.
namespace cairn::facts {

/// Whether the facts are of areas on a map.
bool has_areas(const Facts& facts);

/// Whether areas show their values by shades.
bool has_shades(const Facts& facts);

/// Whether areas show their values by marks that stand for amounts: circles, dots.
bool has_amounts(const Facts& facts);

/// The groups that areas are in; null where they are in none.
const Groups* groups_of(const Facts& facts);

/// The small maps; none where there is one figure.
std::span<const Panel> panels_of(const Facts& facts);

/// The facts of one panel, as if it were a map of its own, without classes and without notes.
Facts panel_facts(const Facts& facts, std::size_t panel);

/// Adds the labels of the facts without a value, from `first` on, to those that are missing.
void add_missing(Facts& facts, std::size_t first);

/// The classes of shades, lowest first; none where values are shown in another way.
std::span<const Class> classes_of(const Facts& facts);

/// The scale of shades without classes; null where values are shown in another way.
const Scale* continuous_scale(const Facts& facts);

/// Where a diverging scale turns; one without classes has none on either side.
std::optional<Midpoint> midpoint_of(const Facts& facts);

/// The facts, and behind them those without an area, in the order of their maps: the rows of a data
/// table. Of rates, these have a count alone.
std::vector<Fact> rows_of(const Facts& facts);

/// The total without what has no area.
double placed_total(const Facts& facts);

/// The facts that are zero, where zero is drawn as a class of its own.
std::optional<std::size_t> zero_count_of(const Facts& facts);

/// The region that stands in a frame; null where none does.
const Framed* framed_of(const Facts& facts);

/// How a map of circles, dots or points shows its values. Throws std::bad_variant_access for other
/// facts.
template<typename Shown>
const Shown& shown_as(const Facts& facts) {
    return std::get<Shown>(std::get<Areas>(facts.body).shown);
}

} // namespace cairn::facts
