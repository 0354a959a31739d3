#include "render/map/dots.h"

#include "geo/label_point.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>
#include <utility>

namespace cairn::map {

namespace {

using scene::Position;

/// A point on the page in pixels.
struct Dot {
    double x = 0;
    double y = 0;
};

double squared_distance(Dot a, Dot b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

double squared_distance(Dot point, Dot a, Dot b) {
    const double length = squared_distance(a, b);
    const double along = (point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y);
    const double t = length > 0 ? std::clamp(along / length, 0.0, 1.0) : 0;
    return squared_distance(point, {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
}

using Outline = std::vector<std::vector<Dot>>;

Outline outline_of(const geo::MultiPolygon& polygon, const MapFrame& frame) {
    Outline outline;
    for (const geo::Ring& ring : polygon) {
        std::vector<Dot>& spots = outline.emplace_back();
        std::ranges::transform(ring, std::back_inserter(spots), [&](geo::Point point) {
            const Position at = frame.at(point);
            return Dot{at.x.to_px(), at.y.to_px()};
        });
    }
    return outline;
}

/// Calls `visit` with the ends of every side.
void for_each_side(const Outline& outline, const auto& visit) {
    for (const std::vector<Dot>& ring : outline) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            visit(ring[i], ring[(i + 1) % ring.size()]);
        }
    }
}

/// Points in rows, of which some are open to dots.
class Grid {
  public:
    Grid(const geo::Box& box, double step)
        : m_left(box.min_x), m_top(box.min_y), m_step(step),
          m_columns(static_cast<long>(box.width() / step) + 1),
          m_rows(static_cast<long>(box.height() / step) + 1),
          m_open(static_cast<std::size_t>(m_columns * m_rows), 0) {}

    /// Opens what lies inside, by the even-odd rule.
    void open_inside(const Outline& outline) {
        std::vector<std::vector<double>> crossings(static_cast<std::size_t>(m_rows));
        for_each_side(outline, [&](Dot a, Dot b) {
            const auto [low, high] = std::minmax(a.y, b.y);
            for (long row = row_from(low); row < m_rows && y_of(row) < high; ++row) {
                crossings[static_cast<std::size_t>(row)].push_back(
                    a.x + (y_of(row) - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        });
        for (long row = 0; row < m_rows; ++row) {
            std::vector<double>& at = crossings[static_cast<std::size_t>(row)];
            std::ranges::sort(at);
            for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
                for (long column = column_from(at[i]);
                     column < m_columns && x_of(column) < at[i + 1]; ++column) {
                    cell(row, column) = 1;
                }
            }
        }
    }

    /// Closes what lies less than `distance` from a side.
    void close_near(const Outline& outline, double distance) {
        for_each_side(outline, [&](Dot a, Dot b) {
            const auto [low, high] = std::minmax(a.y, b.y);
            const auto [left, right] = std::minmax(a.x, b.x);
            for (long row = row_from(low - distance); row < m_rows && y_of(row) < high + distance;
                 ++row) {
                for (long column = column_from(left - distance);
                     column < m_columns && x_of(column) < right + distance; ++column) {
                    if (squared_distance({x_of(column), y_of(row)}, a, b) < distance * distance) {
                        cell(row, column) = 0;
                    }
                }
            }
        });
    }

    [[nodiscard]] std::vector<Dot> open() const {
        std::vector<Dot> spots;
        for (long row = 0; row < m_rows; ++row) {
            for (long column = 0; column < m_columns; ++column) {
                if (m_open[static_cast<std::size_t>(row * m_columns + column)] != 0) {
                    spots.push_back({x_of(column), y_of(row)});
                }
            }
        }
        return spots;
    }

  private:
    [[nodiscard]] double x_of(long column) const {
        return m_left + m_step * static_cast<double>(column);
    }
    [[nodiscard]] double y_of(long row) const { return m_top + m_step * static_cast<double>(row); }
    [[nodiscard]] long row_from(double y) const {
        return std::max(0L, static_cast<long>(std::ceil((y - m_top) / m_step)));
    }
    [[nodiscard]] long column_from(double x) const {
        return std::max(0L, static_cast<long>(std::ceil((x - m_left) / m_step)));
    }
    char& cell(long row, long column) {
        return m_open[static_cast<std::size_t>(row * m_columns + column)];
    }

    double m_left;
    double m_top;
    double m_step;
    long m_columns;
    long m_rows;
    std::vector<char> m_open;
};

/// The points of a grid where dots may stand.
std::vector<Dot> open_spots(const geo::MultiPolygon& polygon, const MapFrame& frame,
                            std::size_t count, double clearance) {
    const Outline outline = outline_of(polygon, frame);
    geo::Box box;
    for_each_side(outline, [&](Dot a, Dot) { box.add({a.x, a.y}); });
    if (box.empty()) {
        return {};
    }
    // Fine enough for many points a dot, and no finer than a quarter of a pixel.
    const double pixels = geo::area(polygon) * std::pow(frame.length(1).to_px(), 2);
    const double wanted = std::max(1500.0, 40 * static_cast<double>(count));
    Grid grid(box, std::clamp(std::sqrt(pixels / wanted), 0.25, 4.0));
    grid.open_inside(outline);
    grid.close_near(outline, clearance);
    return grid.open();
}

/// The first of the spots that is nearest to a point.
Dot nearest(const std::vector<Dot>& spots, Dot point) {
    return *std::ranges::min_element(spots, {},
                                     [&](Dot spot) { return squared_distance(spot, point); });
}

/// Each as far as can be from those before it, the first near the middle of all.
std::vector<Dot> far_apart(const std::vector<Dot>& spots, std::size_t count) {
    Dot middle;
    for (const Dot spot : spots) {
        middle.x += spot.x / static_cast<double>(spots.size());
        middle.y += spot.y / static_cast<double>(spots.size());
    }
    std::vector<double> distances(spots.size(), std::numeric_limits<double>::infinity());
    std::vector<Dot> chosen{nearest(spots, middle)};
    while (chosen.size() < count) {
        std::size_t best = 0;
        for (std::size_t i = 0; i < spots.size(); ++i) {
            distances[i] = std::min(distances[i], squared_distance(spots[i], chosen.back()));
            best = distances[i] > distances[best] ? i : best;
        }
        chosen.push_back(spots[best]);
    }
    return chosen;
}

/// Moves each to the middle of the spots that are nearest to it, again and again.
std::vector<Dot> relaxed(const std::vector<Dot>& spots, std::vector<Dot> dots) {
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Dot> sums(dots.size());
        std::vector<double> counts(dots.size(), 0);
        for (const Dot spot : spots) {
            const auto own = static_cast<std::size_t>(
                std::ranges::min_element(dots, {},
                                         [&](Dot dot) { return squared_distance(dot, spot); }) -
                dots.begin());
            sums[own] = {sums[own].x + spot.x, sums[own].y + spot.y};
            counts[own] += 1;
        }
        for (std::size_t i = 0; i < dots.size(); ++i) {
            dots[i] = counts[i] > 0 ? Dot{sums[i].x / counts[i], sums[i].y / counts[i]} : dots[i];
        }
    }
    for (Dot& dot : dots) {
        dot = nearest(spots, dot);
    }
    return dots;
}

/// Spots at least `distance` from each other, each the first that is clear of those before it: they
/// lie in rows, nearly as dense as can be.
std::vector<Dot> in_rows(const std::vector<Dot>& spots, double distance) {
    geo::Box box;
    for (const Dot spot : spots) {
        box.add({spot.x, spot.y});
    }
    // A square of the grid has room for one.
    const double side = distance / std::numbers::sqrt2;
    const auto columns = static_cast<long>(box.width() / side) + 1;
    const auto rows = static_cast<long>(box.height() / side) + 1;
    std::vector<const Dot*> taken(static_cast<std::size_t>(columns * rows), nullptr);
    std::vector<Dot> chosen;
    for (const Dot& spot : spots) {
        const auto column = static_cast<long>((spot.x - box.min_x) / side);
        const auto row = static_cast<long>((spot.y - box.min_y) / side);
        bool clear = true;
        for (long y = std::max(0L, row - 2); clear && y <= std::min(rows - 1, row + 2); ++y) {
            for (long x = std::max(0L, column - 2); x <= std::min(columns - 1, column + 2); ++x) {
                const Dot* other = taken[static_cast<std::size_t>(y * columns + x)];
                clear = clear &&
                        (other == nullptr || squared_distance(*other, spot) >= distance * distance);
            }
        }
        if (clear) {
            taken[static_cast<std::size_t>(row * columns + column)] = &spot;
            chosen.push_back(spot);
        }
    }
    return chosen;
}

/// So many in rows, `least` or more from each other, as far as that goes; fewer where not all fit.
std::vector<Dot> in_rows(const std::vector<Dot>& spots, std::size_t count, double least) {
    std::vector<Dot> best = in_rows(spots, least);
    if (best.size() <= count) {
        return best;
    }
    constexpr int rounds = 8;
    double low = least;
    double high =
        1.2 * least * std::sqrt(static_cast<double>(best.size()) / static_cast<double>(count));
    for (int round = 0; round < rounds; ++round) {
        const double middle = (low + high) / 2;
        std::vector<Dot> wider = in_rows(spots, middle);
        if (wider.size() < count) {
            high = middle;
        } else {
            low = middle;
            best = std::move(wider);
        }
    }
    std::vector<Dot> chosen;
    for (std::size_t i = 0; i < count; ++i) {
        chosen.push_back(best[i * best.size() / count]);
    }
    return chosen;
}

bool stand_apart(const std::vector<Dot>& dots, double distance) {
    for (std::size_t i = 0; i < dots.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (squared_distance(dots[i], dots[k]) < distance * distance) {
                return false;
            }
        }
    }
    return true;
}

/// The dots, at least `between` from each other; fewer where there is no room for all.
std::vector<Dot> spread(const std::vector<Dot>& spots, std::size_t count, double between) {
    constexpr std::size_t most_relaxed = 150; // for more, rows are as even and much quicker
    if (count <= most_relaxed) {
        std::vector<Dot> first = far_apart(spots, count);
        std::vector<Dot> dots = relaxed(spots, first);
        if (stand_apart(dots, between)) {
            return dots;
        }
        if (stand_apart(first, between)) {
            return first;
        }
    }
    return in_rows(spots, count, between);
}

} // namespace

bool may_hold(double square_pixels, std::size_t count, Length between) {
    return static_cast<double>(count) * std::sqrt(0.75) * std::pow(between.to_px(), 2) <=
           square_pixels;
}

std::optional<std::vector<Position>> spread_dots(const geo::MultiPolygon& polygon,
                                                 const MapFrame& frame, std::size_t count,
                                                 const DotSpacing& spacing) {
    if (count == 0) {
        return std::vector<Position>{};
    }
    const double square_pixels = geo::area(polygon) * std::pow(frame.length(1).to_px(), 2);
    if (count > 1 && !may_hold(square_pixels, count, spacing.between)) {
        return std::nullopt;
    }
    const std::vector<Dot> spots = open_spots(polygon, frame, count, spacing.border.to_px());
    if (spots.size() < count) {
        return std::nullopt;
    }
    if (count == 1) {
        // One dot stands where a label would.
        const auto middle = geo::label_point(polygon, 1, 1);
        return middle ? std::optional(std::vector{frame.at(middle->centre)}) : std::nullopt;
    }
    const std::vector<Dot> dots = spread(spots, count, spacing.between.to_px());
    if (dots.size() < count) {
        return std::nullopt;
    }
    std::vector<Position> places;
    std::ranges::transform(dots, std::back_inserter(places), [](Dot dot) {
        return Position{Length::px(dot.x), Length::px(dot.y)};
    });
    return places;
}

} // namespace cairn::map
