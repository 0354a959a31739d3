#pragma once

#include "render/map/labels/leaders.h"

#include <cstddef>
#include <vector>

namespace cairn::map {

/// How the dots of a region that is too small for them are packed: in rows.
struct DotCluster {
    std::size_t count = 0;
    std::size_t columns = 0;
    std::size_t rows = 0;
    Length pitch;

    [[nodiscard]] scene::Size size() const {
        return {pitch * static_cast<double>(columns), pitch * static_cast<double>(rows)};
    }
};

/// A cluster about as high as two lines of text, and wider than high, with `pitch` from one dot to
/// the next.
DotCluster cluster_of(std::size_t count, Length pitch);

/// The dots at the end of a leader, next to it in the room of its label.
std::vector<scene::Position> dots_at(const DotCluster& cluster, const Leader& leader);

} // namespace cairn::map
