#include "render/figure/leaders.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// A place for a label, with what it costs by itself.
struct Candidate {
    Leader leader;
    double cost = 0;
};

constexpr Length grid = Length::px(4);
constexpr std::size_t most_candidates = 600;
constexpr double weight_of_foreign_land = 1.0; ///< a pixel over other regions, beside its length
constexpr double weight_of_slope = 0.35;       ///< a pixel up or down, beside its length
constexpr double reward_for_shared_edge = 14;  ///< pixels of leader that a common edge is worth
constexpr double cost_of_unplaced = 10'000;
constexpr int most_rounds = 12;
constexpr int attempts = 48; ///< orders in which labels are placed

/// Twice the area of a, b, c: positive when they turn one way, negative the other.
double turn(Position a, Position b, Position c) {
    return (b.x - a.x).to_px() * (c.y - a.y).to_px() - (c.x - a.x).to_px() * (b.y - a.y).to_px();
}

bool cross(Position a, Position b, Position c, Position d) {
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

bool touches(Position a, Position b, const Rect& rect) {
    const auto inside = [&](Position p) {
        return p.x > rect.left && p.x < rect.right && p.y > rect.top && p.y < rect.bottom;
    };
    const Position top_left{rect.left, rect.top};
    const Position top_right{rect.right, rect.top};
    const Position bottom_left{rect.left, rect.bottom};
    const Position bottom_right{rect.right, rect.bottom};
    return inside(a) || inside(b) || cross(a, b, top_left, bottom_right) ||
           cross(a, b, top_right, bottom_left);
}

bool conflict(const Leader& one, const Leader& other, Length clearance) {
    const Rect room = one.label.grown(clearance);
    const Rect other_room = other.label.grown(clearance / 2);
    return room.overlaps(other.label) || cross(one.from, one.to, other.from, other.to) ||
           touches(one.from, one.to, other_room) ||
           touches(other.from, other.to, one.label.grown(clearance / 2)) ||
           touches(one.to, one.to, other_room);
}

std::optional<Candidate> candidate_at(const LeaderRequest& request, Position corner,
                                      const LandMask& land, const LabelSpace& space) {
    const Rect label{corner.x, corner.y, corner.x + request.label.width,
                     corner.y + request.label.height};
    Leader leader{.label = label, .from = {}, .to = request.anchor};
    const Length gap = space.clearance / 2;
    if (request.anchor.x < label.left - gap) {
        leader.from = {label.left - gap, label.middle()};
    } else if (request.anchor.x > label.right + gap) {
        leader.from = {label.right + gap, label.middle()};
    } else {
        return std::nullopt;
    }
    if (!land.free(label.grown(space.clearance))) {
        return std::nullopt;
    }
    const auto in_the_way = [&](const Rect& obstacle) {
        return obstacle.overlaps(label.grown(space.clearance)) ||
               touches(leader.from, leader.to, obstacle.grown(gap));
    };
    if (std::any_of(space.obstacles.begin(), space.obstacles.end(), in_the_way)) {
        return std::nullopt;
    }
    const double across = (leader.from.x - leader.to.x).to_px();
    const double down = (leader.from.y - leader.to.y).to_px();
    const double foreign = land.over_others(leader.from, leader.to, request.region).to_px();
    return Candidate{leader, std::hypot(across, down) + weight_of_slope * std::abs(down) +
                                 weight_of_foreign_land * foreign};
}

std::vector<Candidate> candidates_for(const LeaderRequest& request, const LandMask& land,
                                      const LabelSpace& space) {
    std::vector<Candidate> candidates;
    for (Length y = space.page.top; y + request.label.height <= space.page.bottom; y += grid) {
        for (Length x = space.page.left; x + request.label.width <= space.page.right; x += grid) {
            // Labels left of their region line up at their right ends.
            const bool left_of_it = x + request.label.width / 2 < request.anchor.x;
            const Length shift =
                left_of_it ? grid * std::ceil(request.label.width / grid) - request.label.width
                           : Length();
            if (const auto candidate = candidate_at(request, {x + shift, y}, land, space)) {
                candidates.push_back(*candidate);
            }
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    candidates.resize(std::min(candidates.size(), most_candidates));
    return candidates;
}

bool same_edge(const Leader& one, const Leader& other) {
    const auto equal = [](Length a, Length b) { return std::abs((a - b).to_px()) < 0.01; };
    const bool left = one.from.x > one.to.x;
    const bool other_left = other.from.x > other.to.x;
    return left == other_left && (left ? equal(one.label.left, other.label.left)
                                       : equal(one.label.right, other.label.right));
}

/// The cheapest candidate that goes with the labels already placed; `own` is passed over.
const Candidate* best_place(const std::vector<Candidate>& candidates,
                            const std::vector<std::optional<Leader>>& placed, std::size_t own,
                            Length clearance) {
    const Candidate* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const Candidate& candidate : candidates) {
        if (candidate.cost - reward_for_shared_edge >= least) {
            break;
        }
        bool shares = false;
        bool fits = true;
        for (std::size_t i = 0; i < placed.size() && fits; ++i) {
            if (i == own || !placed[i]) {
                continue;
            }
            fits = !conflict(candidate.leader, *placed[i], clearance);
            shares = shares || same_edge(candidate.leader, *placed[i]);
        }
        const double cost = candidate.cost - (shares ? reward_for_shared_edge : 0);
        if (fits && cost < least) {
            least = cost;
            best = &candidate;
        }
    }
    return best;
}

/// A placement of all labels, and what it costs.
struct Placement {
    std::vector<std::optional<Leader>> leaders;
    double cost = std::numeric_limits<double>::infinity();
};

double cost_of(const std::vector<std::optional<Leader>>& placed,
               const std::vector<double>& own_costs) {
    double cost = 0;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const auto shares = [&](const std::optional<Leader>& other) {
            return other && &other != &placed[i] && same_edge(*placed[i], *other);
        };
        cost += placed[i] ? own_costs[i] : cost_of_unplaced;
        if (placed[i] && std::any_of(placed.begin(), placed.end(), shares)) {
            cost -= reward_for_shared_edge;
        }
    }
    return cost;
}

/// Places labels in this order, then again by turns until none finds a better place.
Placement place_in_order(const std::vector<std::vector<Candidate>>& candidates,
                         const std::vector<std::size_t>& order, Length clearance) {
    Placement placement{.leaders = std::vector<std::optional<Leader>>(candidates.size())};
    std::vector<double> own_costs(candidates.size());
    for (int round = 0; round < most_rounds; ++round) {
        bool changed = false;
        for (const std::size_t i : order) {
            const Candidate* best = best_place(candidates[i], placement.leaders, i, clearance);
            if (best != nullptr && placement.leaders[i] != best->leader) {
                placement.leaders[i] = best->leader;
                own_costs[i] = best->cost;
                changed = true;
            }
        }
        if (!changed) {
            break;
        }
    }
    placement.cost = cost_of(placement.leaders, own_costs);
    return placement;
}

/// Another order, the same on every machine.
void shuffle(std::vector<std::size_t>& order, std::mt19937& random) {
    for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
    }
}

} // namespace

std::vector<std::optional<Leader>> place_leaders(std::span<const LeaderRequest> requests,
                                                 const LandMask& land, const LabelSpace& space) {
    std::vector<std::vector<Candidate>> candidates;
    candidates.reserve(requests.size());
    for (const LeaderRequest& request : requests) {
        candidates.push_back(candidates_for(request, land, space));
    }
    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random; // NOLINT(cert-msc51-cpp): the same numbers on every run
    Placement best;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        Placement placement = place_in_order(candidates, order, space.clearance);
        if (placement.cost < best.cost) {
            best = std::move(placement);
        }
        shuffle(order, random);
    }
    return std::move(best.leaders);
}

} // namespace cairn::figure
