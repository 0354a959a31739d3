#pragma once

#include "render/input/figure/figure_kind.h"

/// What a kind of figure has no use for is refused, never passed over. The table in
/// docs/figure-file.md lists which key fits which kind.
namespace cairn::input {

/// Reports a column of panels or a rate that the kind cannot show. A rate is no amount, so no
/// circle or dot can stand for it; and built-in populations are of one year, panels of several.
void refuse_unfit_data(MapReader& data, std::span<const FigureKind> kinds, const FigureKind& kind,
                       const DataSpec& spec);

/// Reports each key of a figure that its kind would leave unused. All else of `spec` is read.
void refuse_unfit_keys(MapReader& figure, std::span<const FigureKind> kinds, const FigureKind& kind,
                       const FigureSpec& spec);

} // namespace cairn::input
