#pragma once

#include "render/page/page.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace cairn::map {

/// Marks of one size that do not cover one another.
struct SetApart {
    std::vector<scene::Position> places{};
    std::optional<std::size_t> crowded{}; ///< one that has no room; then there are no places
};

/// Whether the mark with this index may be moved to a place.
using MayStand = std::function<bool(std::size_t index, scene::Position place)>;

/// Places at least `between` from each other, one for each of those wanted: the same where that is
/// clear of those before it, else the nearest of a fine net around it that is clear of all and
/// where it may stand, or, where there is none, that is clear alone; none is moved further than
/// `reach`.
SetApart set_apart(std::span<const scene::Position> wanted, Length between, Length reach,
                   const MayStand& may_stand);

} // namespace cairn::map
