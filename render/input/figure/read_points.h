#pragma once

#include "render/input/figure/figure_kind.h"

#include <vector>

/// The keys of `data` that say where a row lies, in place of the name of a place.
namespace cairn::input {

/// Adds the keys that this kind takes, and asks for `place` only where none of them stands.
void add_point_keys(const MapReader& figure, const FigureKind& kind, std::vector<Key>& keys);

/// Reads them. Two that belong together are both needed; `place` and a point are one too many.
void read_points(MapReader& data, const FigureKind& kind, DataSpec& spec);

} // namespace cairn::input
