#pragma once

#include "render/map/labels/label_options.h"

#include <optional>
#include <span>
#include <vector>

namespace cairn::map {

/// A label that is placed together with others.
struct LabelToPlace {
    const LabelOptions* options = nullptr;
    bool needed = true; ///< else it gives way to those that are
    double worth = 1;   ///< beside that of others, where not all have room
};

/// How hard places are looked for.
enum class Effort {
    full,
    hopeful ///< not where many labels find none at first
};

/// Places all labels together, so that leaders are as short and as many labels in their best way as
/// can be: no label touches land that is not its own, an obstacle, another label or a leader, and
/// no two leaders cross. Labels share edges where that costs little. Each is placed in turn, in
/// several orders; the best order is improved by simulated annealing, then by lifting two labels at
/// a time, until nothing improves. The same on every run. Nothing for a label that finds no place.
std::vector<std::optional<LabelPlace>> place_labels(std::span<const LabelToPlace> labels,
                                                    Length clearance, Effort effort);

/// The same for labels whose places are still to be found.
std::vector<std::optional<LabelPlace>> place_labels(std::span<const LabelRequest> requests,
                                                    const LandMask& land, const LabelSpace& space);

} // namespace cairn::map
