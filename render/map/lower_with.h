#pragma once

#include "render/map/circles.h"
#include "render/map/map_figure.h"

#include <vector>

namespace cairn::map {

/// Lowers the map with its circles, or dots, below heading and legend, and moves those of a framed
/// region along with it.
void lower_with(MapPage& map, std::vector<Circle>& circles, const MapParts& parts,
                const input::Style& style);

} // namespace cairn::map
