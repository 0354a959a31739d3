#pragma once

#include "base/noun.h"
#include "render/facts/facts.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/table/observations.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::facts {

/// Whether a label says that its row has no area: "Unknown", "Outwith Scotland".
bool says_no_area(std::string_view label);

/// Whether the author says that a label has no area: `places: {London: none}`.
bool is_told_to_have_no_area(const input::FigureSpec& spec, std::string_view label);

/// Takes the rows out of `rows` that say that they have no area, "Unknown" or "Outwith Scotland",
/// and notes them in `facts`. Where the author does not ask for that, they are one problem more. A
/// label that `is_region` has an area whatever it sounds like.
void set_unplaced_apart(const input::FigureSpec& spec, const input::Observations& observations,
                        const Noun& item, const std::function<bool(const std::string&)>& is_region,
                        std::vector<input::Observation>& rows, Facts& facts,
                        std::vector<Problem>& problems);

/// The rows without an area of several small maps together.
std::optional<Unplaced> unplaced_in_all(const std::vector<Facts>& panels);

} // namespace cairn::facts
