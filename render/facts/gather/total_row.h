#pragma once

#include "base/error.h"
#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/table/observations.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::facts {

/// The rows of a table, and apart from them those that are no data of the figure.
struct Rows {
    std::vector<input::Observation> data;
    std::vector<input::Observation> totals;  ///< of the others
    std::string_view mark;                   ///< what shows each of the data: "a bar"
    std::vector<input::Observation> wider{}; ///< "United Kingdom", beside areas of a map
};

/// Whether a label names what Scotland is a part of.
bool is_wider(std::string_view label);

/// Whether a label names a country beside Scotland: "England".
bool is_other_country(std::string_view label);

/// Separates the total rows of a bar chart: a label such as "Total", "All", "All sectors" or
/// "Scotland" says that its row stands for all others. "Scotland" beside "England" or another
/// country is no total.
Rows part_bar_rows(const input::Observations& observations, const Facts& facts);

/// Separates the total rows of a map, and those of more than it. A label that `is_region` is
/// neither.
Rows part_map_rows(const input::Observations& observations, const Facts& facts,
                   const std::function<bool(const std::string&)>& is_region);

/// Compares each total row with the sum of the data, notes it in `facts` and reports it as a
/// warning; a difference is added to `problems`, unless a missing value could explain it, or the
/// row gives a rate for all rather than a sum. Reports the rows of more than
/// the map as left out.
void check_totals(const input::FigureSpec& spec, const Rows& rows,
                  const input::Observations& observations, Facts& facts,
                  std::vector<Problem>& problems);

/// Compares the sum of the data with what the figure's author expects; a difference is added to
/// `problems`.
void check_expected_total(const input::FigureSpec& spec, const input::Observations& observations,
                          const Facts& facts, std::vector<Problem>& problems);

} // namespace cairn::facts
