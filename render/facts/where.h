#pragma once

#include "render/facts/facts.h"
#include "render/facts/summary.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

/// Where things are on a map: found from which areas border on which. docs/words.md has the rules
/// to readers. All of it is nothing where Facts::neighbours is empty. Indices are those of
/// Facts::facts.
namespace cairn::facts {

/// How far the areas that have some of what is counted reach.
struct Spread {
    std::size_t north = 0; ///< the area that reaches farthest north
    std::size_t south = 0;
};

/// The spread of a count; nothing where fewer than four areas have some, all have, one area reaches
/// farthest both ways, or two reach equally far.
std::optional<Spread> spread_of(const Facts& facts, const Summary& summary);

/// Areas that hold much of a count and lie together: from each of them borders lead to every other
/// one through areas of the cluster alone, and each has some.
struct Cluster {
    std::vector<std::size_t> members; ///< the highest first, the others in the order drawn
    double sum = 0;
    bool beside = false; ///< whether each of the others borders on the highest
};

/// The cluster of a count. It is grown from each of the five highest areas: again and again by the
/// neighbour that has most, or by a neighbour and one beyond it that have most on average, for as
/// long as that is more than the mean of all areas with data. Of these, the one that is furthest
/// above the mean in sum. Nothing where that is more than a third of the areas, less than a third
/// of the total, or where the highest alone has more than three quarters of it.
std::optional<Cluster> cluster_of(const Facts& facts, const Summary& summary);

/// The members in groups that lie together: the largest group first, then in the order drawn.
std::vector<std::vector<std::size_t>> grouped_by_borders(const Facts& facts,
                                                         std::span<const std::size_t> members);

/// The largest area of some.
std::size_t largest_area(const Facts& facts, std::span<const std::size_t> members);

/// High or low values that lie together.
struct Alike {
    std::size_t count = 0;             ///< of the highest, or lowest, that were looked at
    std::vector<std::size_t> together; ///< those of them that lie together, the extreme first
};

enum class End { highest, lowest };

/// Of the highest or lowest quarter of the values of a measure (fewer where values are level at its
/// bound), those that lie together; nothing where that is not more than half of them, fewer than
/// three, or where fewer than twelve areas have a value.
std::optional<Alike> alike_at(const Facts& facts, const Summary& summary, End end);

} // namespace cairn::facts
