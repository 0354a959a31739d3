#pragma once

#include "render/input/figure/figure_kind.h"

#include <span>

namespace cairn::input {

/// Whether the data of a figure name a column of panels.
bool has_panel(const MapReader& figure);

/// Reads the key `data` of a figure of this kind, which is one of `kinds`: the table and its
/// columns. `unit` is what the figure counts, where its author says so.
DataSpec read_data(MapReader& figure, std::span<const FigureKind> kinds, const FigureKind& kind,
                   const Noun& unit, const Defaults& defaults, const Languages& languages,
                   YamlLog& log);

} // namespace cairn::input
