#include "render/figure/label_places.h"

#include <algorithm>
#include <cmath>
#include <iterator>
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

constexpr double weight_of_shift = 0.6; ///< a pixel from the best place inside, beside a leader's
constexpr double reward_for_shared_edge = 14; ///< pixels of leader that a common edge is worth
constexpr double cost_of_unplaced = 10'000;
constexpr int most_rounds = 12;
constexpr int attempts = 8; ///< orders in which labels are placed
// Simulated annealing (Christensen, Marks and Shieber 1995), in CSS pixels of leader.
constexpr int moves_of_label = 500;
constexpr int most_runs = 6;
constexpr std::size_t most_worth_a_run = 3; ///< labels without a place: more are a lost cause
constexpr double first_temperature = 60;
constexpr double last_temperature = 2;
constexpr double cost_of_lifted = 300; ///< of a label without a place, while annealing

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
            if (std::ranges::none_of(space.obstacles, bars) && !stands_on_frame(rect, space)) {
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
        Placed best = m_placed;
        double least = cost_of(best);
        const auto keep_better = [&] {
            if (const double cost = cost_of(m_placed); cost < least) {
                best = m_placed;
                least = cost;
            }
        };
        for (int attempt = 0; attempt < attempts; ++attempt) {
            std::fill(m_placed.begin(), m_placed.end(), nullptr);
            settle(order);
            keep_better();
            shuffle(order);
        }
        m_placed = best;
        if (!std::ranges::all_of(m_needed, [&](std::size_t i) { return content(i); })) {
            for (int run = 0; run < most_runs; ++run) {
                anneal();
                settle(m_needed);
                keep_better();
                const std::size_t lifted = lifted_of(best).size();
                if (lifted == 0 || lifted > most_worth_a_run) {
                    break;
                }
            }
            m_placed = std::move(best);
            improve_by_pairs(least);
        }
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
    void settle(const std::vector<std::size_t>& order) {
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

    /// From 0 to below 1, the same on every machine.
    double random_share() { return static_cast<double>(m_random()) / 4294967296.0; }
    std::size_t random_index(std::size_t count) {
        return static_cast<std::size_t>(random_share() * static_cast<double>(count));
    }

    void shuffle(std::vector<std::size_t>& order) {
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[random_index(i)]);
        }
    }

    /// The needed labels that could have a place and have none.
    [[nodiscard]] std::vector<std::size_t> lifted_of(const Placed& placed) const {
        std::vector<std::size_t> lifted;
        std::ranges::copy_if(m_needed, std::back_inserter(lifted), [&](std::size_t i) {
            return placed[i] == nullptr && !m_candidates[i].empty();
        });
        return lifted;
    }

    /// Sets a label, lifted ones first, on any of its places, lifts the labels that are in conflict
    /// with it, and keeps that where it makes the whole cheaper, or by chance: the dearer, and the
    /// later, the less likely.
    void anneal() {
        std::vector<std::size_t> movable;
        std::ranges::copy_if(m_needed, std::back_inserter(movable),
                             [&](std::size_t i) { return !m_candidates[i].empty(); });
        const int moves = moves_of_label * static_cast<int>(movable.size());
        for (int move = 0; move < moves; ++move) {
            const double done = static_cast<double>(move) / moves;
            const double temperature =
                first_temperature * std::pow(last_temperature / first_temperature, done);
            try_move(label_to_move(movable), temperature);
        }
    }

    std::size_t label_to_move(const std::vector<std::size_t>& movable) {
        const std::vector<std::size_t> lifted = lifted_of(m_placed);
        return !lifted.empty() && random_share() < 0.5 ? lifted[random_index(lifted.size())]
                                                       : movable[random_index(movable.size())];
    }

    void try_move(std::size_t label, double temperature) {
        const auto cost = [](const Candidate* one) {
            return one == nullptr ? cost_of_lifted : one->cost;
        };
        const double share = random_share();
        const auto count = static_cast<double>(m_candidates[label].size());
        const Candidate* const to =
            &m_candidates[label][static_cast<std::size_t>(share * share * count)];
        double change = cost(to) - cost(m_placed[label]);
        std::vector<std::size_t> barred;
        for (const std::size_t i : m_needed) {
            const Candidate* other = m_placed[i];
            if (i != label && other != nullptr && to->reach.overlaps(other->reach) &&
                in_conflict(to->place.leader, other->place.leader, m_clearance)) {
                barred.push_back(i);
                change += cost_of_lifted - cost(other);
            }
        }
        if (change <= 0 || random_share() < std::exp(-change / temperature)) {
            m_placed[label] = to;
            for (const std::size_t i : barred) {
                m_placed[i] = nullptr;
            }
        }
    }

    Length m_clearance;
    std::mt19937 m_random{};              // NOLINT(cert-msc51-cpp): the same numbers on every run
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
