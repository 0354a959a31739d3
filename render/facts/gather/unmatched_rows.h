#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/table/observations.h"

#include <span>
#include <vector>

namespace cairn::facts {

/// Rows that match no area of the map, `unmatched` of all `rows`, as problems: one for all that are
/// of another kind of area, by their codes, or by most names being those of health boards; else one
/// each. Where the names are of another kind, areas that share a name with one are no match either.
void add_unmatched(const input::FigureSpec& spec, const input::Observations& observations,
                   std::span<const input::Observation> rows,
                   std::span<const input::Observation* const> unmatched,
                   const geo::Gazetteer& places, const Noun& item, const Facts& facts,
                   std::vector<Problem>& problems);

} // namespace cairn::facts
