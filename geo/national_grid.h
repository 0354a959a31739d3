#pragma once

#include "geo/geometry.h"

#include <optional>
#include <string_view>

/// The British National Grid (EPSG:27700): metres east and north of a point south-west of Scilly.
namespace cairn::geo {

/// The point of a longitude and latitude in degrees (WGS 84, ETRS89): by the seven parameters of
/// EPSG:1314, good to some 5 m, and the Transverse Mercator series of "A guide to coordinate
/// systems in Great Britain" (Ordnance Survey, 2020), annexes B and C. Nothing where the point is
/// so far off that the series does not hold: outside 12° W to 6° E, 48° to 63° N.
std::optional<Point> from_longitude_latitude(double longitude, double latitude);

/// The middle of the square that a grid reference names: two letters and an even number of digits,
/// 2 to 10, with or without spaces: `NT 255 735` is one of 100 m. Nothing for any other text.
std::optional<Point> parse_grid_reference(std::string_view text);

} // namespace cairn::geo
