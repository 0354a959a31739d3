#include "render/map/page/land_mask.h"

#include <algorithm>
#include <cmath>

namespace cairn::map {

namespace {

using scene::Position;

constexpr Length cell = Length::px(2);

} // namespace

LandMask::LandMask(const geo::Regions& regions, const MapFrame& frame)
    : m_origin{frame.rect().left, frame.rect().top},
      m_columns(long(frame.rect().width() / cell) + 1),
      m_rows(long(frame.rect().height() / cell) + 1),
      m_owners(static_cast<std::size_t>(m_columns * m_rows)) {
    for (std::size_t r = 0; r < regions.regions.size(); ++r) {
        mark(regions.regions[r].geometry, frame, static_cast<std::uint32_t>(r + 1));
    }
    sum_up();
}

void LandMask::cover(const geo::MultiPolygon& shape, const MapFrame& frame, std::size_t region) {
    mark(shape, frame, static_cast<std::uint32_t>(region + 1));
    sum_up();
}

void LandMask::mark(const geo::MultiPolygon& geometry, const MapFrame& frame, std::uint32_t owner) {
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(m_rows));
    const auto column = [&](Position p) { return (p.x - m_origin.x) / cell; };
    const auto row = [&](Position p) { return (p.y - m_origin.y) / cell; };
    for (const geo::Ring& ring : geometry) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Position a = frame.at(ring[i]);
            const Position b = frame.at(ring[(i + 1) % ring.size()]);
            // The cell of each point itself: islands smaller than a cell count too.
            const long at_row = std::clamp(long(row(a)), 0L, m_rows - 1);
            const long at_column = std::clamp(long(column(a)), 0L, m_columns - 1);
            m_owners[static_cast<std::size_t>(at_row * m_columns + at_column)] = owner;

            const double low = std::min(row(a), row(b));
            const double high = std::max(row(a), row(b));
            for (long r = std::max(0L, long(std::ceil(low - 0.5)));
                 r < m_rows && static_cast<double>(r) + 0.5 < high; ++r) {
                const double t = (static_cast<double>(r) + 0.5 - row(a)) / (row(b) - row(a));
                crossings[static_cast<std::size_t>(r)].push_back(column(a) +
                                                                 t * (column(b) - column(a)));
            }
        }
    }
    for (long r = 0; r < m_rows; ++r) {
        fill_row(r, crossings[static_cast<std::size_t>(r)], owner);
    }
}

void LandMask::fill_row(long row, std::vector<double>& crossings, std::uint32_t owner) {
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        const long first = std::clamp(long(crossings[i]), 0L, m_columns - 1);
        const long last = std::clamp(long(crossings[i + 1]), 0L, m_columns - 1);
        const auto begin = m_owners.begin() + row * m_columns;
        std::fill(begin + first, begin + last + 1, owner);
    }
}

void LandMask::sum_up() {
    m_sums.assign(static_cast<std::size_t>((m_columns + 1) * (m_rows + 1)), 0);
    const auto sum = [&](long row, long column) -> std::uint32_t& {
        return m_sums[static_cast<std::size_t>(row * (m_columns + 1) + column)];
    };
    for (long row = 0; row < m_rows; ++row) {
        for (long column = 0; column < m_columns; ++column) {
            const bool land = m_owners[static_cast<std::size_t>(row * m_columns + column)] != 0;
            sum(row + 1, column + 1) =
                sum(row, column + 1) + sum(row + 1, column) - sum(row, column) + (land ? 1U : 0U);
        }
    }
}

bool LandMask::free(const page::Rect& rect) const {
    const auto clamped = [](double value, long most) {
        return std::clamp(static_cast<long>(value), 0L, most); // below 0 it is 0 all the same
    };
    const long left = clamped((rect.left - m_origin.x) / cell, m_columns);
    const long right = clamped((rect.right - m_origin.x) / cell + 1, m_columns);
    const long top = clamped((rect.top - m_origin.y) / cell, m_rows);
    const long bottom = clamped((rect.bottom - m_origin.y) / cell + 1, m_rows);
    const auto sum = [&](long row, long column) {
        return m_sums[static_cast<std::size_t>(row * (m_columns + 1) + column)];
    };
    return sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left) == 0;
}

bool LandMask::within(const page::Rect& rect, std::size_t region) const {
    const auto at = [](double value) { return static_cast<long>(std::floor(value)); };
    const long left = at((rect.left - m_origin.x) / cell);
    const long right = at((rect.right - m_origin.x) / cell);
    const long top = at((rect.top - m_origin.y) / cell);
    const long bottom = at((rect.bottom - m_origin.y) / cell);
    if (left < 0 || top < 0 || right >= m_columns || bottom >= m_rows) {
        return false;
    }
    for (long row = top; row <= bottom; ++row) {
        const auto begin = m_owners.begin() + row * m_columns;
        if (std::any_of(begin + left, begin + right + 1,
                        [&](std::uint32_t owner) { return owner != region + 1; })) {
            return false;
        }
    }
    return true;
}

bool LandMask::within_one(const page::Rect& rect) const {
    const std::uint32_t owner = owner_at({rect.left, rect.top});
    return owner != 0 && within(rect, owner - std::size_t{1});
}

std::uint32_t LandMask::owner_at(Position position) const {
    return owner_of((position.x - m_origin.x) / cell, (position.y - m_origin.y) / cell);
}

std::uint32_t LandMask::owner_of(double column, double row) const {
    if (column < 0 || row < 0) {
        return 0;
    }
    const long at_column = static_cast<long>(column);
    const long at_row = static_cast<long>(row);
    if (at_column >= m_columns || at_row >= m_rows) {
        return 0;
    }
    return m_owners[static_cast<std::size_t>(at_row * m_columns + at_column)];
}

Length LandMask::over_others(Position a, Position b, std::size_t own) const {
    const Length length = Length::px(std::hypot((b.x - a.x).to_px(), (b.y - a.y).to_px()));
    const int steps = std::max(1, static_cast<int>(length / cell));
    const double column = (a.x - m_origin.x) / cell;
    const double row = (a.y - m_origin.y) / cell;
    const double columns = (b.x - a.x) / cell;
    const double rows = (b.y - a.y) / cell;
    int others = 0;
    for (int i = 0; i < steps; ++i) {
        const double t = (i + 0.5) / steps;
        const std::uint32_t owner = owner_of(column + columns * t, row + rows * t);
        if (owner != 0 && owner != own + 1) {
            ++others;
        }
    }
    return length * (static_cast<double>(others) / steps);
}

bool LandMask::is_strait(scene::Position position) const {
    std::uint32_t first = 0;
    for (const double down : {-2.0, 0.0, 2.0}) {
        for (const double right : {-2.0, 0.0, 2.0}) {
            const std::uint32_t owner =
                owner_at({position.x + Length::px(right), position.y + Length::px(down)});
            if (owner != 0 && first != 0 && owner != first) {
                return true;
            }
            first = owner != 0 ? owner : first;
        }
    }
    return false;
}

} // namespace cairn::map
