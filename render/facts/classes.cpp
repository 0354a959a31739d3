#include "render/facts/classes.h"

#include "render/facts/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace cairn::facts {
namespace {

using input::ClassMethod;
using input::ClassSpec;

constexpr std::size_t no_cut = std::numeric_limits<std::size_t>::max();

std::string shown(double value) {
    return format_number(value, decimals_of(value));
}

void check_breaks(const ClassSpec& spec) {
    std::vector<Problem> problems;
    if (spec.breaks.size() < 2) {
        problems.push_back({spec.where, "fixed classes need at least two breaks",
                            "give the lowest value of each class, then the highest of all"});
    }
    for (std::size_t i = 1; i < spec.breaks.size(); ++i) {
        if (!(spec.breaks[i - 1] < spec.breaks[i])) {
            problems.push_back(
                {spec.where,
                 fmt::format("the class break {} does not lie above {}, the one before it",
                             shown(spec.breaks[i]), shown(spec.breaks[i - 1])),
                 "each break must be higher than the one before it"});
        }
    }
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
}

void check_inside(std::span<const double> values, const ClassSpec& spec,
                  std::span<const std::string> names) {
    const double lowest = spec.breaks.front();
    const double highest = spec.breaks.back();
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] >= lowest && values[i] <= highest) {
            continue;
        }
        const std::string whose = names.empty() ? "" : " of " + names[i];
        problems.push_back(
            {spec.where,
             fmt::format("the value {}{} lies outside the class breaks, {} to {}", shown(values[i]),
                         whose, shown(lowest), shown(highest)),
             fmt::format("the breaks must begin at {} or below and end at {} or above",
                         shown(*least), shown(*most))});
    }
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
}

/// Breaks for whole values: from the first to the last whole number that each class can hold.
std::vector<double> whole_breaks(const ClassSpec& spec) {
    std::vector<double> breaks;
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < spec.breaks.size(); ++i) {
        const bool last = i + 1 == spec.breaks.size();
        const double begin = last ? std::floor(spec.breaks[i]) : std::ceil(spec.breaks[i]);
        const bool room =
            breaks.empty() || breaks.back() < begin || (last && breaks.back() == begin);
        if (!room) {
            problems.push_back(
                {spec.where,
                 fmt::format("no whole number lies between the class breaks {} and {}",
                             shown(spec.breaks[i - 1]), shown(spec.breaks[i])),
                 "every value is whole: so should the breaks be"});
        }
        breaks.push_back(begin);
    }
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
    return breaks;
}

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

/// Where classes of one width begin, on numbers of as many decimals as the values have.
std::vector<double> equal_starts(double lowest, double highest, std::size_t classes, int decimals) {
    std::vector<double> starts{lowest};
    for (std::size_t i = 1; i < classes; ++i) {
        const double exact =
            lowest + (highest - lowest) * static_cast<double>(i) / static_cast<double>(classes);
        const double start = decimals == 0 ? std::ceil(exact) : rounded(exact, decimals);
        if (start > starts.back() && start <= highest) {
            starts.push_back(start);
        }
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

std::vector<double> computed_breaks(std::span<const double> sorted, int decimals,
                                    const ClassSpec& spec) {
    const Distinct data = distinct(sorted);
    const std::size_t classes =
        std::min(static_cast<std::size_t>(std::max(spec.count, 1)), data.values.size());
    std::vector<double> breaks =
        spec.method == ClassMethod::quantile ? quantile_starts(data, classes)
        : spec.method == ClassMethod::equal
            ? equal_starts(sorted.front(), sorted.back(), classes, decimals)
            : jenks_starts(data, classes);
    breaks.push_back(sorted.back());
    return breaks;
}

std::vector<Class> classes_of(std::span<const double> breaks, int decimals) {
    std::vector<Class> classes;
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        const bool last = i + 2 == breaks.size();
        const bool whole = decimals == 0;
        const double to = whole && !last ? breaks[i + 1] - 1 : breaks[i + 1];
        classes.push_back({breaks[i], to, whole || last, 0});
    }
    return classes;
}

} // namespace

std::vector<Class> classify(std::span<const double> values, int decimals, const ClassSpec& spec,
                            std::span<const std::string> names) {
    const bool fixed = spec.method == ClassMethod::fixed;
    if (fixed) {
        check_breaks(spec);
    }
    if (values.empty()) {
        return {};
    }
    std::vector<double> breaks;
    if (fixed) {
        check_inside(values, spec, names);
        breaks = decimals == 0 ? whole_breaks(spec) : spec.breaks;
    } else {
        std::vector<double> sorted(values.begin(), values.end());
        std::sort(sorted.begin(), sorted.end());
        breaks = computed_breaks(sorted, decimals, spec);
    }
    std::vector<Class> classes = classes_of(breaks, decimals);
    for (const double value : values) {
        classes.at(class_of(classes, value).value()).count += 1;
    }
    return classes;
}

std::optional<std::size_t> class_of(std::span<const Class> classes, double value) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const Class& range = classes[i];
        if (value >= range.from && (value < range.to || (range.holds_end && value == range.to))) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace cairn::facts
