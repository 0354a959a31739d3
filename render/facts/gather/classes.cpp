#include "render/facts/gather/classes.h"

#include "base/number.h"
#include "base/quote.h"
#include "base/report.h"
#include "render/facts/gather/class_starts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cairn::facts {
namespace {

using input::ClassMethod;
using input::ClassSpec;

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
    throw_any(std::move(problems));
}

void check_inside(std::span<const double> values, const ClassSpec& spec,
                  std::span<const std::string> names) {
    const double lowest = spec.breaks.front();
    const double highest = spec.breaks.back();
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    std::vector<std::string> outside;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] < lowest || values[i] > highest) {
            outside.push_back(shown(values[i]) + (names.empty() ? "" : " of " + names[i]));
        }
    }
    if (!outside.empty()) {
        throw Error(Problem{
            .where = spec.where,
            .what =
                fmt::format("{} {} {} outside the class breaks, {} to {}",
                            outside.size() == 1 ? "the value" : "the values", first_few(outside),
                            outside.size() == 1 ? "lies" : "lie", shown(lowest), shown(highest)),
            .remedy = fmt::format("the breaks must begin at {} or below and end at {} or above",
                                  shown(*least), shown(*most))});
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
    throw_any(std::move(problems));
    return breaks;
}

} // namespace

std::vector<Class> classes_between(std::span<const double> breaks, int decimals) {
    std::vector<Class> classes;
    for (std::size_t i = 0; i + 1 < breaks.size(); ++i) {
        const bool last = i + 2 == breaks.size();
        const bool whole = decimals == 0;
        const double to = whole && !last ? breaks[i + 1] - 1 : breaks[i + 1];
        classes.push_back({breaks[i], to, whole || last, 0});
    }
    return classes;
}

void count_values(std::vector<Class>& classes, std::span<const double> values) {
    for (const double value : values) {
        classes.at(class_of(classes, value).value()).count += 1;
    }
}

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
        breaks = class_starts(sorted, decimals, spec);
        breaks.push_back(sorted.back());
    }
    std::vector<Class> classes = classes_between(breaks, decimals);
    count_values(classes, values);
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
