#pragma once

#include "geo/geometry.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cairn::geo {

/// Numbers points by their exact coordinates: from 0, in the order in which they first come.
class PointIndex {
  public:
    /// Holds up to `most` different points.
    explicit PointIndex(std::size_t most)
        : m_slots(std::bit_ceil(2 * most + 1), empty_slot), m_mask(m_slots.size() - 1) {
        m_points.reserve(most);
    }

    /// The number of `point`, a new one where it has none.
    std::uint32_t number(Point point) {
        std::size_t slot = hash(point) & m_mask;
        while (m_slots[slot] != empty_slot) {
            if (m_points[m_slots[slot]] == point) {
                return m_slots[slot];
            }
            slot = (slot + 1) & m_mask;
        }
        m_slots[slot] = static_cast<std::uint32_t>(m_points.size());
        m_points.push_back(point);
        return m_slots[slot];
    }

    /// All points by number.
    [[nodiscard]] const std::vector<Point>& points() const { return m_points; }

  private:
    static constexpr std::uint32_t empty_slot = 0xffffffff;

    static std::size_t hash(Point point) {
        // Adding zero makes -0.0, which equals 0.0, hash like it.
        const auto x = std::bit_cast<std::uint64_t>(point.x + 0.0);
        const auto y = std::bit_cast<std::uint64_t>(point.y + 0.0);
        const std::uint64_t mixed = (x ^ std::rotl(y, 32)) * 0x9e3779b97f4a7c15U;
        return (mixed ^ (mixed >> 29U)) * 0xbf58476d1ce4e5b9U >> 20U;
    }

    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_slots;
    std::size_t m_mask;
};

} // namespace cairn::geo
