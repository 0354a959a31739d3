#pragma once

#include "base/error.h"
#include "render/facts/facts.h"
#include "render/input/figure_spec.h"
#include "render/input/observations.h"

#include <functional>
#include <string>
#include <vector>

namespace cairn::facts {

/// The rows of a table, those that give the total of the others apart.
struct Rows {
    std::vector<input::Observation> data;
    std::vector<input::Observation> totals;
};

/// Parts the rows of a bar chart: a label such as "Total", "All", "All sectors" or "Scotland" says
/// that its row stands for all others. "Scotland" beside "England" or another country is no total.
Rows part_bar_rows(const input::Observations& observations, const Facts& facts);

/// Parts the rows of a map. A label that `is_region` is no total.
Rows part_map_rows(const input::Observations& observations, const Facts& facts,
                   const std::function<bool(const std::string&)>& is_region);

/// Compares each total row with the sum of the data, notes it in `facts` and reports it as a
/// warning; a difference is added to `problems`, but where a value is missing that could explain
/// it, or where the row gives a rate for all rather than a sum.
void check_totals(const Rows& rows, const input::Observations& observations, Facts& facts,
                  std::vector<Problem>& problems);

/// Compares the sum of the data with what the figure's author expects; a difference is added to
/// `problems`.
void check_expected_total(const input::FigureSpec& spec, const input::Observations& observations,
                          const Facts& facts, std::vector<Problem>& problems);

} // namespace cairn::facts
