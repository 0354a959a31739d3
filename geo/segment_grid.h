#pragma once

#include "geo/segment.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cairn::geo {

/// Finds what lies near a segment: square cells over the box of all segments, each cell listing the
/// segments that run through it.
class SegmentGrid {
  public:
    /// Lists each segment in every cell within `reach` of it. Cells are no smaller than
    /// `smallest_cell`, and about as many as the segments.
    SegmentGrid(std::span<const Segment> segments, double smallest_cell, double reach = 0);

    [[nodiscard]] std::size_t cell_count() const { return m_starts.size() - 1; }

    /// The numbers of the segments in a cell, rising.
    [[nodiscard]] std::span<const std::uint32_t> in_cell(std::size_t cell) const {
        return std::span(m_segments).subspan(m_starts[cell], m_starts[cell + 1] - m_starts[cell]);
    }

    /// The cell that holds `point`, or the nearest one.
    [[nodiscard]] std::size_t cell_at(Point point) const {
        return step(point.y - m_box.min_y, m_rows) * m_columns +
               step(point.x - m_box.min_x, m_columns);
    }

    /// Calls `visit(cell)` for every cell within `reach` of `segment`.
    void for_each_cell(const Segment& segment, double reach, auto&& visit) const {
        const auto [low, high] = std::minmax(segment.a.y, segment.b.y);
        const std::size_t last_row = step(high + reach - m_box.min_y, m_rows);
        for (std::size_t row = step(low - reach - m_box.min_y, m_rows); row <= last_row; ++row) {
            const auto [left, right] = span_in_row(segment, row, reach);
            const std::size_t last = step(right + reach - m_box.min_x, m_columns);
            for (std::size_t column = step(left - reach - m_box.min_x, m_columns); column <= last;
                 ++column) {
                visit(row * m_columns + column);
            }
        }
    }

  private:
    struct Span {
        double left;
        double right;
    };

    [[nodiscard]] std::size_t step(double offset, std::size_t count) const {
        const double last = static_cast<double>(count - 1);
        return static_cast<std::size_t>(std::clamp(offset / m_cell, 0.0, last));
    }

    /// From where to where a segment runs while it is within `reach` of a row.
    [[nodiscard]] Span span_in_row(const Segment& segment, std::size_t row, double reach) const;

    Box m_box;
    double m_cell = 1;
    std::size_t m_columns = 1;
    std::size_t m_rows = 1;
    std::vector<std::size_t> m_starts; ///< of each cell in m_segments, and the end
    std::vector<std::uint32_t> m_segments;
};

} // namespace cairn::geo
