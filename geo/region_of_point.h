#pragma once

#include "geo/region.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace cairn::geo {

/// The region of a point, and how far off it is.
struct Nearest {
    std::size_t region = 0;
    double distance = 0; ///< metres; 0 inside
};

/// Finds the regions that points lie in. The regions must outlive it.
class RegionOfPoint {
  public:
    explicit RegionOfPoint(const Regions& regions);

    /// The region that holds the point, the first of several; else the nearest within `reach`
    /// metres of it; else nothing.
    [[nodiscard]] std::optional<Nearest> find(Point point, double reach) const;

  private:
    [[nodiscard]] std::optional<Nearest> nearest(Point point, double reach) const;

    const Regions& m_regions;
    std::vector<std::vector<Box>> m_boxes; ///< by region, of each ring
};

} // namespace cairn::geo
