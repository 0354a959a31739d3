#pragma once

#include "geo/geometry.h"

#include <optional>

namespace cairn::geo {

/// The best place in a region for a box: a point as far from the border as can be, measured in the
/// box's own proportions.
struct LabelPoint {
    Point centre;
    /// How many times as large as asked the largest such box around the centre can be.
    double scale = 0;
};

/// Where a box of `width` by `height` (metres) sits best inside `polygon`: the pole of
/// inaccessibility (Garcia-Castellanos and Lombardo 2007; quadtree search as in polylabel) with the
/// distance measured in the box's proportions. A scale of 1 or more means that it fits. The best
/// possible scale is no more than 1 % larger, or 0.001, or what the box gains by a 2048th of the
/// polygon's extent. The box reaches over none of the rings `keep_off`, which may lie over the
/// border and over one another. Nothing where there is no such place, or none of `least_scale`,
/// which is told quickly.
std::optional<LabelPoint> label_point(const MultiPolygon& polygon, double width, double height,
                                      const MultiPolygon& keep_off = {}, double least_scale = 0);

} // namespace cairn::geo
