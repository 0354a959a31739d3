#include "render/facts/gather/diverging.h"

#include "base/number.h"
#include "render/facts/gather/class_starts.h"
#include "render/facts/gather/classes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>

namespace cairn::facts {
namespace {

using input::ClassMethod;
using input::ClassSpec;

/// Sorted values by their side of the midpoint.
struct Sides {
    double midpoint = 0;
    std::vector<double> below{};
    std::vector<double> above{};
    bool at = false; ///< whether a value lies on it

    /// How far the values reach, downwards and upwards; 0 where there is none.
    [[nodiscard]] double down() const { return below.empty() ? 0 : midpoint - below.front(); }
    [[nodiscard]] double up() const { return above.empty() ? 0 : above.back() - midpoint; }
};

Sides part(std::span<const double> values, double midpoint) {
    Sides sides{.midpoint = midpoint};
    for (const double value : values) {
        if (value == midpoint) {
            sides.at = true;
        } else {
            (value < midpoint ? sides.below : sides.above).push_back(value);
        }
    }
    std::ranges::sort(sides.below);
    std::ranges::sort(sides.above);
    return sides;
}

/// How many steps cover a reach; a rounding error is no step more.
double steps(double reach, double width) {
    return std::ceil(reach / width - 1e-9);
}

bool fits(const Sides& sides, double width, std::size_t most) {
    return steps(sides.down(), width) + steps(sides.up(), width) <= static_cast<double>(most);
}

/// The narrowest width with which one of the sides is divided evenly and both have enough classes.
double equal_width(const Sides& sides, std::size_t most) {
    double narrowest = std::max(sides.down(), sides.up());
    for (std::size_t i = 1; i <= most; ++i) {
        for (const double reach : {sides.down(), sides.up()}) {
            const double width = reach / static_cast<double>(i);
            if (width > 0 && width < narrowest && fits(sides, width, most)) {
                narrowest = width;
            }
        }
    }
    return narrowest;
}

/// The narrowest of 1, 2 and 5 times a power of ten with which both sides have enough classes.
double pretty_width(const Sides& sides, std::size_t most, int decimals) {
    const double reach = std::max(sides.down(), sides.up());
    double power =
        std::max(std::pow(10, std::floor(std::log10(reach)) - 2), std::pow(10, -decimals));
    for (;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (fits(sides, factor * power, most)) {
                return factor * power;
            }
        }
    }
}

/// The root mean square distance from the midpoint.
double deviation(const Sides& sides) {
    double squares = 0;
    for (const std::vector<double>* side : {&sides.below, &sides.above}) {
        for (const double value : *side) {
            squares += std::pow(value - sides.midpoint, 2);
        }
    }
    return std::sqrt(squares / static_cast<double>(sides.below.size() + sides.above.size()));
}

/// Where the classes of both sides begin, without the midpoint and what lies around it.
struct Starts {
    std::vector<double> below{}; ///< the first at the lowest value
    std::vector<double> above{}; ///< without the first, which begins at the midpoint
};

/// Classes of one width, at most `each` of them on a side: the outermost reach to the end.
Starts even_starts(const Sides& sides, double width, std::size_t each, int decimals) {
    const auto start_at = [&](double edge) {
        return decimals == 0 ? std::ceil(edge - 1e-9) : rounded(edge, decimals);
    };
    Starts starts;
    for (std::size_t i = 1; i < each; ++i) {
        const double reach = static_cast<double>(i) * width;
        // An edge at the end itself begins no class: the last one holds its end.
        const double low = start_at(sides.midpoint - reach);
        if (reach < sides.down() - 1e-9 && low > sides.below.front() && low < sides.midpoint) {
            starts.below.push_back(low);
        }
        const double high = start_at(sides.midpoint + reach);
        if (reach < sides.up() - 1e-9 && high <= sides.above.back() && high > sides.midpoint) {
            starts.above.push_back(high);
        }
    }
    if (!sides.below.empty()) {
        starts.below.push_back(sides.below.front());
    }
    std::ranges::reverse(starts.below);
    starts.below.erase(std::unique(starts.below.begin(), starts.below.end()), starts.below.end());
    starts.above.erase(std::unique(starts.above.begin(), starts.above.end()), starts.above.end());
    return starts;
}

/// The starts of one side divided by itself. Below the midpoint, head and tail are seen from it.
std::vector<double> starts_of_side(const std::vector<double>& side, bool below, std::size_t classes,
                                   int decimals, ClassMethod method) {
    if (side.empty()) {
        return {};
    }
    const ClassSpec spec{method, {}, static_cast<int>(classes), {}};
    if (!below || method != ClassMethod::head_tail) {
        return class_starts(side, decimals, spec);
    }
    std::vector<double> mirrored;
    std::transform(side.rbegin(), side.rend(), std::back_inserter(mirrored),
                   [](double value) { return -value; });
    const std::vector<double> distances = class_starts(mirrored, decimals, spec);
    std::vector<double> starts{side.front()};
    for (std::size_t i = distances.size() - 1; i > 0; --i) {
        // The lowest value of the class that ends, seen from the midpoint, before this one begins.
        starts.push_back(*std::ranges::upper_bound(side, -distances[i]));
    }
    return starts;
}

/// The sum of squared distances from their mean in each class of one side.
double spread(const std::vector<double>& side, const std::vector<double>& starts) {
    double total = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto begin = std::ranges::lower_bound(side, starts[i]);
        const auto end =
            i + 1 < starts.size() ? std::ranges::lower_bound(side, starts[i + 1]) : side.end();
        const double mean =
            std::accumulate(begin, end, 0.0) / static_cast<double>(std::distance(begin, end));
        for (auto value = begin; value != end; ++value) {
            total += std::pow(*value - mean, 2);
        }
    }
    return total;
}

/// Each side by itself: `most` classes shared out by the number of values, or for the least spread.
Starts starts_by_side(const Sides& sides, std::size_t most, int decimals, ClassMethod method) {
    const auto divided = [&](std::size_t below) {
        return Starts{starts_of_side(sides.below, true, below, decimals, method),
                      starts_of_side(sides.above, false, most - below, decimals, method)};
    };
    if (sides.below.empty() || sides.above.empty()) {
        return divided(sides.below.empty() ? 0 : most);
    }
    if (method == ClassMethod::jenks) {
        Starts best;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t below = 1; below < most; ++below) {
            Starts starts = divided(below);
            const double total =
                spread(sides.below, starts.below) + spread(sides.above, starts.above);
            if (total < least) {
                least = total;
                best = std::move(starts);
            }
        }
        return best;
    }
    const auto size = static_cast<double>(sides.below.size() + sides.above.size());
    const double share = static_cast<double>(sides.below.size()) / size;
    const auto below = static_cast<std::size_t>(std::lround(share * static_cast<double>(most)));
    return divided(std::clamp<std::size_t>(below, 1, most - 1));
}

Starts computed_starts(const Sides& sides, std::size_t most, int decimals, ClassMethod method) {
    switch (method) {
    case ClassMethod::equal:
        return even_starts(sides, equal_width(sides, most), most + 1, decimals);
    case ClassMethod::pretty:
        return even_starts(sides, pretty_width(sides, most, decimals), most + 1, decimals);
    case ClassMethod::standard_deviation:
        return even_starts(sides, deviation(sides), std::max<std::size_t>(most / 2, 1), decimals);
    case ClassMethod::quantile:
    case ClassMethod::jenks:
    case ClassMethod::head_tail: {
        Starts starts = starts_by_side(sides, most, decimals, method);
        if (!starts.above.empty()) {
            starts.above.erase(starts.above.begin());
        }
        return starts;
    }
    case ClassMethod::fixed:
    case ClassMethod::continuous:
        break;
    }
    throw std::logic_error("these classes are not computed");
}

PartedClasses computed(std::span<const double> values, int decimals, const ClassSpec& spec) {
    const Sides sides = part(values, *spec.midpoint);
    const std::size_t needed = (sides.below.empty() ? 0 : 1) + (sides.above.empty() ? 0 : 1);
    const auto wanted = static_cast<std::size_t>(spec.count) - (sides.at ? 1 : 0);
    const std::size_t most = std::max(needed, std::min<std::size_t>(wanted, spec.count));
    const Starts starts =
        needed == 0 ? Starts() : computed_starts(sides, most, decimals, spec.method);
    std::vector<double> breaks = starts.below;
    if (!sides.at && sides.above.empty()) {
        // All lies below: what is nearer to the midpoint than any value has no class.
        std::erase_if(breaks, [&](double start) { return start > sides.below.back(); });
    }
    PartedClasses result{.classes = {}, .midpoint = {sides.midpoint, breaks.size(), sides.at}};
    if (sides.at) {
        breaks.push_back(sides.midpoint);
    }
    if (!sides.above.empty()) {
        const double next = sides.midpoint + std::pow(10, -decimals);
        breaks.push_back(sides.at        ? rounded(next, decimals)
                         : decimals == 0 ? std::ceil(sides.midpoint)
                                         : sides.midpoint);
        breaks.insert(breaks.end(), starts.above.begin(), starts.above.end());
        // An edge that rounding moved onto the start of the first class above is none.
        breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
        breaks.push_back(sides.above.back());
    } else {
        breaks.push_back(sides.at ? sides.midpoint : sides.below.back());
    }
    result.classes = classes_between(breaks, decimals);
    if (sides.at) {
        Class& middle = result.classes[result.midpoint.below];
        middle.to = middle.from;
        middle.holds_end = true;
    }
    count_values(result.classes, values);
    return result;
}

/// Throws Error where the midpoint lies so far outside the values that the class beside it has
/// none, or that the nearest value lies farther from it than from the farthest one.
void require_near(const PartedClasses& parted, std::span<const double> values,
                  const Location& where) {
    const double midpoint = parted.midpoint.value;
    const auto [lowest, highest] = std::ranges::minmax(values);
    if (lowest == highest || (midpoint >= lowest && midpoint <= highest)) {
        return;
    }
    const double gap = std::max(lowest - midpoint, midpoint - highest);
    const Class& beside = midpoint < lowest ? parted.classes.front() : parted.classes.back();
    if (beside.count == 0 || gap > highest - lowest) {
        throw Error(far_midpoint(midpoint, lowest, highest, where));
    }
}

PartedClasses fixed(std::span<const double> values, int decimals, const ClassSpec& spec,
                    std::span<const std::string> names) {
    const double midpoint = *spec.midpoint;
    if (midpoint < spec.breaks.front() || midpoint > spec.breaks.back()) {
        throw Error(Problem{
            .where = spec.where,
            .what =
                fmt::format("the midpoint {} lies outside the class breaks, {} to {}",
                            format_number(midpoint, decimals_of(midpoint)),
                            format_number(spec.breaks.front(), decimals_of(spec.breaks.front())),
                            format_number(spec.breaks.back(), decimals_of(spec.breaks.back()))),
            .remedy = "make it one of the breaks, or a number within the middle class"});
    }
    PartedClasses result{.classes = classify(values, decimals, spec, names),
                         .midpoint = {midpoint, 0, false}};
    for (const Class& one : result.classes) {
        const bool ends_below = one.holds_end ? one.to < midpoint : one.to <= midpoint;
        result.midpoint.below += ends_below ? 1 : 0;
        const bool holds_it = one.from < midpoint || (one.from == midpoint && one.to == midpoint);
        result.midpoint.has_class = result.midpoint.has_class || (!ends_below && holds_it);
    }
    return result;
}

} // namespace

Problem far_midpoint(double midpoint, double lowest, double highest, const Location& where) {
    const auto shown = [](double value) { return format_number(value, decimals_of(value)); };
    return {.where = where,
            .what = fmt::format("the midpoint {} lies so far from the values, {} to {}, that "
                                "shades hardly tell them apart",
                                shown(midpoint), shown(lowest), shown(highest)),
            .remedy = "write one between them, or take `midpoint` away"};
}

PartedClasses classify_around(std::span<const double> values, int decimals, const ClassSpec& spec,
                              std::span<const std::string> names) {
    if (spec.method == ClassMethod::fixed) {
        return fixed(values, decimals, spec, names);
    }
    if (values.empty()) {
        return {.classes = {}, .midpoint = {*spec.midpoint, 0, false}};
    }
    PartedClasses result = computed(values, decimals, spec);
    require_near(result, values, spec.where);
    return result;
}

Scale scale_of(std::span<const double> values, const std::optional<double>& midpoint) {
    constexpr double most_ticks = 4; // more would be too alike to tell apart on a narrow ramp
    const auto [lowest, highest] = std::ranges::minmax(values);
    Scale scale{.from = lowest, .to = highest, .ticks = {}, .midpoint = midpoint};
    const double range = highest - lowest;
    if (range > 0) {
        const double origin = midpoint.value_or(0);
        const double power = std::pow(10, std::floor(std::log10(range)) - 1);
        for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
            const double step = factor * power;
            const double first = std::ceil((lowest - origin) / step - 1e-9);
            const double last = std::floor((highest - origin) / step + 1e-9);
            if (last - first + 1 > most_ticks) {
                continue;
            }
            const int decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step))));
            for (double i = first; i <= last; ++i) {
                scale.ticks.push_back(midpoint ? origin + i * step : rounded(i * step, decimals));
            }
            break;
        }
    }
    if (scale.ticks.size() < 2) {
        scale.ticks = {lowest, highest};
        scale.ticks.erase(std::unique(scale.ticks.begin(), scale.ticks.end()), scale.ticks.end());
    }
    return scale;
}

Shades shades_for(const input::ClassSpec& spec, std::span<const double> values,
                  std::span<const std::string> names, const Facts& facts) {
    // Rates may lie between any two numbers, also where they are shown as whole ones.
    const int decimals = facts.rate ? std::max(facts.decimals, 1) : facts.decimals;
    if (spec.method == input::ClassMethod::continuous) {
        if (!values.empty()) {
            return scale_of(values, spec.midpoint);
        }
        return Classes{.classes = {},
                       .midpoint = spec.midpoint ? std::optional(Midpoint{*spec.midpoint, 0, false})
                                                 : std::nullopt};
    }
    if (spec.midpoint) {
        PartedClasses parted = classify_around(values, decimals, spec, names);
        return Classes{std::move(parted.classes), parted.midpoint};
    }
    return Classes{.classes = classify(values, decimals, spec, names)};
}

} // namespace cairn::facts
