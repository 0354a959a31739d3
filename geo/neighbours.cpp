#include "geo/neighbours.h"

#include "geo/point_index.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace cairn::geo {
namespace {

/// A side of a ring between numbered points, directed from its lesser end.
struct RingSide {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t region = 0;
};

/// The numbers of all points, ring by ring, and which points more than one region has.
struct Numbered {
    std::vector<std::uint32_t> vertices;
    std::vector<char> shared; ///< by number
};

Numbered number_points(const Regions& regions) {
    std::size_t count = 0;
    for (const Region& region : regions.regions) {
        for (const Ring& ring : region.geometry) {
            count += ring.size();
        }
    }
    Numbered result;
    result.vertices.reserve(count);
    PointIndex index(count);
    std::vector<std::uint32_t> owner;
    owner.reserve(count);
    result.shared.reserve(count);
    for (std::uint32_t r = 0; r < regions.regions.size(); ++r) {
        for (const Ring& ring : regions.regions[r].geometry) {
            for (const Point point : ring) {
                const std::uint32_t number = index.number(point);
                result.vertices.push_back(number);
                if (number == owner.size()) {
                    owner.push_back(r);
                    result.shared.push_back(0);
                } else if (owner[number] != r) {
                    result.shared[number] = 1;
                }
            }
        }
    }
    return result;
}

/// The sides that could be shared, sorted: few beside those of the coast.
std::vector<RingSide> shared_sides(const Regions& regions) {
    const Numbered numbered = number_points(regions);
    std::vector<RingSide> sides;
    std::size_t start = 0;
    for (std::uint32_t r = 0; r < regions.regions.size(); ++r) {
        for (const Ring& ring : regions.regions[r].geometry) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const std::uint32_t a = numbered.vertices[start + i];
                const std::uint32_t b = numbered.vertices[start + (i + 1) % ring.size()];
                if (numbered.shared[a] != 0 && numbered.shared[b] != 0 && a != b) {
                    sides.push_back({std::min(a, b), std::max(a, b), r});
                }
            }
            start += ring.size();
        }
    }
    std::sort(sides.begin(), sides.end(), [](const RingSide& a, const RingSide& b) {
        return std::tie(a.first, a.second, a.region) < std::tie(b.first, b.second, b.region);
    });
    return sides;
}

} // namespace

Neighbours neighbours(const Regions& regions) {
    const std::vector<RingSide> sides = shared_sides(regions);
    Neighbours found(regions.regions.size());
    for (std::size_t first = 0; first < sides.size(); ++first) {
        for (std::size_t next = first + 1; next < sides.size(); ++next) {
            const RingSide& a = sides[first];
            const RingSide& b = sides[next];
            if (std::tie(a.first, a.second) != std::tie(b.first, b.second)) {
                break;
            }
            if (a.region != b.region) {
                found[a.region].push_back(b.region);
                found[b.region].push_back(a.region);
            }
        }
    }
    for (std::vector<std::size_t>& list : found) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return found;
}

Whereabouts whereabouts(const Regions& regions) {
    Whereabouts result{.neighbours = neighbours(regions), .boxes = {}, .areas = {}};
    for (const Region& region : regions.regions) {
        result.boxes.push_back(bounds(region.geometry));
        result.areas.push_back(area(region.geometry));
    }
    return result;
}

} // namespace cairn::geo
