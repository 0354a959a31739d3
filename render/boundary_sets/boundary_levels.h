#pragma once

#include "geo/region.h"

#include <cstddef>
#include <string>
#include <vector>

namespace cairn {

/// One level of detail, made for a use.
struct MadeLevel {
    std::string use; ///< "full", "print" or "web"
    geo::Regions regions;
};

/// How many points the borders of all regions have, those that regions share counted in each.
std::size_t count_points(const geo::Regions& regions);

/// The regions as they are, then as an A3 page (a quarter of a dot at 300 to the inch) and as a
/// page 600 px wide (a quarter of a pixel) can show them. A level that would save little is left
/// out.
std::vector<MadeLevel> make_levels(geo::Regions regions);

} // namespace cairn
