#pragma once

#include "geo/gazetteer.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/language/catalogue.h"
#include "render/input/table/ledger.h"
#include "render/input/table/observations.h"

#include <set>
#include <string_view>
#include <vector>

namespace cairn::facts {

/// How a text led to a place (geo::Gazetteer::find).
input::How how_found(std::string_view text, const geo::Place& place);

/// What gather_* takes each row for, in their order, rows that cannot be read but reported. On maps
/// of `places`; null for charts. Throws Error where no row but totals is left, and as item_of does.
std::vector<input::LedgerRow> fates_of(const input::FigureSpec& spec,
                                       const input::Observations& observations,
                                       const geo::Gazetteer* places,
                                       const input::Catalogue& catalogue);

/// The lines of the rows that stand for the total of others, and on a map of more than it.
/// `places` are those of a map; null for a chart.
std::set<int> lines_without_data(const input::FigureSpec& spec,
                                 const input::Observations& observations,
                                 const geo::Gazetteer* places, const input::Catalogue& catalogue);

} // namespace cairn::facts
