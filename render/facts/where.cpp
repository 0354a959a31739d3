#include "render/facts/where.h"

#include <algorithm>
#include <iterator>

namespace cairn::facts {
namespace {

constexpr std::size_t least_spread = 4;
constexpr std::size_t most_starts = 5;
constexpr std::size_t most_of_areas = 3; ///< a cluster is at most one in three of the areas
constexpr double least_of_total = 1.0 / 3;
constexpr double most_of_one = 3.0 / 4; ///< of the cluster, in its highest area
constexpr std::size_t least_measured = 12;
constexpr std::size_t part_at_end = 4; ///< one in four of the values counts as high, or as low
constexpr std::size_t least_alike = 3;

double value_at(const Facts& facts, std::size_t index) {
    return facts.facts[index].value.value_or(0);
}

/// One or two areas that a cluster could grow by.
struct Step {
    std::vector<std::size_t> areas;
    double gain = 0;
};

/// Whether `a` brings more an area than `b`; of equals, the one of fewer areas, then the one drawn
/// before the other.
bool is_better(const Step& a, const Step& b) {
    const double left = a.gain * static_cast<double>(b.areas.size());
    const double right = b.gain * static_cast<double>(a.areas.size());
    if (left != right) {
        return left > right;
    }
    return a.areas.size() != b.areas.size() ? a.areas.size() < b.areas.size() : a.areas < b.areas;
}

std::optional<Step> best_step(const Facts& facts, const std::vector<std::size_t>& members,
                              const std::vector<char>& inside) {
    std::optional<Step> best;
    const auto offer = [&](Step step) {
        if (!best || is_better(step, *best)) {
            best = std::move(step);
        }
    };
    for (const std::size_t member : members) {
        for (const std::size_t next : facts.neighbours[member]) {
            if (inside[next] != 0 || value_at(facts, next) <= 0) {
                continue;
            }
            offer({{next}, value_at(facts, next)});
            for (const std::size_t beyond : facts.neighbours[next]) {
                if (inside[beyond] == 0 && value_at(facts, beyond) > 0) {
                    offer({{next, beyond}, value_at(facts, next) + value_at(facts, beyond)});
                }
            }
        }
    }
    return best;
}

/// Grows a cluster until no step is above the mean, or it is too large to be one.
Cluster grown_from(const Facts& facts, std::size_t start, double mean, std::size_t most) {
    Cluster cluster{.members = {start}, .sum = value_at(facts, start), .beside = false};
    std::vector<char> inside(facts.facts.size(), 0);
    inside[start] = 1;
    while (cluster.members.size() <= most) {
        const std::optional<Step> step = best_step(facts, cluster.members, inside);
        if (!step || step->gain <= mean * static_cast<double>(step->areas.size())) {
            break;
        }
        for (const std::size_t area : step->areas) {
            inside[area] = 1;
            cluster.members.push_back(area);
        }
        cluster.sum += step->gain;
    }
    return cluster;
}

/// The highest first, the others in the order drawn.
void put_in_order(const Facts& facts, Cluster& cluster) {
    std::vector<std::size_t>& members = cluster.members;
    std::sort(members.begin(), members.end());
    const auto highest =
        std::max_element(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            return value_at(facts, a) < value_at(facts, b);
        });
    std::rotate(members.begin(), highest, highest + 1);
    const std::vector<std::size_t>& around = facts.neighbours[members.front()];
    cluster.beside = std::all_of(members.begin() + 1, members.end(), [&](std::size_t member) {
        return std::binary_search(around.begin(), around.end(), member);
    });
}

} // namespace

std::optional<Spread> spread_of(const Facts& facts, const Summary& summary) {
    std::size_t with_some = summary.with_value - summary.zeros.size();
    if (facts.extents.empty() || !summary.counts || with_some < least_spread ||
        with_some == summary.with_value) {
        return std::nullopt;
    }
    std::vector<std::size_t> some;
    for (const EqualValues& group : summary.by_value) {
        some.insert(some.end(), group.members.begin(), group.members.end());
    }
    const auto alone_at_end = [&](const auto& reach) -> std::optional<std::size_t> {
        const std::size_t farthest =
            *std::max_element(some.begin(), some.end(),
                              [&](std::size_t a, std::size_t b) { return reach(a) < reach(b); });
        const auto level = std::count_if(some.begin(), some.end(), [&](std::size_t area) {
            return reach(area) == reach(farthest);
        });
        // What lies farther out without data may have some too.
        const bool is_known =
            std::none_of(summary.missing.begin(), summary.missing.end(),
                         [&](std::size_t area) { return reach(area) >= reach(farthest); });
        return level == 1 && is_known ? std::optional(farthest) : std::nullopt;
    };
    const auto north = alone_at_end([&](std::size_t area) { return facts.extents[area].north; });
    const auto south = alone_at_end([&](std::size_t area) { return -facts.extents[area].south; });
    return north && south && *north != *south ? std::optional(Spread{*north, *south})
                                              : std::nullopt;
}

std::optional<Cluster> cluster_of(const Facts& facts, const Summary& summary) {
    if (facts.neighbours.empty() || !summary.counts || summary.by_value.empty()) {
        return std::nullopt;
    }
    const std::size_t most = summary.with_value / most_of_areas;
    const double mean = facts.total / static_cast<double>(summary.with_value);
    std::vector<std::size_t> starts;
    for (const EqualValues& group : summary.by_value) {
        std::copy_n(group.members.begin(),
                    std::min(group.members.size(), most_starts - starts.size()),
                    std::back_inserter(starts));
    }
    Cluster best;
    double best_excess = 0;
    for (const std::size_t start : starts) {
        Cluster cluster = grown_from(facts, start, mean, most);
        const double excess = cluster.sum - mean * static_cast<double>(cluster.members.size());
        if (excess > best_excess) {
            best = std::move(cluster);
            best_excess = excess;
        }
    }
    if (best.members.size() < 2 || best.members.size() > most) {
        return std::nullopt;
    }
    put_in_order(facts, best);
    const bool stands_out = best.sum >= least_of_total * facts.total &&
                            value_at(facts, best.members.front()) <= most_of_one * best.sum;
    return stands_out ? std::optional(std::move(best)) : std::nullopt;
}

std::vector<std::vector<std::size_t>> grouped_by_borders(const Facts& facts,
                                                         std::span<const std::size_t> members) {
    if (facts.neighbours.empty()) {
        return {};
    }
    std::vector<char> open(facts.facts.size(), 0);
    for (const std::size_t member : members) {
        open[member] = 1;
    }
    std::vector<std::vector<std::size_t>> groups;
    for (const std::size_t first : members) {
        if (open[first] == 0) {
            continue;
        }
        open[first] = 0;
        std::vector<std::size_t>& group = groups.emplace_back(1, first);
        for (std::size_t i = 0; i < group.size(); ++i) {
            for (const std::size_t next : facts.neighbours[group[i]]) {
                if (open[next] != 0) {
                    open[next] = 0;
                    group.push_back(next);
                }
            }
        }
        std::sort(group.begin(), group.end());
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return groups;
}

std::size_t largest_area(const Facts& facts, std::span<const std::size_t> members) {
    return *std::max_element(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        return facts.extents[a].area < facts.extents[b].area;
    });
}

std::optional<Alike> alike_at(const Facts& facts, const Summary& summary, End end) {
    if (facts.neighbours.empty() || summary.counts || summary.with_value < least_measured) {
        return std::nullopt;
    }
    const std::size_t most = summary.with_value / part_at_end;
    std::vector<std::size_t> extreme; // from the end inwards
    for (std::size_t i = 0; i < summary.by_value.size(); ++i) {
        const EqualValues& group =
            summary.by_value[end == End::highest ? i : summary.by_value.size() - 1 - i];
        if (extreme.size() + group.members.size() > most) {
            break;
        }
        extreme.insert(extreme.end(), group.members.begin(), group.members.end());
    }
    const auto groups = grouped_by_borders(facts, extreme);
    if (groups.empty() || groups.front().size() < least_alike ||
        2 * groups.front().size() <= extreme.size()) {
        return std::nullopt;
    }
    Alike alike{.count = extreme.size(), .together = {}};
    for (const std::size_t area : extreme) {
        if (std::binary_search(groups.front().begin(), groups.front().end(), area)) {
            alike.together.push_back(area);
        }
    }
    return alike;
}

} // namespace cairn::facts
