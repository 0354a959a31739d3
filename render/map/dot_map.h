#pragma once

#include "render/map/map_figure.h"

#include <cstddef>

namespace cairn::map {

/// A map with dots in each region, one for so much of what is counted, spread evenly. All dots are
/// of one size, the largest at which those of every region fit into it, but no smaller than can be
/// seen well: a region too small for that has its dots in the sea beside it, at the end of a
/// leader. Only where these find no room are dots smaller. A region with its dots beside the
/// enlarged part is filled on the map. Throws Error,
/// without a place, for dots that find no room, with how many each may stand for so that all find
/// it.
MapFigure draw_dot_map(const MapSource& source);

/// How many dots stand for a value: the nearest whole number, and one for anything above zero.
std::size_t dots_for(double value, int per_dot);

} // namespace cairn::map
