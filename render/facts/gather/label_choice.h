#pragma once

#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"

#include <vector>

namespace cairn::facts {

/// What the label of a region says, and whether it may be left out.
struct LabelChoice {
    bool name = false;
    bool value = false;
    bool needed = false; ///< else it is written only where it fits inside the region
    bool beside = false; ///< never inside the region

    [[nodiscard]] bool empty() const { return !name && !value; }
    friend bool operator==(const LabelChoice&, const LabelChoice&) = default;
};

/// The label of a region where nothing else is asked for: name and value; of a zero its value,
/// where that fits inside; none where there is no value.
LabelChoice usual_label(const Fact& fact);

/// The label of each fact, in their order. Areas that are level with the last of the highest
/// all have labels. Throws Error for each exception that is no place of the map, or one that is
/// named before.
std::vector<LabelChoice> label_choices(const input::LabelSpec& spec, const Facts& facts,
                                       const geo::Gazetteer& places);

} // namespace cairn::facts
