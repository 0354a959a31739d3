#pragma once

#include "base/error.h"
#include "base/noun.h"
#include "render/facts/gather/drawn.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/table/observations.h"

#include <string>
#include <vector>

namespace cairn::facts {

/// The rows of one label or place, in file order.
using RowsOfOne = std::vector<const input::Observation*>;

/// A second row for one label or region, where rows are not added up; `first` is how the other one
/// is labelled.
Problem second_row(const input::Observation& row, const input::Observations& observations,
                   const std::string& label, const std::string& first, int first_line);

/// Adds a further row to the fact that it belongs to, and what its value is per to what that of the
/// fact is.
void add_to(Drawn& drawn, const input::Observation& row, const input::Observations& observations,
            Facts& facts);

/// Adds the problems with second rows: `each` of them, or, where most labels or places stand
/// several times, as in a table of several years, one problem for all, which names the column that
/// distinguishes the rows. `item` is what a label or place is called.
void add_second_rows(const input::FigureSpec& spec, const input::Observations& observations,
                     const std::vector<RowsOfOne>& rows, const Noun& item,
                     std::vector<Problem> each, std::vector<Problem>& problems);

} // namespace cairn::facts
