#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/facts/gather/drawn.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/language/catalogue.h"
#include "render/input/table/observations.h"

#include <span>
#include <vector>

namespace cairn::facts {

/// From so many cases on a rate is reliable. The Office for National Statistics marks rates that
/// rest on fewer than 20 deaths with [u] (User guide to mortality statistics, and its answer
/// FOI/2021/3301); the Government Analysis Function has the same mark for low reliability.
constexpr double reliable_cases = 20;

/// How many decimals rates are shown with: three significant digits of the highest, and more where
/// the lowest above zero would look like zero. `rates` are zero or above.
int rate_decimals(std::span<const double> rates);

/// The rate as it is shown: with at most `decimals` decimals, or, where that is 0, at most three
/// significant digits.
double shown_rate(double rate, int decimals);

/// Makes rates of the counts that `drawn` and `facts` hold, as spec.data.rate asks: what each is
/// made of stays beside it, facts.total stays that of the counts. `rows` are the table's rows
/// without totals; `places` are the regions of a map, null in a bar chart. Adds to `problems`, with
/// the row's line, for each count below zero and each denominator that is missing or not above
/// zero, and for places without a built-in population; warns of rates that rest on few cases.
/// Throws Error where a noun that the words need is not given.
void make_rates(const input::FigureSpec& spec, const input::Observations& observations,
                std::span<const input::Observation> rows, const geo::Gazetteer* places,
                const input::Catalogue& catalogue, Facts& facts, std::vector<Drawn>& drawn,
                std::vector<Problem>& problems);

} // namespace cairn::facts
