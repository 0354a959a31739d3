#pragma once

#include "render/map/labels/leaders.h"
#include "render/map/page/land_mask.h"
#include "render/page/page.h"

#include <cstddef>
#include <span>
#include <vector>

/// The places that a label may have, before it is weighed against others.
namespace cairn::map {

/// One way to write a label.
struct LabelWay {
    scene::Size size;
    double cost = 0;                  ///< CSS pixels of leader that a better way is worth
    std::vector<page::Rect> inside{}; ///< places inside its region, best first
    bool beside = true;               ///< whether it may stand beside its region, with a leader
    Footing footing = Footing::sea;   ///< of a label that stands beside
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

/// A place that a label may have, with what it costs by itself.
struct LabelOption {
    LabelPlace place;
    page::Rect reach; ///< around label and leader, with their clearance: what lies outside is in no
                      ///< conflict
    double cost = 0;
};

/// The places of one label, cheapest first.
using LabelOptions = std::vector<LabelOption>;

/// The places that a label may have in this space.
LabelOptions options_for(const LabelRequest& request, const LandMask& land,
                         const LabelSpace& space);

/// The same, made from those that it has in a space of the same page and clearance with fewer
/// obstacles and frames: found anew only where some of them are taken.
LabelOptions options_within(const LabelOptions& wider, const LabelRequest& request,
                            const LandMask& land, const LabelSpace& space);

} // namespace cairn::map
