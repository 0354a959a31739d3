#include "geo/region.h"

namespace cairn::geo {

Box bounds(const Regions& regions) {
    Box box;
    for (const Region& region : regions.regions) {
        const Box one = bounds(region.geometry);
        if (!one.empty()) {
            box.add({one.min_x, one.min_y});
            box.add({one.max_x, one.max_y});
        }
    }
    return box;
}

} // namespace cairn::geo
