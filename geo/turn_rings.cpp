#include "geo/turn_rings.h"

#include "geo/segment.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace cairn::geo {
namespace {

/// A point of a ring that shows how many others hold the whole ring.
struct Probe {
    Point point;
    std::size_t ring = 0;
    bool inside = false;    ///< an odd number of others
    bool on_border = false; ///< of another ring: it shows nothing
};

/// Sets `inside` and `on_border` of probes that are sorted by y, in one pass over all sides.
void cast_rays(const MultiPolygon& polygon, std::vector<Probe>& probes) {
    const auto y_of = [](const Probe& probe) { return probe.point.y; };
    for (std::size_t number = 0; number < polygon.size(); ++number) {
        const Ring& ring = polygon[number];
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[i + 1 < ring.size() ? i + 1 : 0];
            const auto [low, high] = std::minmax(a.y, b.y);
            for (auto probe = std::ranges::lower_bound(probes, low, {}, y_of);
                 probe != probes.end() && probe->point.y <= high; ++probe) {
                const Point point = probe->point;
                if (probe->ring == number) {
                    continue;
                }
                if (squared_distance(point, {a, b}) == 0) {
                    probe->on_border = true;
                } else if ((a.y > point.y) != (b.y > point.y) &&
                           point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) {
                    probe->inside = !probe->inside;
                }
            }
        }
    }
}

/// The points that may stand for a ring: first its vertices, then the middles of its sides.
Point probe_point(const Ring& ring, std::size_t number) {
    if (number < ring.size()) {
        return ring[number];
    }
    const Point a = ring[number - ring.size()];
    const Point b = ring[(number - ring.size() + 1) % ring.size()];
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

} // namespace

void turn_rings(MultiPolygon& polygon) {
    std::vector<std::size_t> open; // rings of which nothing is known yet
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        open.push_back(i);
    }
    for (std::size_t number = 0; !open.empty(); ++number) {
        std::vector<Probe> probes;
        for (const std::size_t ring : open) {
            if (!polygon[ring].empty()) {
                probes.push_back({probe_point(polygon[ring], number), ring});
            }
        }
        std::ranges::sort(probes, {}, [](const Probe& probe) { return probe.point.y; });
        cast_rays(polygon, probes);
        open.clear();
        for (const Probe& probe : probes) {
            Ring& ring = polygon[probe.ring];
            if (probe.on_border && number + 1 < 2 * ring.size()) {
                open.push_back(probe.ring);
            } else if ((signed_area(ring) < 0) != probe.inside) {
                std::ranges::reverse(ring);
            }
        }
    }
}

} // namespace cairn::geo
