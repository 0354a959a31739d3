#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"

#include <string>

namespace cairn::facts {

/// What to do about a text that is no place of the map: `did you mean "A", "B" or "C"?`; without
/// candidates, what there is to choose from.
std::string nearest_place(const geo::Gazetteer& places, const std::string& text,
                          const Facts& facts);

} // namespace cairn::facts
