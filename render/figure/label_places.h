#pragma once

#include "render/figure/land_mask.h"
#include "render/figure/leaders.h"
#include "render/figure/page.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace cairn::figure {

/// One way to write a label.
struct LabelWay {
    scene::Size size;
    double cost = 0;            ///< CSS pixels of leader that a better way is worth
    std::vector<Rect> inside{}; ///< places inside its region, best first
    bool beside = true;         ///< whether it may stand in free sea, with a leader
};

/// A label that wants a place.
struct LabelRequest {
    std::size_t region = 0; ///< index in the boundary set
    scene::Position anchor; ///< inside the region: where a leader ends
    std::vector<LabelWay> ways;
    bool needed = true; ///< else it gives way to those that are
};

/// The place of a label.
struct LabelPlace {
    std::size_t way = 0;
    Leader leader; ///< without a line where the label stands inside

    friend bool operator==(const LabelPlace&, const LabelPlace&) = default;
};

/// Places all labels together, so that leaders are as short and as many labels in their best way as
/// can be: no label touches land that is not its own, an obstacle, another label or a leader, and
/// no two leaders cross. Labels share edges where that costs little. Each is placed in turn, in
/// several orders, and the best order is improved by lifting two labels at a time until nothing
/// improves. The same on every run. Nothing for a label that finds no place.
std::vector<std::optional<LabelPlace>> place_labels(std::span<const LabelRequest> requests,
                                                    const LandMask& land, const LabelSpace& space);

} // namespace cairn::figure
