#pragma once

#include "geo/gazetteer.h"
#include "geo/neighbours.h"
#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/language/catalogue.h"
#include "render/input/table/observations.h"

#include <cstddef>
#include <string>

namespace cairn::facts {

constexpr std::size_t least_panels = 2;
constexpr std::size_t most_panels = 12;

/// The facts of several small maps, one a value of the panel column: numbers rising, other labels
/// in the order of the table. The rows of each are joined as gather_map has it; one set of classes
/// holds for all. Areas stand in the same order in every panel, by what they have in all of them.
/// Throws Error as gather_map does, and for fewer panels than `least_panels` or more than
/// `most_panels`.
Facts gather_panels(const input::FigureSpec& spec, const input::Observations& observations,
                    const geo::Gazetteer& places, const std::string& attribution,
                    const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts = {});

} // namespace cairn::facts
