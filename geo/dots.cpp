#include "geo/dots.h"

#include "geo/segment_grid.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <tuple>

namespace cairn::geo {
namespace {

struct Island {
    std::size_t region = 0;
    std::size_t ring = 0; ///< through all regions
    Point centre;
    double area = 0;
    bool is_all = false; ///< that its region has
};

Box box_of(const Ring& ring) {
    return bounds(MultiPolygon{ring});
}

bool holds(const Box& outer, const Box& inner) {
    return outer.min_x <= inner.min_x && outer.min_y <= inner.min_y && outer.max_x >= inner.max_x &&
           outer.max_y >= inner.max_y;
}

/// By arc: 1 where one ring uses it, 2 where more do.
std::vector<char> uses_of_arcs(const Topology& topology) {
    std::vector<char> uses(topology.arc_count(), 0);
    for (const ArcUse use : topology.uses) {
        uses[use.arc] = uses[use.arc] == 0 ? 1 : 2;
    }
    return uses;
}

std::vector<Box> lakes(const Regions& regions) {
    std::vector<Box> boxes;
    for (const Region& region : regions.regions) {
        for (const Ring& ring : region.geometry) {
            if (signed_area(ring) < 0) {
                boxes.push_back(box_of(ring));
            }
        }
    }
    return boxes;
}

/// Islands below `area`, those first that are all of their region, then by size.
std::vector<Island> small_islands(const Regions& regions, const Topology& topology,
                                  const Regions& drawn, double area) {
    const std::vector<char> uses = uses_of_arcs(topology);
    const std::vector<Box> holes = lakes(regions);
    std::vector<Island> islands;
    for (std::size_t r = 0; r < regions.regions.size(); ++r) {
        const MultiPolygon& geometry = regions.regions[r].geometry;
        std::vector<double> sizes(geometry.size());
        std::ranges::transform(geometry, sizes.begin(), signed_area);
        const auto largest = std::ranges::max_element(sizes);
        const bool one_drawn = drawn.regions[r].geometry.size() == 1;
        for (std::size_t i = 0; i < geometry.size(); ++i) {
            const std::size_t number = topology.region_starts[r] + i;
            const double size = sizes[i];
            const bool alone = std::ranges::all_of(topology.ring(number),
                                                   [&](ArcUse use) { return uses[use.arc] == 1; });
            if (size <= 0 || size >= area || !alone) {
                continue;
            }
            const Box box = box_of(geometry[i]);
            if (std::ranges::none_of(holes, [&](const Box& hole) { return holds(hole, box); })) {
                const bool is_all = one_drawn && largest == sizes.begin() + std::ptrdiff_t(i);
                islands.push_back({r, number, centroid(geometry[i]), size, is_all});
            }
        }
    }
    const auto order = [](const Island& island) {
        return std::tuple(!island.is_all, -island.area, island.ring);
    };
    std::ranges::sort(islands, {}, order);
    return islands;
}

/// Of a regular octagon.
double radius_for(double area) {
    return std::sqrt(area / (2 * std::numbers::sqrt2));
}

Ring octagon(Point centre, double radius) {
    Ring ring;
    for (int i = 0; i < 8; ++i) {
        const double angle = (i + 0.5) * std::numbers::pi / 4;
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

/// What is on the map as dots are added to it.
class Map {
  public:
    Map(const Regions& drawn, double reach) : m_replaced(drawn.regions.size(), 0) {
        for (std::size_t r = 0; r < drawn.regions.size(); ++r) {
            for (const Ring& ring : drawn.regions[r].geometry) {
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    m_sides.push_back({ring[i], ring[i + 1 < ring.size() ? i + 1 : 0]});
                    m_owners.push_back(r);
                }
            }
        }
        m_grid.emplace(m_sides, reach, reach);
    }

    /// Whether land but that of `except` comes closer than `distance`, which is at most the reach.
    [[nodiscard]] bool near_land(Point point, double distance, std::size_t except) const {
        return std::ranges::any_of(m_grid->in_cell(m_grid->cell_at(point)), [&](auto side) {
            const std::size_t owner = m_owners[side];
            return owner != except && m_replaced[owner] == 0 &&
                   squared_distance(point, m_sides[side]) < distance * distance;
        });
    }

    [[nodiscard]] bool near_dot(Point point, double distance) const {
        return std::ranges::any_of(m_dots, [&](Point dot) {
            return squared_distance(point, {dot, dot}) < distance * distance;
        });
    }

    void add(const Island& island) {
        m_dots.push_back(island.centre);
        m_replaced[island.region] = island.is_all || m_replaced[island.region] != 0 ? 1 : 0;
    }

  private:
    std::vector<Segment> m_sides;
    std::vector<std::size_t> m_owners; ///< region by side
    std::vector<char> m_replaced;      ///< by region: its land is a dot now
    std::vector<Point> m_dots;
    std::optional<SegmentGrid> m_grid;
};

} // namespace

std::vector<Dot> dots(const Regions& regions, const Topology& topology, const Regions& drawn,
                      const DotRule& rule) {
    const std::size_t no_region = regions.regions.size();
    const double radius = radius_for(rule.area);
    const double reach = std::max(rule.apart, 2 * radius);
    Map map(drawn, reach);
    std::vector<Dot> found;
    for (const Island& island : small_islands(regions, topology, drawn, rule.area)) {
        const double apart = island.is_all ? 2 * radius : rule.apart;
        const std::size_t own = island.is_all ? island.region : no_region;
        if (!map.near_land(island.centre, apart, own) &&
            !map.near_dot(island.centre, apart + radius)) {
            found.push_back({island.region, octagon(island.centre, radius), island.is_all});
            map.add(island);
        }
    }
    return found;
}

void add_dots(const std::vector<Dot>& dots, Regions& drawn) {
    for (const Dot& dot : dots) {
        MultiPolygon& geometry = drawn.regions[dot.region].geometry;
        if (dot.replaces) {
            geometry.clear();
        }
        geometry.push_back(dot.ring);
    }
}

} // namespace cairn::geo
