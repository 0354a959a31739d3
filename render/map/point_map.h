#pragma once

#include "render/map/map_figure.h"

namespace cairn::map {

/// A map with a dot for each of what is counted, at its place. Dots that would cover one another
/// stand beside each other, as near to their places as there is room, and in their own areas if
/// that can be. All are of one size: the largest at which none is moved further than the diameter
/// of the largest dot, but no smaller than can be seen well, nor, where none else have room, than
/// can still be seen. Throws Error, without a place, where a dot would be further off than a line
/// of small type is high.
MapFigure draw_point_map(const MapSource& source);

} // namespace cairn::map
