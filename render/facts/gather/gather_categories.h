#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/language/catalogue.h"
#include "render/input/table/observations.h"

#include <cstddef>
#include <string>

namespace cairn::facts {

/// More groups are not distinguishable by colour.
constexpr std::size_t most_categories = 7;

/// The facts of a categorical map: rows joined to the regions as gather_map has it, one category
/// each. Categories stand in the order of their size, or of the table where the figure is sorted by
/// file; areas by category, those in none last. Throws Error as gather_map does, where there is no
/// category at all, and where there are more than `most_categories`.
Facts gather_categories(const input::FigureSpec& spec, const input::Observations& observations,
                        const geo::Gazetteer& places, const std::string& attribution,
                        const input::Catalogue& catalogue);

} // namespace cairn::facts
