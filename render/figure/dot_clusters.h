#pragma once

#include "render/facts/facts.h"
#include "render/figure/map_page.h"
#include "render/figure/region_labels.h"

#include <cstddef>
#include <span>
#include <vector>

namespace cairn::figure {

/// The dots of a region that is too small for them.
struct ClusterRequest {
    std::size_t fact = 0;
    std::size_t region = 0;
    std::size_t count = 0;
};

/// Where they stand instead.
struct Cluster {
    std::size_t fact = 0;
    std::vector<scene::Position> places;
};

/// All of them, with name and value of each.
struct Clusters {
    std::vector<Cluster> dots;
    std::vector<scene::Node> leaders;
    std::vector<scene::Node> texts;
};

/// Packs the dots of each region in rows in the free sea, name and value beside them, with a leader
/// to the region; `obstacles` then keep other labels off. Throws Error, without a place, for a
/// region whose dots find no room.
Clusters place_clusters(std::span<const ClusterRequest> requests, const facts::Facts& facts,
                        const facts::Words& words, const MapPage& map, scene::Length radius,
                        std::vector<Rect>& obstacles, const input::Style& style,
                        const scene::Fonts& fonts);

} // namespace cairn::figure
