#pragma once

#include "render/map/labels/label_places.h"
#include "render/map/labels/wanted_labels.h"

#include <cstddef>
#include <vector>

namespace cairn::map {

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

/// Labels of a map that stand together.
struct LabelTask {
    std::vector<const WantedLabel*> labels;
    const LabelGround& ground;
    /// As that for which the labels were made, or with more obstacles and frames.
    const LabelSpace& space;
    std::size_t first_number = 1;
    Effort effort = Effort::full;
};

/// Places and draws labels: in the mark of their region, where it has one and the label fits; else
/// inside the region, clear of all marks, where that fits, on one to three lines; else in free sea
/// with a leader; else, where the labels have them, as a number, for a list; else the value alone
/// inside. A label that is not needed is written only where it fits inside. No label stands over
/// another, an obstacle, or a leader.
RegionLabels label_regions(const facts::Facts& facts, const words::Words& words,
                           const LabelTask& task, const LabelSetter& setter);

} // namespace cairn::map
