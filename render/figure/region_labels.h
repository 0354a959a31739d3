#pragma once

#include "geo/region.h"
#include "render/facts/facts.h"
#include "render/figure/leaders.h"
#include "render/figure/map_frame.h"
#include "render/figure/page.h"

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

/// A region that wants a label: its fact, its shape, and the ground that the label stands on.
struct LabelledRegion {
    std::size_t fact = 0;
    std::size_t region = 0;
    scene::Colour ground;
    std::optional<LabelMark> mark{};
};

/// The labels of a map.
struct RegionLabels {
    std::vector<scene::Node> leaders;
    std::vector<scene::Node> texts;
    std::vector<std::string> unnamed; ///< regions that have no room for their name
};

/// Labels every region given: name and value in its mark, where it has one and they fit, else in
/// the region clear of all marks, on one to three lines; else in
/// the free sea with a leader, else the value alone inside. A region that is zero gets its value
/// alone, where that fits. No label stands over another, an obstacle, or a leader.
RegionLabels label_regions(const facts::Facts& facts, const facts::Words& words,
                           std::span<const LabelledRegion> labelled, const geo::Regions& regions,
                           const MapFrame& frame, const LandMask& land, LabelSpace space,
                           const input::Style& style, const scene::Fonts& fonts);

} // namespace cairn::figure
