#pragma once

#include "render/input/style/style.h"
#include "render/map/dots.h"
#include "render/map/labels/wanted_labels.h"

#include <span>

/// What every map of dots shares: how large dots may be, and how they keep apart.
namespace cairn::map {

/// Radius of dots, as a share of the size of small type.
constexpr double largest_dot = 0.28;
constexpr double dot_seen_well = 0.12;
constexpr double dot_still_seen = 0.085; ///< on a narrow page, which has little sea

/// Radii are tried in these steps.
constexpr Length dot_step = Length::px(0.125);

/// How dots of a radius stand: a gap between any two, and between each and the border.
DotSpacing spacing_for(Length radius, const input::Style& style);

/// The dots of a region, at least one, as shapes that labels keep off; a leader ends at the one
/// nearest to the middle.
LabelMark mark_of_dots(std::span<const scene::Position> dots, const geo::MultiPolygon& region,
                       const MapFrame& frame, Length radius);

} // namespace cairn::map
