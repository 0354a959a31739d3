#pragma once

#include "render/figure/land_mask.h"
#include "render/figure/page.h"

#include <optional>
#include <span>
#include <vector>

namespace cairn::figure {

/// A label that has no room in its region.
struct LeaderRequest {
    std::size_t region = 0; ///< index in the boundary set
    scene::Position anchor; ///< inside the region
    scene::Size label;
};

/// A label in the free sea and its leader.
struct Leader {
    Rect label;
    scene::Position from; ///< beside the label
    scene::Position to;   ///< the anchor

    friend bool operator==(const Leader&, const Leader&) = default;
};

/// Whether a leader runs through the box.
bool runs_through(const Leader& leader, const Rect& rect);

/// Where labels may stand, and what neither they nor their leaders may touch.
struct LabelSpace {
    Rect page;                   ///< within the margins
    std::vector<Rect> obstacles; ///< other texts
    scene::Length clearance;     ///< of a label to land, to others, and of its leader
    scene::Length longest;       ///< leader: a longer one leads nobody
};

/// Places each label in free sea, one leader a label, as short as can be: no label touches land, an
/// obstacle, another label or a leader, and no two leaders cross. Labels share edges where that
/// costs little. Each is placed in turn, then all are placed again by turns until nothing improves.
/// Nothing for a label that finds no place.
std::vector<std::optional<Leader>> place_leaders(std::span<const LeaderRequest> requests,
                                                 const LandMask& land, const LabelSpace& space);

} // namespace cairn::figure
