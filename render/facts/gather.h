#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/input/figure_spec.h"
#include "render/input/observations.h"

namespace cairn::facts {

/// The facts of a bar chart. Throws Error when two rows have one label (unless duplicates are
/// summed), or the total is not the expected one.
Facts gather_bars(const input::FigureSpec& spec, const input::Observations& observations);

/// The facts of a map: rows joined to the regions by code, else by name, then classed. `places` are
/// the regions, in their order (geo::gazetteer_of). Throws Error, with the row's line, for each row
/// that matches no region (naming the nearest), each second row for one region (unless duplicates
/// are summed), and an unexpected total.
Facts gather_map(const input::FigureSpec& spec, const input::Observations& observations,
                 const geo::Gazetteer& places, const std::string& attribution);

} // namespace cairn::facts
