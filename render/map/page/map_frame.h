#pragma once

#include "geo/geometry.h"
#include "render/page/page.h"

#include <algorithm>

namespace cairn::map {

/// Where a map stands on the page and at what scale: metres to positions, north up.
class MapFrame {
  public:
    /// The map of `bounds` at `scale` (page length a metre), its top left corner at `corner`.
    MapFrame(const geo::Box& bounds, Length scale, scene::Position corner)
        : m_bounds(bounds), m_scale(scale), m_corner(corner) {}

    [[nodiscard]] scene::Position at(geo::Point point) const {
        return {m_corner.x + m_scale * (point.x - m_bounds.min_x),
                m_corner.y + m_scale * (m_bounds.max_y - point.y)};
    }
    [[nodiscard]] geo::Point point(scene::Position position) const {
        return {m_bounds.min_x + (position.x - m_corner.x) / m_scale,
                m_bounds.max_y - (position.y - m_corner.y) / m_scale};
    }
    [[nodiscard]] Length length(double metres) const { return m_scale * metres; }
    /// How many metres a length on the page is.
    [[nodiscard]] double metres(Length length) const { return length / m_scale; }

    [[nodiscard]] page::Rect rect() const {
        return {m_corner.x, m_corner.y, m_corner.x + m_scale * m_bounds.width(),
                m_corner.y + m_scale * m_bounds.height()};
    }
    /// The same map, `by` further down.
    [[nodiscard]] MapFrame lowered(Length by) const {
        return {m_bounds, m_scale, {m_corner.x, m_corner.y + by}};
    }

    /// The same map with a rectangle that holds another one too.
    [[nodiscard]] MapFrame with(const page::Rect& other) const {
        geo::Box bounds = m_bounds;
        bounds.add(point({other.left, other.top}));
        bounds.add(point({other.right, other.bottom}));
        return {
            bounds, m_scale, {std::min(m_corner.x, other.left), std::min(m_corner.y, other.top)}};
    }

  private:
    geo::Box m_bounds;
    Length m_scale;
    scene::Position m_corner;
};

} // namespace cairn::map
