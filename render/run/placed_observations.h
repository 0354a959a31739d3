#pragma once

#include "base/report.h"
#include "render/figure.h"
#include "render/input/table/ledger.h"
#include "render/input/table/observations.h"
#include "render/resources/resource_cache.h"

namespace cairn {

/// Reads the rows of a figure: of the table, joined, those that it is about, or what is made of
/// them, each under the name of its area, as far as that can be told. Loads the map that the figure
/// stands on, and gives the figure what is to be said of names. Throws Error for what is wrong with
/// the table; where there is a ledger, problems with single rows are reported as errors instead,
/// and what became of each row until here is entered.
input::Observations placed_observations(Prepared& prepared, ResourceCache& cache,
                                        input::Ledger* ledger, Report& report);

} // namespace cairn
