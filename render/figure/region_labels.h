#pragma once

#include "geo/region.h"
#include "render/facts/facts.h"
#include "render/facts/label_choice.h"
#include "render/figure/leaders.h"
#include "render/figure/map_frame.h"
#include "render/figure/page.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cairn::figure {

/// What stands for a region's value and is drawn on it.
struct LabelMark {
    geo::MultiPolygon shapes; ///< metres; labels keep off them, but a label may stand in its one
    scene::Colour fill;       ///< of the shapes
    scene::Position anchor;   ///< to which a leader leads
    scene::Length radius{};   ///< around the anchor, where a leader ends
};

/// A region that may have a label: its fact, its shape, and the ground that the label stands on.
struct LabelledRegion {
    std::size_t fact = 0;
    std::size_t region = 0;
    scene::Colour ground;
    std::optional<facts::LabelChoice> choice{}; ///< nothing: the usual one
    std::optional<LabelMark> mark{};
};

/// A label in its place.
struct RegionLabel {
    std::size_t fact = 0;
    Leader leader;       ///< without a line where the label stands inside its region
    std::size_t key = 0; ///< the number that stands for it; 0 where it stands there itself
};

/// The labels of a map.
struct RegionLabels {
    std::vector<scene::Node> leaders;
    std::vector<scene::Node> texts;
    std::vector<RegionLabel> placed;  ///< those with their number last, in its order
    std::vector<std::size_t> unnamed; ///< facts that want a label and have no room for it
};

/// Labels every region given as is chosen for it: in its mark, where it has one and the label fits;
/// else inside the region, clear of all marks, where that fits, on one to three lines;
/// else in free sea with a leader; else, where the space is keyed, as a number, for a list; else
/// the value alone inside. A label that is not needed is written only where it fits inside. No
/// label stands over another, an obstacle, or a leader.
RegionLabels label_regions(const facts::Facts& facts, const facts::Words& words,
                           std::span<const LabelledRegion> labelled, const geo::Regions& regions,
                           const MapFrame& frame, const LandMask& land, const LabelSpace& space,
                           const input::Style& style, const scene::Fonts& fonts);

} // namespace cairn::figure
