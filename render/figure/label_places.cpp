#include "render/figure/label_places.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// A place for a label, with what it costs by itself.
struct Candidate {
    LabelPlace place;
    Rect reach; ///< around label and leader, with their clearance: what lies outside is in no
                ///< conflict
    double cost = 0;
};

using Candidates = std::vector<Candidate>;

constexpr std::size_t most_candidates = 300;
constexpr double weight_of_shift = 0.2; ///< a pixel from the best place inside, beside a leader's
constexpr double reward_for_shared_edge = 14; ///< pixels of leader that a common edge is worth
constexpr double cost_of_unplaced = 10'000;
constexpr int most_rounds = 12;
constexpr int attempts = 16; ///< orders in which labels are placed

Rect reach_of(const Leader& leader, Length clearance) {
    return Rect{std::min(leader.label.left, leader.to.x), std::min(leader.label.top, leader.to.y),
                std::max(leader.label.right, leader.to.x),
                std::max(leader.label.bottom, leader.to.y)}
        .grown(clearance);
}

Position middle_of(const Rect& rect) {
    return {(rect.left + rect.right) / 2, rect.middle()};
}

/// The places of one label, cheapest first.
Candidates candidates_for(const LabelRequest& request, const LandMask& land,
                          const LabelSpace& space) {
    Candidates candidates;
    const auto add = [&](std::size_t way, const Leader& leader, double cost) {
        candidates.push_back(
            {{way, leader}, reach_of(leader, space.clearance), cost + request.ways[way].cost});
    };
    for (std::size_t i = 0; i < request.ways.size(); ++i) {
        const LabelWay& way = request.ways[i];
        for (const Rect& rect : way.inside) {
            const auto bars = [&](const Rect& obstacle) {
                return obstacle.overlaps(rect.grown(space.clearance / 2));
            };
            if (std::ranges::none_of(space.obstacles, bars)) {
                const Position middle = middle_of(rect);
                const Position best = middle_of(way.inside.front());
                const double shift =
                    std::hypot((middle.x - best.x).to_px(), (middle.y - best.y).to_px());
                add(i, {rect, middle, middle}, weight_of_shift * shift);
            }
        }
        if (way.beside) {
            for (const SeaPlace& place :
                 places_in_sea(way.size, request.anchor, request.region, land, space)) {
                add(i, place.leader, place.cost);
            }
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    candidates.resize(std::min(candidates.size(), most_candidates));
    return candidates;
}

bool same_edge(const Leader& one, const Leader& other) {
    if (!one.has_line() || !other.has_line()) {
        return false;
    }
    const auto equal = [](Length a, Length b) { return std::abs((a - b).to_px()) < 0.01; };
    const bool left = one.from.x > one.to.x;
    const bool other_left = other.from.x > other.to.x;
    return left == other_left && (left ? equal(one.label.left, other.label.left)
                                       : equal(one.label.right, other.label.right));
}

/// The candidates that are placed, one a label; none where a label has no place.
using Placed = std::vector<const Candidate*>;

/// The labels of a map on their way to their places.
class Placing {
  public:
    Placing(std::span<const LabelRequest> requests, const LandMask& land, const LabelSpace& space)
        : m_clearance(space.clearance), m_placed(requests.size(), nullptr) {
        for (const LabelRequest& request : requests) {
            m_candidates.push_back(candidates_for(request, land, space));
        }
        for (std::size_t i = 0; i < requests.size(); ++i) {
            (requests[i].needed ? m_needed : m_others).push_back(i);
        }
    }

    Placed run() {
        std::vector<std::size_t> order = m_needed;
        std::mt19937 random; // NOLINT(cert-msc51-cpp): the same numbers on every run
        Placed best = m_placed;
        double least = cost_of(best);
        for (int attempt = 0; attempt < attempts; ++attempt) {
            std::fill(m_placed.begin(), m_placed.end(), nullptr);
            place_in_order(order);
            if (const double cost = cost_of(m_placed); cost < least) {
                best = m_placed;
                least = cost;
            }
            shuffle(order, random);
        }
        m_placed = std::move(best);
        improve_by_pairs(least);
        for (const std::size_t i : m_others) {
            m_placed[i] = best_place(i);
        }
        return m_placed;
    }

  private:
    /// The cheapest candidate that goes with the labels already placed.
    [[nodiscard]] const Candidate* best_place(std::size_t label) const {
        const Candidate* best = nullptr;
        double least = std::numeric_limits<double>::infinity();
        for (const Candidate& candidate : m_candidates[label]) {
            if (candidate.cost - reward_for_shared_edge >= least) {
                break;
            }
            const auto others = [&](const auto& holds) {
                for (std::size_t i = 0; i < m_placed.size(); ++i) {
                    if (i != label && m_placed[i] != nullptr && holds(*m_placed[i])) {
                        return true;
                    }
                }
                return false;
            };
            if (others([&](const Candidate& other) {
                    return candidate.reach.overlaps(other.reach) &&
                           in_conflict(candidate.place.leader, other.place.leader, m_clearance);
                })) {
                continue;
            }
            const bool shares = others([&](const Candidate& other) {
                return same_edge(candidate.place.leader, other.place.leader);
            });
            const double cost = candidate.cost - (shares ? reward_for_shared_edge : 0);
            if (cost < least) {
                least = cost;
                best = &candidate;
            }
        }
        return best;
    }

    [[nodiscard]] double cost_of(const Placed& placed) const {
        double cost = 0;
        for (const std::size_t i : m_needed) {
            const Candidate* one = placed[i];
            cost += one == nullptr ? cost_of_unplaced : one->cost;
            if (one != nullptr && one->place.leader.has_line() &&
                std::ranges::any_of(placed, [&](const Candidate* other) {
                    return other != nullptr && other != one &&
                           same_edge(one->place.leader, other->place.leader);
                })) {
                cost -= reward_for_shared_edge;
            }
        }
        return cost;
    }

    /// Places labels in this order, then again by turns until none finds a better place.
    void place_in_order(const std::vector<std::size_t>& order) {
        for (int round = 0; round < most_rounds; ++round) {
            bool changed = false;
            for (const std::size_t i : order) {
                const Candidate* best = best_place(i);
                changed = changed || best != m_placed[i];
                m_placed[i] = best;
            }
            if (!changed) {
                break;
            }
        }
    }

    /// Whether a label stands in the best place that it could have.
    [[nodiscard]] bool content(std::size_t label) const {
        return m_placed[label] != nullptr && m_placed[label] == m_candidates[label].data();
    }

    /// Lifts two labels at a time and sets them down again, one or the other first, while that
    /// makes the whole cheaper than `cost`.
    void improve_by_pairs(double cost) {
        bool improved = true;
        for (int round = 0; round < most_rounds && improved; ++round) {
            improved = false;
            for (const std::size_t first : m_needed) {
                for (const std::size_t second : m_needed) {
                    // What is content makes room for what is not, and is lifted with it.
                    if (first == second || content(first) || m_candidates[first].empty()) {
                        continue;
                    }
                    const Candidate* const was_first = m_placed[first];
                    const Candidate* const was_second = m_placed[second];
                    m_placed[first] = nullptr;
                    m_placed[second] = nullptr;
                    m_placed[first] = best_place(first);
                    m_placed[second] = best_place(second);
                    const bool changed =
                        m_placed[first] != was_first || m_placed[second] != was_second;
                    const double now = changed ? cost_of(m_placed) : cost;
                    if (now < cost - 1e-9) {
                        cost = now;
                        improved = true;
                    } else {
                        m_placed[first] = was_first;
                        m_placed[second] = was_second;
                    }
                }
            }
        }
    }

    /// Another order, the same on every machine.
    static void shuffle(std::vector<std::size_t>& order, std::mt19937& random) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[random() % i]);
        }
    }

    Length m_clearance;
    std::vector<Candidates> m_candidates; ///< one a label, cheapest first
    std::vector<std::size_t> m_needed;
    std::vector<std::size_t> m_others;
    Placed m_placed;
};

} // namespace

std::vector<std::optional<LabelPlace>> place_labels(std::span<const LabelRequest> requests,
                                                    const LandMask& land, const LabelSpace& space) {
    Placing placing(requests, land, space);
    std::vector<std::optional<LabelPlace>> places(requests.size());
    std::ranges::transform(placing.run(), places.begin(), [](const Candidate* candidate) {
        return candidate == nullptr ? std::nullopt : std::optional(candidate->place);
    });
    return places;
}

} // namespace cairn::figure
