#pragma once

#include "geo/gazetteer.h"
#include "geo/neighbours.h"
#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/language/catalogue.h"
#include "render/input/table/observations.h"

namespace cairn::facts {

/// The facts of a bar chart. Throws Error when two rows have one label (unless duplicates are
/// summed), the total is not the expected one, or the nouns of a figure that is not English are
/// not given. The catalogue is that of the figure's language.
Facts gather_bars(const input::FigureSpec& spec, const input::Observations& observations,
                  const input::Catalogue& catalogue);

/// The facts of a map of shaded areas: rows joined to the regions by code, else by name, then
/// classed. `places` are the regions, in their order (geo::gazetteer_of), named in the figure's
/// language where they have a name in it. `whereabouts` are those of the same regions, or none
/// where nothing is to be said of where they lie. `attribution` is English where the boundaries are
/// known by name. Throws Error, with the row's line, for each row that matches no region (naming
/// the nearest), each second row for one region (unless duplicates are summed), and an unexpected
/// total.
Facts gather_map(const input::FigureSpec& spec, const input::Observations& observations,
                 const geo::Gazetteer& places, const std::string& attribution,
                 const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts = {});

/// The same of a map of tiles, whose areas lie at `whereabouts` in truth.
Facts gather_tiles(const input::FigureSpec& spec, const input::Observations& observations,
                   const geo::Gazetteer& places, const std::string& attribution,
                   const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts = {});

/// The same of a map of circles. Throws Error also for values below zero.
Facts gather_circles(const input::FigureSpec& spec, const input::Observations& observations,
                     const geo::Gazetteer& places, const std::string& attribution,
                     const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts = {});

/// The same of a map of dots, which stand for so many each, or for one each at its place. Throws
/// Error also for values below zero and between whole numbers.
Facts gather_dots(const input::FigureSpec& spec, const input::Observations& observations,
                  const geo::Gazetteer& places, const std::string& attribution,
                  const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts = {});

} // namespace cairn::facts
