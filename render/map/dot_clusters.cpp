#include "render/map/dot_clusters.h"

#include <cmath>

namespace cairn::map {

using scene::Position;

DotCluster cluster_of(std::size_t count, Length pitch) {
    constexpr double columns_of_row = 1.8;
    DotCluster cluster{.count = count, .pitch = pitch};
    cluster.rows =
        static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count) / columns_of_row)));
    cluster.columns = (count + cluster.rows - 1) / cluster.rows;
    return cluster;
}

std::vector<Position> dots_at(const DotCluster& cluster, const Leader& leader) {
    const page::Rect& room = leader.label;
    const bool right_of_region = leader.from.x > leader.to.x;
    const Length left = right_of_region ? room.left : room.right - cluster.size().width;
    const Length top = room.middle() - cluster.size().height / 2;
    std::vector<Position> places;
    for (std::size_t i = 0; i < cluster.count; ++i) {
        const std::size_t row = i / cluster.columns;
        const std::size_t column = i % cluster.columns;
        places.push_back({left + cluster.pitch * (static_cast<double>(column) + 0.5),
                          top + cluster.pitch * (static_cast<double>(row) + 0.5)});
    }
    return places;
}

} // namespace cairn::map
