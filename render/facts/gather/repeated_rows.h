#pragma once

#include "base/error.h"
#include "base/noun.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/table/observations.h"

#include <vector>

namespace cairn::facts {

/// The rows of one label or place, in file order.
using RowsOfOne = std::vector<const input::Observation*>;

/// Adds the problems with second rows: `each` of them, or, where most labels or places stand
/// several times, as in a table of several years, one problem for all, which names the column that
/// distinguishes the rows. `item` is what a label or place is called.
void add_second_rows(const input::FigureSpec& spec, const input::Observations& observations,
                     const std::vector<RowsOfOne>& rows, const Noun& item,
                     std::vector<Problem> each, std::vector<Problem>& problems);

} // namespace cairn::facts
