#include "render/map/set_apart.h"

#include "geo/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace cairn::map {

namespace {

using scene::Position;

/// Marks that have their places, found quickly by where they are.
class TakenPlaces {
  public:
    TakenPlaces(const geo::Box& box, double between)
        : m_left(box.min_x), m_top(box.min_y), m_between(between),
          m_side(between * (1 - rounding) / std::numbers::sqrt2),
          m_columns(static_cast<long>(box.width() / m_side) + 1),
          m_rows(static_cast<long>(box.height() / m_side) + 1),
          m_taken(static_cast<std::size_t>(m_columns * m_rows)) {}

    [[nodiscard]] bool is_clear(Position place) const {
        const long column = column_of(place);
        const long row = row_of(place);
        const double least = m_between * (1 - rounding);
        for (long y = std::max(0L, row - 2); y <= std::min(m_rows - 1, row + 2); ++y) {
            for (long x = std::max(0L, column - 2); x <= std::min(m_columns - 1, column + 2); ++x) {
                const std::optional<Position>& other = m_taken[index(x, y)];
                if (other && std::hypot((other->x - place.x).to_px(),
                                        (other->y - place.y).to_px()) < least) {
                    return false;
                }
            }
        }
        return true;
    }

    void take(Position place) { m_taken[index(column_of(place), row_of(place))] = place; }

  private:
    /// Marks that touch are not to be parted by an error of the last digit.
    static constexpr double rounding = 1e-6;

    [[nodiscard]] long column_of(Position place) const {
        return static_cast<long>((place.x.to_px() - m_left) / m_side);
    }
    [[nodiscard]] long row_of(Position place) const {
        return static_cast<long>((place.y.to_px() - m_top) / m_side);
    }
    [[nodiscard]] std::size_t index(long column, long row) const {
        return static_cast<std::size_t>(row * m_columns + column);
    }

    double m_left;
    double m_top;
    double m_between;
    double m_side; ///< of a square that has room for one mark
    long m_columns;
    long m_rows;
    std::vector<std::optional<Position>> m_taken; ///< by square
};

/// The nearest clear place of the net around one; of those as near, the first where it may stand.
std::optional<Position> nearest_clear(Position around, double between, double reach,
                                      const TakenPlaces& taken,
                                      const std::function<bool(Position)>& may_stand) {
    constexpr double steps = 4; // of the net, from one mark to the next
    const double step = between / steps;
    std::optional<Position> clear_alone;
    for (int ring = 1; ring * step <= reach; ++ring) {
        // Six marks around one touch it and each other.
        const int places = 6 * ring;
        for (int i = 0; i < places; ++i) {
            const double angle = 2 * std::numbers::pi * i / places;
            const Position place{around.x + Length::px(ring * step * std::cos(angle)),
                                 around.y + Length::px(ring * step * std::sin(angle))};
            if (!taken.is_clear(place)) {
                continue;
            }
            if (may_stand(place)) {
                return place;
            }
            clear_alone = clear_alone ? clear_alone : std::optional(place);
        }
    }
    return clear_alone;
}

} // namespace

SetApart set_apart(std::span<const Position> wanted, Length between, Length reach,
                   const MayStand& may_stand) {
    geo::Box box;
    for (const Position place : wanted) {
        box.add({(place.x - reach).to_px(), (place.y - reach).to_px()});
        box.add({(place.x + reach).to_px(), (place.y + reach).to_px()});
    }
    if (box.empty()) {
        return {};
    }
    TakenPlaces taken(box, between.to_px());
    std::vector<std::size_t> to_move;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (taken.is_clear(wanted[i])) {
            taken.take(wanted[i]);
        } else {
            to_move.push_back(i);
        }
    }
    SetApart apart{.places = {wanted.begin(), wanted.end()}};
    for (const std::size_t i : to_move) {
        const auto place = nearest_clear(wanted[i], between.to_px(), reach.to_px(), taken,
                                         [&](Position at) { return may_stand(i, at); });
        if (!place) {
            return {.places = {}, .crowded = i};
        }
        taken.take(*place);
        apart.places[i] = *place;
    }
    return apart;
}

} // namespace cairn::map
