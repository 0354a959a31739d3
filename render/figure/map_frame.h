#pragma once

#include "geo/geometry.h"
#include "render/figure/page.h"

namespace cairn::figure {

/// Where a map stands on the page and at what scale: metres to positions, north up.
class MapFrame {
  public:
    /// The map of `bounds` at `scale` (page length a metre), its top left corner at `corner`.
    MapFrame(const geo::Box& bounds, scene::Length scale, scene::Position corner)
        : m_bounds(bounds), m_scale(scale), m_corner(corner) {}

    [[nodiscard]] scene::Position at(geo::Point point) const {
        return {m_corner.x + m_scale * (point.x - m_bounds.min_x),
                m_corner.y + m_scale * (m_bounds.max_y - point.y)};
    }
    /// How many metres a length on the page is.
    [[nodiscard]] double metres(scene::Length length) const { return length / m_scale; }

    [[nodiscard]] Rect rect() const {
        return {m_corner.x, m_corner.y, m_corner.x + m_scale * m_bounds.width(),
                m_corner.y + m_scale * m_bounds.height()};
    }
    /// The same map, `by` further down.
    [[nodiscard]] MapFrame lowered(scene::Length by) const {
        return {m_bounds, m_scale, {m_corner.x, m_corner.y + by}};
    }

  private:
    geo::Box m_bounds;
    scene::Length m_scale;
    scene::Position m_corner;
};

} // namespace cairn::figure
