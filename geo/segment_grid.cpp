#include "geo/segment_grid.h"

#include <cmath>

namespace cairn::geo {

SegmentGrid::SegmentGrid(std::span<const Segment> segments, double smallest_cell, double reach) {
    for (const Segment& segment : segments) {
        m_box.add(segment.a);
        m_box.add(segment.b);
    }
    if (segments.empty()) {
        m_box.add({});
    }
    const double count = static_cast<double>(segments.size() + 1);
    const double longest = std::max(m_box.width(), m_box.height());
    // The last bound keeps a box that is all but a line from having cells without number.
    m_cell = std::max({std::sqrt(m_box.width() * m_box.height() / count), smallest_cell,
                       longest / count, longest * 1e-9});
    m_cell = m_cell > 0 ? m_cell : 1;
    m_columns = static_cast<std::size_t>(m_box.width() / m_cell) + 1;
    m_rows = static_cast<std::size_t>(m_box.height() / m_cell) + 1;

    m_starts.assign(m_columns * m_rows + 1, 0);
    for (const Segment& segment : segments) {
        for_each_cell(segment, reach, [&](std::size_t cell) { ++m_starts[cell]; });
    }
    std::size_t end = 0;
    for (std::size_t& start : m_starts) {
        end += start;
        start = end;
    }
    m_segments.resize(end);
    for (std::size_t i = segments.size(); i-- > 0;) {
        for_each_cell(segments[i], reach, [&](std::size_t cell) {
            m_segments[--m_starts[cell]] = static_cast<std::uint32_t>(i);
        });
    }
}

SegmentGrid::Span SegmentGrid::span_in_row(const Segment& segment, std::size_t row,
                                           double reach) const {
    const Point a = segment.a.y <= segment.b.y ? segment.a : segment.b;
    const Point b = segment.a.y <= segment.b.y ? segment.b : segment.a;
    // A little more than the row, so that rounding never leaves a cell out.
    const double margin = reach + m_cell * 1e-6;
    const double low = m_box.min_y + static_cast<double>(row) * m_cell - margin;
    const double high = low + m_cell + 2 * margin;
    const double slope = b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0;
    const double from = a.y >= low || slope == 0 ? a.x : a.x + slope * (low - a.y);
    const double to = b.y <= high || slope == 0 ? b.x : a.x + slope * (high - a.y);
    const double slack = m_cell * 1e-6;
    return {std::min(from, to) - slack, std::max(from, to) + slack};
}

} // namespace cairn::geo
