#pragma once

#include "geo/region.h"
#include "render/map/page/map_frame.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cairn::map {

/// Which cells of the page (2 px a side) hold land, and whose: finds free sea for titles,
/// legends and labels.
class LandMask {
  public:
    LandMask(const geo::Regions& regions, const MapFrame& frame);

    /// Takes a shape for land of this region too.
    void cover(const geo::MultiPolygon& shape, const MapFrame& frame, std::size_t region);

    /// The same land, `by` further down the page.
    void lower(Length by) { m_origin.y += by; }

    /// Whether no land lies in the box.
    [[nodiscard]] bool free(const page::Rect& rect) const;

    /// Whether the box holds nothing but land of one region.
    [[nodiscard]] bool within(const page::Rect& rect, std::size_t region) const;

    /// Whether the box holds nothing but land of one region, whichever.
    [[nodiscard]] bool within_one(const page::Rect& rect) const;

    /// Whether land of two regions lies within 2 px of a place, or a little further.
    [[nodiscard]] bool is_strait(scene::Position position) const;

    /// How much of the line from `a` to `b` runs over regions other than `own`.
    [[nodiscard]] Length over_others(scene::Position a, scene::Position b, std::size_t own) const;

  private:
    void mark(const geo::MultiPolygon& geometry, const MapFrame& frame, std::uint32_t owner);
    void fill_row(long row, std::vector<double>& crossings, std::uint32_t owner);
    void sum_up();
    [[nodiscard]] std::uint32_t owner_at(scene::Position position) const;
    /// Of the cell there, counted from the upper left corner; 0 outside.
    [[nodiscard]] std::uint32_t owner_of(double column, double row) const;

    scene::Position m_origin;
    long m_columns = 0;
    long m_rows = 0;
    std::vector<std::uint32_t> m_owners; ///< by row; 0 is sea, else region index + 1
    std::vector<std::uint32_t> m_sums; ///< land cells above and left (summed-area table, Crow 1984)
};

} // namespace cairn::map
