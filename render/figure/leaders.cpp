#include "render/figure/leaders.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <tuple>
#include <utility>

namespace cairn::figure {

namespace {

using scene::Length;
using scene::Position;

/// A place for a label, with what it costs by itself.
struct Candidate {
    Leader leader;
    Rect reach; ///< around label and leader, with their clearance: what lies outside is in no
                ///< conflict
    double cost = 0;
};

Rect reach_of(const Leader& leader, Length clearance) {
    return Rect{std::min(leader.label.left, leader.to.x), std::min(leader.label.top, leader.to.y),
                std::max(leader.label.right, leader.to.x),
                std::max(leader.label.bottom, leader.to.y)}
        .grown(clearance);
}

constexpr Length grid = Length::px(4);
constexpr std::size_t most_candidates = 400;
constexpr double weight_of_foreign_land = 1.5; ///< a pixel over other regions, beside its length
constexpr double weight_of_slope = 0.35;       ///< a pixel up or down, beside its length
constexpr double reward_for_shared_edge = 14;  ///< pixels of leader that a common edge is worth
constexpr double cost_of_unplaced = 10'000;
constexpr int most_rounds = 12;
constexpr int attempts = 24; ///< orders in which labels are placed

/// Twice the area of a, b, c: positive when they turn one way, negative the other.
double turn(Position a, Position b, Position c) {
    return (b.x - a.x).to_px() * (c.y - a.y).to_px() - (c.x - a.x).to_px() * (b.y - a.y).to_px();
}

bool cross(Position a, Position b, Position c, Position d) {
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

bool touches(Position a, Position b, const Rect& rect) {
    if (std::max(a.x, b.x) < rect.left || std::min(a.x, b.x) > rect.right ||
        std::max(a.y, b.y) < rect.top || std::min(a.y, b.y) > rect.bottom) {
        return false;
    }
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

/// The label at `corner` with its leader; nothing where the leader would run under the label.
std::optional<Leader> leader_at(const LeaderRequest& request, Position corner, Length gap) {
    const Rect label{corner.x, corner.y, corner.x + request.label.width,
                     corner.y + request.label.height};
    if (request.anchor.x < label.left - gap) {
        return Leader{label, {label.left - gap, label.middle()}, request.anchor};
    }
    if (request.anchor.x > label.right + gap) {
        return Leader{label, {label.right + gap, label.middle()}, request.anchor};
    }
    return std::nullopt;
}

double length_of(const Leader& leader) {
    return std::hypot((leader.from.x - leader.to.x).to_px(), (leader.from.y - leader.to.y).to_px());
}

/// What a leader costs by its length and slope.
double cost_of_shape(const Leader& leader) {
    return length_of(leader) + weight_of_slope * std::abs((leader.from.y - leader.to.y).to_px());
}

bool in_the_way(const Rect& obstacle, const Leader& leader, Length clearance) {
    return obstacle.overlaps(leader.label.grown(clearance)) ||
           touches(leader.from, leader.to, obstacle.grown(clearance / 2));
}

/// A place by its shape alone.
struct Spot {
    Leader leader;
    double cost = 0;
};

/// The cheapest places in the sea on a grid, by shape alone, in order.
std::vector<Spot> spots_in_sea(const LeaderRequest& request, const LandMask& land,
                               const LabelSpace& space) {
    // Labels left of their region line up at their right ends.
    const Length shift = grid * std::ceil(request.label.width / grid) - request.label.width;
    // The part of the page's grid that the longest leader reaches.
    const auto first = [&](Length begin, Length anchor, Length label) {
        const double steps = std::floor((anchor - space.longest - label - begin) / grid);
        return begin + grid * std::max(0.0, steps);
    };
    const Length left = first(space.page.left, request.anchor.x, request.label.width);
    const Length top = first(space.page.top, request.anchor.y, request.label.height);
    const Length right =
        std::min(space.page.right - request.label.width, request.anchor.x + space.longest);
    const Length bottom =
        std::min(space.page.bottom - request.label.height, request.anchor.y + space.longest);
    std::vector<Spot> spots;
    for (Length y = top; y <= bottom; y += grid) {
        for (Length x = left; x <= right; x += grid) {
            const bool left_of_it = x + request.label.width / 2 < request.anchor.x;
            const auto leader =
                leader_at(request, {left_of_it ? x + shift : x, y}, space.clearance / 2);
            if (leader && leader->label.right <= space.page.right &&
                length_of(*leader) <= space.longest.to_px() &&
                land.free(leader->label.grown(space.clearance))) {
                spots.push_back({*leader, cost_of_shape(*leader)});
            }
        }
    }
    const auto cheaper = [](const Spot& a, const Spot& b) {
        return std::tie(a.cost, a.leader.label.top, a.leader.label.left) <
               std::tie(b.cost, b.leader.label.top, b.leader.label.left);
    };
    const auto end =
        spots.begin() + static_cast<std::ptrdiff_t>(std::min(spots.size(), 4 * most_candidates));
    std::partial_sort(spots.begin(), end, spots.end(), cheaper);
    spots.erase(end, spots.end());
    return spots;
}

/// The cheapest places by shape that no obstacle bars, then sorted by their whole cost.
std::vector<Candidate> candidates_for(const LeaderRequest& request, const LandMask& land,
                                      const LabelSpace& space) {
    std::vector<Candidate> candidates;
    for (const Spot& spot : spots_in_sea(request, land, space)) {
        if (candidates.size() == most_candidates) {
            break;
        }
        const Leader& leader = spot.leader;
        if (std::none_of(space.obstacles.begin(), space.obstacles.end(), [&](const Rect& rect) {
                return in_the_way(rect, leader, space.clearance);
            })) {
            const Length foreign = land.over_others(leader.from, leader.to, request.region);
            candidates.push_back({leader, reach_of(leader, space.clearance),
                                  spot.cost + weight_of_foreign_land * foreign.to_px()});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    return candidates;
}

bool same_edge(const Leader& one, const Leader& other) {
    const auto equal = [](Length a, Length b) { return std::abs((a - b).to_px()) < 0.01; };
    const bool left = one.from.x > one.to.x;
    const bool other_left = other.from.x > other.to.x;
    return left == other_left && (left ? equal(one.label.left, other.label.left)
                                       : equal(one.label.right, other.label.right));
}

/// The candidates that are placed, one a label; none where a label has no place.
using Placed = std::vector<const Candidate*>;

/// The cheapest candidate that goes with the labels already placed; `own` is passed over.
const Candidate* best_place(const std::vector<Candidate>& candidates, const Placed& placed,
                            std::size_t own, Length clearance) {
    const Candidate* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const Candidate& candidate : candidates) {
        if (candidate.cost - reward_for_shared_edge >= least) {
            break;
        }
        const auto others = [&](const auto& holds) {
            for (std::size_t i = 0; i < placed.size(); ++i) {
                if (i != own && placed[i] != nullptr && holds(*placed[i])) {
                    return true;
                }
            }
            return false;
        };
        if (others([&](const Candidate& other) {
                return candidate.reach.overlaps(other.reach) &&
                       conflict(candidate.leader, other.leader, clearance);
            })) {
            continue;
        }
        const bool shares = others(
            [&](const Candidate& other) { return same_edge(candidate.leader, other.leader); });
        const double cost = candidate.cost - (shares ? reward_for_shared_edge : 0);
        if (cost < least) {
            least = cost;
            best = &candidate;
        }
    }
    return best;
}

double cost_of(const Placed& placed) {
    double cost = 0;
    for (const Candidate* one : placed) {
        cost += one == nullptr ? cost_of_unplaced : one->cost;
        if (one != nullptr &&
            std::any_of(placed.begin(), placed.end(), [&](const Candidate* other) {
                return other != nullptr && other != one && same_edge(one->leader, other->leader);
            })) {
            cost -= reward_for_shared_edge;
        }
    }
    return cost;
}

using CandidateLists = std::vector<std::vector<Candidate>>;

/// Places labels in this order, then again by turns until none finds a better place.
Placed place_in_order(const CandidateLists& candidates, const std::vector<std::size_t>& order,
                      Length clearance) {
    Placed placed(candidates.size(), nullptr);
    for (int round = 0; round < most_rounds; ++round) {
        bool changed = false;
        for (const std::size_t i : order) {
            const Candidate* best = best_place(candidates[i], placed, i, clearance);
            changed = changed || best != placed[i];
            placed[i] = best;
        }
        if (!changed) {
            break;
        }
    }
    return placed;
}

/// Lifts two labels at a time and sets them down again, one or the other first, while that makes
/// the whole cheaper.
void improve_by_pairs(const CandidateLists& candidates, Placed& placed, Length clearance) {
    double cost = cost_of(placed);
    bool improved = true;
    for (int round = 0; round < most_rounds && improved; ++round) {
        improved = false;
        for (std::size_t first = 0; first < placed.size(); ++first) {
            for (std::size_t second = 0; second < placed.size(); ++second) {
                if (first == second) {
                    continue;
                }
                Placed tried = placed;
                tried[first] = nullptr;
                tried[second] = nullptr;
                tried[first] = best_place(candidates[first], tried, first, clearance);
                tried[second] = best_place(candidates[second], tried, second, clearance);
                const double now = cost_of(tried);
                if (now < cost - 1e-9) {
                    placed = std::move(tried);
                    cost = now;
                    improved = true;
                }
            }
        }
    }
}

/// Another order, the same on every machine.
void shuffle(std::vector<std::size_t>& order, std::mt19937& random) {
    for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random() % i]);
    }
}

} // namespace

bool runs_through(const Leader& leader, const Rect& rect) {
    return touches(leader.from, leader.to, rect);
}

std::vector<std::optional<Leader>> place_leaders(std::span<const LeaderRequest> requests,
                                                 const LandMask& land, const LabelSpace& space) {
    CandidateLists candidates;
    candidates.reserve(requests.size());
    for (const LeaderRequest& request : requests) {
        candidates.push_back(candidates_for(request, land, space));
    }
    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random; // NOLINT(cert-msc51-cpp): the same numbers on every run
    Placed best(requests.size(), nullptr);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        Placed placed = place_in_order(candidates, order, space.clearance);
        if (cost_of(placed) < cost_of(best)) {
            best = std::move(placed);
        }
        shuffle(order, random);
    }
    improve_by_pairs(candidates, best, space.clearance);

    std::vector<std::optional<Leader>> leaders(requests.size());
    std::transform(best.begin(), best.end(), leaders.begin(), [](const Candidate* candidate) {
        return candidate == nullptr ? std::nullopt : std::optional(candidate->leader);
    });
    return leaders;
}

} // namespace cairn::figure
