#include "render/map/labels/label_places.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <random>
#include <utility>

namespace cairn::map {

namespace {

constexpr double reward_for_shared_edge = 14; ///< pixels of leader that a common edge is worth
constexpr double cost_of_unplaced = 10'000;
constexpr int most_rounds = 12;
constexpr int attempts = 8; ///< orders in which labels are placed
// Simulated annealing (Christensen, Marks and Shieber 1995), in CSS pixels of leader.
constexpr int moves_of_label = 500;
constexpr int most_runs = 12;
constexpr std::size_t most_worth_a_run = 3; ///< labels without a place: more are a lost cause
constexpr double first_temperature = 60;
constexpr double last_temperature = 2;
/// Of a label without a place, while annealing: in the first run, and how much more in each other.
constexpr double cost_of_lifted = 300;
constexpr double rise_of_lifted = 100;

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

/// The options that are taken, one a label; none where a label has no place.
using PlacedOptions = std::vector<const LabelOption*>;

/// The labels of a map on their way to their places.
class Placing {
  public:
    Placing(std::span<const LabelToPlace> labels, Length clearance)
        : m_clearance(clearance), m_labels(labels), m_placed(labels.size(), nullptr) {
        for (std::size_t i = 0; i < labels.size(); ++i) {
            (labels[i].needed ? m_needed : m_others).push_back(i);
        }
        std::ranges::copy_if(m_needed, std::back_inserter(m_movable),
                             [&](std::size_t i) { return !options(i).empty(); });
    }

    PlacedOptions run(Effort effort) {
        std::vector<std::size_t> order = m_needed;
        keep_better();
        for (int attempt = 0; attempt < attempts; ++attempt) {
            std::ranges::fill(m_placed, nullptr);
            settle(order);
            keep_better();
            shuffle(order);
        }
        m_placed = m_best;
        const bool is_hopeless = count_lifted(m_best) > most_worth_a_run;
        if (!(effort == Effort::hopeful && is_hopeless) &&
            !std::ranges::all_of(m_needed, [&](std::size_t i) { return content(i); })) {
            improve(effort);
        }
        for (const std::size_t i : m_others) {
            m_placed[i] = best_place(i);
        }
        return m_placed;
    }

  private:
    [[nodiscard]] const LabelOptions& options(std::size_t label) const {
        return *m_labels[label].options;
    }

    [[nodiscard]] bool in_conflict(const LabelOption& one, const LabelOption& other) const {
        return one.reach.overlaps(other.reach) &&
               map::in_conflict(one.place.leader, other.place.leader, m_clearance);
    }

    void keep_better() {
        if (const double cost = cost_of(m_placed); cost < m_least) {
            m_best = m_placed;
            m_least = cost;
        }
    }

    void improve(Effort effort) {
        for (int run = 0; run < most_runs; ++run) {
            m_lifted = cost_of_lifted + (run % 2) * run * rise_of_lifted;
            anneal();
            settle(m_needed);
            keep_better();
            const std::size_t lifted = count_lifted(m_best);
            if (lifted == 0 || (effort == Effort::hopeful && lifted > most_worth_a_run)) {
                break;
            }
        }
        m_placed = m_best;
        improve_by_pairs(m_least);
    }

    /// The cheapest option that goes with the labels already placed.
    [[nodiscard]] const LabelOption* best_place(std::size_t label) const {
        const LabelOption* best = nullptr;
        double least = std::numeric_limits<double>::infinity();
        for (const LabelOption& option : options(label)) {
            if (option.cost - reward_for_shared_edge >= least) {
                break;
            }
            bool shares = false;
            bool is_free = true;
            for (std::size_t i = 0; is_free && i < m_placed.size(); ++i) {
                if (i != label && m_placed[i] != nullptr) {
                    is_free = !in_conflict(option, *m_placed[i]);
                    shares = shares || same_edge(option.place.leader, m_placed[i]->place.leader);
                }
            }
            const double cost = option.cost - (shares ? reward_for_shared_edge : 0);
            if (is_free && cost < least) {
                least = cost;
                best = &option;
            }
        }
        return best;
    }

    [[nodiscard]] double cost_of(const PlacedOptions& placed) const {
        double cost = 0;
        for (const std::size_t i : m_needed) {
            const LabelOption* one = placed[i];
            cost += one == nullptr ? cost_of_unplaced * m_labels[i].worth : one->cost;
            if (one != nullptr && one->place.leader.has_line() &&
                std::ranges::any_of(placed, [&](const LabelOption* other) {
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
                const LabelOption* best = best_place(i);
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
        return m_placed[label] != nullptr && m_placed[label] == options(label).data();
    }

    /// The labels each of which alone keeps a label from a better place.
    [[nodiscard]] std::vector<std::size_t> in_the_way_of(std::size_t label) const {
        std::vector<std::size_t> found;
        for (const LabelOption& option : options(label)) {
            if (m_placed[label] != nullptr &&
                option.cost - reward_for_shared_edge >= m_placed[label]->cost) {
                break;
            }
            std::size_t last = 0;
            int count = 0;
            for (std::size_t i = 0; count < 2 && i < m_placed.size(); ++i) {
                if (i != label && m_placed[i] != nullptr && in_conflict(option, *m_placed[i])) {
                    last = i;
                    ++count;
                }
            }
            if (count == 1 && std::ranges::find(found, last) == found.end()) {
                found.push_back(last);
            }
        }
        return found;
    }

    /// Lifts two labels at a time, one of them in the other's way, and sets them down again, while
    /// that makes the whole cheaper than `cost`.
    void improve_by_pairs(double cost) {
        bool improved = true;
        for (int round = 0; round < most_rounds && improved; ++round) {
            improved = false;
            for (const std::size_t first : m_movable) {
                if (content(first)) {
                    continue;
                }
                for (const std::size_t second : in_the_way_of(first)) {
                    const LabelOption* const was_first = m_placed[first];
                    const LabelOption* const was_second = m_placed[second];
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

    /// How many needed labels could have a place and have none.
    [[nodiscard]] std::size_t count_lifted(const PlacedOptions& placed) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(m_movable, [&](std::size_t i) { return placed[i] == nullptr; }));
    }

    /// Sets a label, lifted ones first, on any of its places, lifts the labels that are in conflict
    /// with it, and keeps that where it makes the whole cheaper, or by chance: the dearer, and the
    /// later, the less likely.
    void anneal() {
        const int moves = moves_of_label * static_cast<int>(m_movable.size());
        const double cooling = std::pow(last_temperature / first_temperature, 1.0 / moves);
        double temperature = first_temperature;
        for (int move = 0; move < moves; ++move) {
            try_move(label_to_move(), temperature);
            temperature *= cooling;
        }
    }

    std::size_t label_to_move() {
        const std::size_t lifted = count_lifted(m_placed);
        if (lifted == 0 || random_share() >= 0.5) {
            return m_movable[random_index(m_movable.size())];
        }
        std::size_t left = random_index(lifted);
        return *std::ranges::find_if(
            m_movable, [&](std::size_t i) { return m_placed[i] == nullptr && left-- == 0; });
    }

    void try_move(std::size_t label, double temperature) {
        const auto lifted = [&](std::size_t i) { return m_lifted * m_labels[i].worth; };
        const auto cost = [&](std::size_t i, const LabelOption* one) {
            return one == nullptr ? lifted(i) : std::min(one->cost, lifted(i));
        };
        const double share = random_share();
        const auto count = static_cast<double>(options(label).size());
        const LabelOption* const to =
            &options(label)[static_cast<std::size_t>(share * share * count)];
        // The dearest change that chance allows.
        const double most = -temperature * std::log(1 - random_share());
        double change = cost(label, to) - cost(label, m_placed[label]);
        m_barred.clear();
        for (const std::size_t i : m_movable) {
            if (change > most) {
                return;
            }
            const LabelOption* other = m_placed[i];
            if (i != label && other != nullptr && in_conflict(*to, *other)) {
                m_barred.push_back(i);
                change += lifted(i) - cost(i, other);
            }
        }
        if (change <= most) {
            m_placed[label] = to;
            for (const std::size_t i : m_barred) {
                m_placed[i] = nullptr;
            }
        }
    }

    Length m_clearance;
    std::mt19937 m_random{}; // NOLINT(cert-msc51-cpp): the same numbers on every run
    std::span<const LabelToPlace> m_labels;
    std::vector<std::size_t> m_needed;
    std::vector<std::size_t> m_movable; ///< those needed that have any option
    std::vector<std::size_t> m_others;
    std::vector<std::size_t> m_barred; ///< by the move that is tried
    PlacedOptions m_placed;
    PlacedOptions m_best{};
    double m_lifted = cost_of_lifted;
    double m_least = std::numeric_limits<double>::infinity(); ///< cost of the best
};

} // namespace

std::vector<std::optional<LabelPlace>> place_labels(std::span<const LabelToPlace> labels,
                                                    Length clearance, Effort effort) {
    std::vector<std::optional<LabelPlace>> places(labels.size());
    std::ranges::transform(
        Placing(labels, clearance).run(effort), places.begin(), [](const LabelOption* option) {
            return option == nullptr ? std::nullopt : std::optional(option->place);
        });
    return places;
}

std::vector<std::optional<LabelPlace>> place_labels(std::span<const LabelRequest> requests,
                                                    const LandMask& land, const LabelSpace& space) {
    std::vector<LabelOptions> options;
    options.reserve(requests.size());
    std::vector<LabelToPlace> labels;
    for (const LabelRequest& request : requests) {
        options.push_back(options_for(request, land, space));
        labels.push_back({&options.back(), request.needed});
    }
    return place_labels(labels, space.clearance, Effort::full);
}

} // namespace cairn::map
