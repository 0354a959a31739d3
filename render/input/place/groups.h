#pragma once

#include "render/input/figure/figure_spec.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Values of several areas together, such as "Ayrshire".
namespace cairn::input {

/// Why the figure's rule for groups cannot hold for its values, as a clause: "and ..."; empty where
/// it can. A count is shared out, a measure is given to each; a single record has no parts.
std::string objection_to_groups(const FigureSpec& spec);

/// A number in equal parts, which add up to it: where they cannot be equal with its own decimals,
/// they are to a hundredth of its last one, and the first have what is left over. Nothing for a
/// cell without a number, and for per cent, which are no count.
std::optional<std::vector<std::string>> parts_of(const std::string& cell, std::size_t count,
                                                 const TableFormat& format);

/// What readers of the figure are told where the areas of these groups show what is said of all of
/// them; in English. Empty for none.
std::string note_on_groups(std::span<const std::string> groups, GroupRule rule);

} // namespace cairn::input
