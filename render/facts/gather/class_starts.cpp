#include "render/facts/gather/class_starts.h"

#include "base/number.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace cairn::facts {
namespace {

using input::ClassMethod;

constexpr std::size_t no_cut = std::numeric_limits<std::size_t>::max();

/// Sorted values, equal ones taken together.
struct Distinct {
    std::vector<double> values;
    std::vector<double> counts;
};

Distinct distinct(std::span<const double> sorted) {
    Distinct result;
    for (const double value : sorted) {
        if (result.values.empty() || result.values.back() != value) {
            result.values.push_back(value);
            result.counts.push_back(0);
        }
        result.counts.back() += 1;
    }
    return result;
}

/// The lowest value of each class, the classes as near to one size as equal values, which stay
/// together, allow.
std::vector<double> quantile_starts(const Distinct& data, std::size_t classes) {
    double remaining = std::accumulate(data.counts.begin(), data.counts.end(), 0.0);
    std::vector<double> starts;
    std::size_t next = 0;
    for (std::size_t left = classes; left > 0; --left) {
        const double wanted = remaining / static_cast<double>(left);
        starts.push_back(data.values[next]);
        double taken = data.counts[next++];
        // Each class that is left needs a value of its own.
        while (next + left - 1 < data.values.size() &&
               std::abs(taken + data.counts[next] - wanted) < std::abs(taken - wanted)) {
            taken += data.counts[next++];
        }
        remaining -= taken;
    }
    return starts;
}

/// The first start and those of `edges` that lie among the values, on numbers of as many decimals
/// as the values have.
std::vector<double> starts_at(std::span<const double> edges, std::span<const double> sorted,
                              int decimals) {
    std::vector<double> starts{sorted.front()};
    for (const double edge : edges) {
        const double start = decimals == 0 ? std::ceil(edge) : rounded(edge, decimals);
        if (start > starts.back() && start <= sorted.back()) {
            starts.push_back(start);
        }
    }
    return starts;
}

/// Classes of one width.
std::vector<double> equal_edges(std::span<const double> sorted, std::size_t classes) {
    const double range = sorted.back() - sorted.front();
    std::vector<double> edges;
    for (std::size_t i = 1; i < classes; ++i) {
        edges.push_back(sorted.front() +
                        range * static_cast<double>(i) / static_cast<double>(classes));
    }
    return edges;
}

/// Edges at 1, 2 or 5 times a power of ten from one another, and at multiples of that.
std::vector<double> pretty_edges(std::span<const double> sorted, std::size_t classes,
                                 int decimals) {
    const auto edges_of = [&](double step) {
        std::vector<double> edges;
        for (double k = std::floor(sorted.front() / step) + 1; k * step <= sorted.back(); ++k) {
            edges.push_back(k * step);
            if (edges.size() == classes) {
                break; // too many: this step is refused
            }
        }
        return edges;
    };
    const double range = sorted.back() - sorted.front();
    // Two powers of ten below the range no step is large enough; nor is one finer than the values.
    double power =
        std::max(std::pow(10, std::floor(std::log10(range)) - 2), std::pow(10, -decimals));
    for (;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            std::vector<double> edges = edges_of(factor * power);
            if (edges.size() < classes) {
                return edges;
            }
        }
    }
}

/// Edges one standard deviation apart, so many on either side of the mean that the classes are
/// `classes`: an odd number has one class around the mean, an even number an edge at it.
std::vector<double> deviation_edges(std::span<const double> sorted, std::size_t classes) {
    const auto count = static_cast<double>(sorted.size());
    const double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / count;
    double squares = 0;
    for (const double value : sorted) {
        squares += (value - mean) * (value - mean);
    }
    const double deviation = std::sqrt(squares / count);
    std::vector<double> edges;
    for (std::size_t i = 1; i < classes; ++i) {
        edges.push_back(mean +
                        deviation * (static_cast<double>(i) - static_cast<double>(classes) / 2));
    }
    return edges;
}

/// The lowest value of each class: those above the mean part from those below it, again and again
/// while they are less than two fifths of what is parted (head/tail breaks, Jiang 2013).
std::vector<double> head_tail_starts(std::span<const double> sorted, std::size_t classes) {
    constexpr double largest_head = 0.4;
    std::vector<double> starts{sorted.front()};
    while (starts.size() < classes) {
        const auto count = static_cast<double>(sorted.size());
        const double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / count;
        const auto head = std::ranges::upper_bound(sorted, mean);
        const auto taken = static_cast<double>(sorted.end() - head);
        if (taken == 0 || taken >= largest_head * count) {
            break;
        }
        starts.push_back(*head);
        sorted = {head, sorted.end()};
    }
    return starts;
}

/// The sum of squared distances from their mean of any run of distinct values, in constant time.
class Spread {
  public:
    explicit Spread(const Distinct& data) : m_count(1, 0), m_sum(1, 0), m_squares(1, 0) {
        for (std::size_t i = 0; i < data.values.size(); ++i) {
            // Measured from the lowest value, so that large values lose no digits when squared.
            const double value = data.values[i] - data.values.front();
            m_count.push_back(m_count.back() + data.counts[i]);
            m_sum.push_back(m_sum.back() + data.counts[i] * value);
            m_squares.push_back(m_squares.back() + data.counts[i] * value * value);
        }
    }

    [[nodiscard]] double of(std::size_t begin, std::size_t end) const {
        const double sum = m_sum[end] - m_sum[begin];
        return m_squares[end] - m_squares[begin] - sum * sum / (m_count[end] - m_count[begin]);
    }

  private:
    std::vector<double> m_count;
    std::vector<double> m_sum;
    std::vector<double> m_squares;
};

/// The lowest value of each class of the division with the least spread within classes.
std::vector<double> jenks_starts(const Distinct& data, std::size_t classes) {
    const std::size_t size = data.values.size();
    const Spread spread(data);
    // best[end]: the least spread of the first `end` values in as many classes as the loop has
    // reached.
    std::vector<double> best(size + 1, std::numeric_limits<double>::infinity());
    best[0] = 0;
    std::vector<std::vector<std::size_t>> cuts;
    for (std::size_t k = 1; k <= classes; ++k) {
        std::vector<double> next(size + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> cut(size + 1, no_cut);
        for (std::size_t end = k; end <= size; ++end) {
            for (std::size_t begin = k - 1; begin < end; ++begin) {
                const double sum = best[begin] + spread.of(begin, end);
                if (sum < next[end]) {
                    next[end] = sum;
                    cut[end] = begin;
                }
            }
        }
        best = std::move(next);
        cuts.push_back(std::move(cut));
    }
    std::vector<double> starts(classes);
    std::size_t end = size;
    for (std::size_t k = classes; k-- > 0;) {
        end = cuts[k][end];
        starts[k] = data.values[end];
    }
    return starts;
}

} // namespace

std::vector<double> class_starts(std::span<const double> sorted, int decimals,
                                 const input::ClassSpec& spec) {
    const Distinct data = distinct(sorted);
    const std::size_t classes =
        std::min(static_cast<std::size_t>(std::max(spec.count, 1)), data.values.size());
    if (classes == 1) {
        return {sorted.front()};
    }
    switch (spec.method) {
    case ClassMethod::quantile:
        return quantile_starts(data, classes);
    case ClassMethod::equal:
        return starts_at(equal_edges(sorted, classes), sorted, decimals);
    case ClassMethod::jenks:
        return jenks_starts(data, classes);
    case ClassMethod::pretty:
        return starts_at(pretty_edges(sorted, classes, decimals), sorted, decimals);
    case ClassMethod::standard_deviation:
        return starts_at(deviation_edges(sorted, classes), sorted, decimals);
    case ClassMethod::head_tail:
        return head_tail_starts(sorted, classes);
    case ClassMethod::fixed:
    case ClassMethod::continuous:
        break;
    }
    throw std::logic_error("these classes are not computed");
}

} // namespace cairn::facts
