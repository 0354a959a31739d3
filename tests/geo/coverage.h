#pragma once

#include "geo/region.h"
#include "geo/segment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <numbers>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

/// Made-up coverages, and what holds for a good one.
namespace cairn::test {

using geo::MultiPolygon;
using geo::Point;
using geo::Region;
using geo::Regions;
using geo::Ring;
using geo::Segment;

inline Ring rectangle(double x, double y, double width, double height) {
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

inline Ring reversed(Ring ring) {
    std::ranges::reverse(ring);
    return ring;
}

/// A line from `a` to `b` without its last point, broken by midpoint displacement.
inline void append_fractal(Ring& line, Point a, Point b, int depth, double roughness,
                           std::mt19937& random) {
    if (depth == 0) {
        line.push_back(a);
        return;
    }
    std::uniform_real_distribution<double> shift(-roughness, roughness);
    const double s = shift(random);
    const Point middle{(a.x + b.x) / 2 - s * (b.y - a.y), (a.y + b.y) / 2 + s * (b.x - a.x)};
    append_fractal(line, a, middle, depth - 1, roughness * 0.75, random);
    append_fractal(line, middle, b, depth - 1, roughness * 0.75, random);
}

/// A closed rough ring around `centre`, anticlockwise.
inline Ring rough_ring(Point centre, double radius, std::size_t count, std::mt19937& random) {
    std::uniform_real_distribution<double> part(0.4, 1);
    Ring ring;
    for (std::size_t i = 0; i < count; ++i) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
        const double r = radius * part(random);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return ring;
}

/// Cells of a grid as regions, with rough borders that neighbours share; some cells are sea with
/// an island, some hold a lake, some an enclave of the first region.
class CoverageMaker {
  public:
    CoverageMaker(std::size_t columns, std::size_t rows, double cell, unsigned seed)
        : m_columns(columns), m_cell(cell), m_random(seed) {
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                add_cell(column, row);
            }
        }
    }

    [[nodiscard]] Regions take() && { return std::move(m_regions); }

  private:
    void add_cell(std::size_t column, std::size_t row) {
        const std::size_t number = row * m_columns + column;
        const Point centre{(static_cast<double>(column) + 0.5) * m_cell,
                           (static_cast<double>(row) + 0.5) * m_cell};
        const Ring inner =
            rough_ring(centre, m_cell * (number % 2 == 0 ? 0.2 : 0.02), 40, m_random);
        if (number > 0 && number % 5 == 0) {
            m_regions.regions[0].geometry.push_back(inner);
            return;
        }
        Region& region = m_regions.regions.emplace_back();
        region.code = fmt::format("R{}", number);
        Ring ring;
        append_side(ring, {column, row}, {column + 1, row});
        append_side(ring, {column + 1, row}, {column + 1, row + 1});
        append_side(ring, {column + 1, row + 1}, {column, row + 1});
        append_side(ring, {column, row + 1}, {column, row});
        region.geometry.push_back(ring);
        if (number > 0 && number % 3 == 0) {
            region.geometry.push_back(reversed(inner));
            if (number % 2 == 0) {
                m_regions.regions[0].geometry.push_back(inner);
            }
        }
    }

    using Corner = std::pair<std::size_t, std::size_t>;

    Point place(Corner corner) const {
        return {static_cast<double>(corner.first) * m_cell,
                static_cast<double>(corner.second) * m_cell};
    }

    void append_side(Ring& ring, Corner from, Corner to) {
        const auto key = std::minmax(from, to);
        auto known = m_sides.find(key);
        if (known == m_sides.end()) {
            Ring line;
            append_fractal(line, place(key.first), place(key.second), 7, 0.1, m_random);
            line.push_back(place(key.second));
            known = m_sides.emplace(key, std::move(line)).first;
        }
        const Ring line = from < to ? known->second : reversed(known->second);
        ring.insert(ring.end(), line.begin(), line.end() - 1);
    }

    std::size_t m_columns;
    double m_cell;
    std::mt19937 m_random;
    Regions m_regions;
    std::map<std::pair<Corner, Corner>, Ring> m_sides;
};

inline Regions make_coverage(std::size_t columns, std::size_t rows, double cell, unsigned seed) {
    return CoverageMaker(columns, rows, cell, seed).take();
}

/// A side of a ring in its direction: x and y of its start, of its end.
using Side = std::array<double, 4>;

/// How often each side is used, in the order of the sides.
class SideCounts {
  public:
    explicit SideCounts(std::vector<Side> sides) {
        std::ranges::sort(sides);
        for (const Side& side : sides) {
            if (m_counts.empty() || m_counts.back().first != side) {
                m_counts.emplace_back(side, 0);
            }
            ++m_counts.back().second;
        }
    }

    [[nodiscard]] auto begin() const { return m_counts.begin(); }
    [[nodiscard]] auto end() const { return m_counts.end(); }
    [[nodiscard]] std::size_t size() const { return m_counts.size(); }
    [[nodiscard]] bool contains(const Side& side) const {
        return std::ranges::binary_search(m_counts, side, {}, &std::pair<Side, int>::first);
    }

    friend bool operator==(const SideCounts&, const SideCounts&) = default;

  private:
    std::vector<std::pair<Side, int>> m_counts;
};

inline SideCounts count_sides(const Region& region) {
    std::vector<Side> sides;
    for (const Ring& ring : region.geometry) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % ring.size()];
            sides.push_back({a.x, a.y, b.x, b.y});
        }
    }
    return SideCounts(std::move(sides));
}

inline SideCounts count_sides(const Regions& regions) {
    Region all;
    for (const Region& region : regions.regions) {
        all.geometry.insert(all.geometry.end(), region.geometry.begin(), region.geometry.end());
    }
    return count_sides(all);
}

inline Side opposite(const Side& side) {
    return {side[2], side[3], side[0], side[1]};
}

/// How many sides two rings use in one direction: overlaps.
inline std::size_t overlapping_sides(const Regions& regions) {
    return static_cast<std::size_t>(std::ranges::count_if(
        count_sides(regions), [](const auto& use) { return use.second > 1; }));
}

/// Pairs of regions that share a side.
inline std::set<std::pair<std::size_t, std::size_t>> neighbours(const Regions& regions) {
    std::map<Side, std::size_t> owners;
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        for (const auto& use : count_sides(regions.regions[i])) {
            owners[use.first] = i;
        }
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [side, owner] : owners) {
        const auto other = owners.find(opposite(side));
        if (other != owners.end() && other->second != owner) {
            pairs.insert(std::minmax(owner, other->second));
        }
    }
    return pairs;
}

/// Whether two segments cross at a point inside of both, in extended precision.
inline bool cross(const Segment& first, const Segment& second) {
    const auto side = [](Point a, Point b, Point c) {
        const long double value =
            (static_cast<long double>(a.x) - c.x) * (static_cast<long double>(b.y) - c.y) -
            (static_cast<long double>(a.y) - c.y) * (static_cast<long double>(b.x) - c.x);
        return value > 0 ? 1 : value < 0 ? -1 : 0;
    };
    const bool apart = std::max(first.a.y, first.b.y) < std::min(second.a.y, second.b.y) ||
                       std::max(second.a.y, second.b.y) < std::min(first.a.y, first.b.y);
    return !apart && side(first.a, first.b, second.a) * side(first.a, first.b, second.b) < 0 &&
           side(second.a, second.b, first.a) * side(second.a, second.b, first.b) < 0;
}

/// How many sides cross each other, by a sweep along x.
inline std::size_t crossings(const Regions& regions) {
    const SideCounts used = count_sides(regions);
    std::vector<Segment> sides;
    for (const auto& [side, count] : used) {
        if (side < opposite(side) || !used.contains(opposite(side))) {
            sides.push_back({{side[0], side[1]}, {side[2], side[3]}});
        }
    }
    const auto left = [](const Segment& side) { return std::min(side.a.x, side.b.x); };
    std::ranges::sort(sides, {}, left);
    std::size_t found = 0;
    std::vector<Segment> open;
    for (const Segment& side : sides) {
        std::erase_if(open, [&](const Segment& other) {
            return std::max(other.a.x, other.b.x) < left(side);
        });
        found += static_cast<std::size_t>(
            std::ranges::count_if(open, [&](const Segment& other) { return cross(side, other); }));
        open.push_back(side);
    }
    return found;
}

} // namespace cairn::test
