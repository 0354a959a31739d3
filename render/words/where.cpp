#include "render/words/where.h"

#include "render/facts/body.h"

#include <algorithm>
#include <iterator>
#include <queue>
#include <tuple>

namespace cairn::words {
namespace {

/// Whether it is known where the areas of the facts lie.
bool are_located(const facts::Facts& facts) {
    return !facts.facts.empty() && facts.facts.front().area.has_value();
}

constexpr std::size_t least_spread = 4;
constexpr std::size_t most_starts = 5;
constexpr std::size_t most_of_areas = 3; ///< a cluster is at most one in three of the areas
constexpr double least_of_total = 1.0 / 3;
constexpr double most_of_one = 3.0 / 4; ///< of the cluster, in its highest area
constexpr std::size_t least_measured = 12;
constexpr std::size_t part_at_end = 4; ///< one in four of the values counts as high, or as low
constexpr std::size_t least_alike = 3;

double value_at(const facts::Facts& facts, std::size_t index) {
    return facts.facts[index].value.value_or(0);
}

/// One or two areas that a cluster could grow by.
struct Step {
    std::size_t next = 0;
    std::optional<std::size_t> beyond; ///< a neighbour of `next`
    double gain = 0;

    [[nodiscard]] double size() const { return beyond ? 2 : 1; }
};

/// Whether `b` brings more an area than `a`; of equals, whether it has fewer areas, then whether it
/// is drawn before the other.
struct IsWorse {
    bool operator()(const Step& a, const Step& b) const {
        const double left = a.gain * b.size();
        const double right = b.gain * a.size();
        if (left != right) {
            return left < right;
        }
        return std::tuple(a.size(), a.next, a.beyond) > std::tuple(b.size(), b.next, b.beyond);
    }
};

/// A cluster while it grows: its members, and the steps from them, the best on top. A step stays
/// after a member took its areas, and is then passed over.
class GrowingCluster {
  public:
    GrowingCluster(const facts::Facts& facts, std::size_t start)
        : m_facts(facts), m_inside(facts.facts.size(), 0) {
        take(start);
    }

    void take(std::size_t member) {
        m_inside[member] = 1;
        m_members.push_back(member);
        for (const std::size_t next : m_facts.facts[member].area->neighbours) {
            if (!is_open(next)) {
                continue;
            }
            const double gain = value_at(m_facts, next);
            m_steps.push({next, std::nullopt, gain});
            for (const std::size_t beyond : m_facts.facts[next].area->neighbours) {
                if (is_open(beyond)) {
                    m_steps.push({next, beyond, gain + value_at(m_facts, beyond)});
                }
            }
        }
    }

    [[nodiscard]] std::optional<Step> best_step() {
        const auto is_past = [&](const Step& step) {
            return m_inside[step.next] != 0 || (step.beyond && m_inside[*step.beyond] != 0);
        };
        while (!m_steps.empty() && is_past(m_steps.top())) {
            m_steps.pop();
        }
        return m_steps.empty() ? std::nullopt : std::optional(m_steps.top());
    }

    [[nodiscard]] const std::vector<std::size_t>& members() const { return m_members; }

  private:
    [[nodiscard]] bool is_open(std::size_t area) const {
        return m_inside[area] == 0 && value_at(m_facts, area) > 0;
    }

    const facts::Facts& m_facts;
    std::vector<char> m_inside;
    std::vector<std::size_t> m_members;
    std::priority_queue<Step, std::vector<Step>, IsWorse> m_steps;
};

/// Grows a cluster until no step is above the mean, or it is too large to be one.
Cluster grown_from(const facts::Facts& facts, std::size_t start, double mean, std::size_t most) {
    GrowingCluster growing(facts, start);
    double sum = value_at(facts, start);
    while (growing.members().size() <= most) {
        const std::optional<Step> step = growing.best_step();
        if (!step || step->gain <= mean * step->size()) {
            break;
        }
        growing.take(step->next);
        if (step->beyond) {
            growing.take(*step->beyond);
        }
        sum += step->gain;
    }
    return {.members = growing.members(), .sum = sum, .beside = false};
}

/// The highest first, the others in the order drawn.
void put_in_order(const facts::Facts& facts, Cluster& cluster) {
    std::vector<std::size_t>& members = cluster.members;
    std::sort(members.begin(), members.end());
    const auto highest =
        std::max_element(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            return value_at(facts, a) < value_at(facts, b);
        });
    std::rotate(members.begin(), highest, highest + 1);
    const std::vector<std::size_t>& around = facts.facts[members.front()].area->neighbours;
    cluster.beside = std::all_of(members.begin() + 1, members.end(), [&](std::size_t member) {
        return std::binary_search(around.begin(), around.end(), member);
    });
}

} // namespace

std::optional<Spread> spread_of(const facts::Facts& facts, const Summary& summary) {
    std::size_t with_some = summary.with_value - summary.zeros.size();
    if (!are_located(facts) || !summary.counts || with_some < least_spread ||
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
    const auto north =
        alone_at_end([&](std::size_t area) { return facts.facts[area].area->north; });
    const auto south =
        alone_at_end([&](std::size_t area) { return -facts.facts[area].area->south; });
    return north && south && *north != *south ? std::optional(Spread{*north, *south})
                                              : std::nullopt;
}

std::optional<Cluster> cluster_of(const facts::Facts& facts, const Summary& summary) {
    if (!are_located(facts) || !summary.counts || summary.by_value.empty()) {
        return std::nullopt;
    }
    const std::size_t most = summary.with_value / most_of_areas;
    const double mean = facts::placed_total(facts) / static_cast<double>(summary.with_value);
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

std::vector<std::vector<std::size_t>> grouped_by_borders(const facts::Facts& facts,
                                                         std::span<const std::size_t> members) {
    if (!are_located(facts)) {
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
            for (const std::size_t next : facts.facts[group[i]].area->neighbours) {
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

std::size_t largest_area(const facts::Facts& facts, std::span<const std::size_t> members) {
    return *std::max_element(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        return facts.facts[a].area->size < facts.facts[b].area->size;
    });
}

std::optional<Alike> alike_at(const facts::Facts& facts, const Summary& summary, End end) {
    if (!are_located(facts) || summary.amounts || summary.with_value < least_measured) {
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

} // namespace cairn::words
