#pragma once

#include "base/error.h"
#include "render/input/style/style.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace cairn::input {

/// Where the keys of a style stand in its file, by path: "text.note.colour".
using StylePlaces = std::map<std::string, Location, std::less<>>;

/// Every rule of contrast (WCAG 2.2, 1.4.3 and 1.4.11), of colour vision and of legibility that
/// a style breaks, each once. The same two colours break a rule once, however many classes a map
/// has. `places` has every key of the style.
std::vector<Problem> broken_rules(const Style& style, const StylePlaces& places);

} // namespace cairn::input
