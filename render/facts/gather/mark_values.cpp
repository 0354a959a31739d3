#include "render/facts/gather/mark_values.h"

#include "base/number.h"
#include "base/quote.h"

#include <fmt/format.h>

#include <cmath>
#include <span>
#include <stdexcept>

namespace cairn::facts {
namespace {

/// The highest of `steps` times a power of ten that is at most `limit`, which is positive.
double round_below(double limit, std::span<const double> steps) {
    // A limit that is round itself must not be missed by a rounding error.
    const double reachable = limit * (1 + 1e-9);
    const double power = std::floor(std::log10(reachable));
    for (const double step : steps) {
        // Dividing by a whole power of ten gives the nearest decimal fraction.
        const double value = power < 0 ? step / std::pow(10, -power) : step * std::pow(10, power);
        if (value <= reachable) {
            return value;
        }
    }
    throw std::logic_error("round_below: no step");
}

/// "circles cannot show −2 of B" for the values that are not `shown`.
std::optional<Problem> unfit_for(const char* marks, std::span<const double> values,
                                 std::span<const std::string> names, bool (*shown)(double),
                                 const char* remedy) {
    std::vector<std::string> unfit;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!shown(values[i])) {
            unfit.push_back(fmt::format(
                "{} of {}", format_number(values[i], decimals_of(values[i])), names[i]));
        }
    }
    if (unfit.empty()) {
        return std::nullopt;
    }
    return Problem{.where = {},
                   .what = fmt::format("{} cannot show {}", marks, first_few(unfit)),
                   .remedy = remedy};
}

} // namespace

std::optional<Problem> unfit_for_circles(std::span<const double> values,
                                         std::span<const std::string> names) {
    return unfit_for(
        "circles", values, names, [](double value) { return value >= 0; },
        "their area can be no less than nothing: write kind: choropleth");
}

std::optional<Problem> unfit_for_dots(std::span<const double> values,
                                      std::span<const std::string> names) {
    return unfit_for(
        "dots", values, names,
        [](double value) { return value >= 0 && value == std::floor(value); },
        "they stand for whole numbers: write kind: choropleth, or, where no number is below zero, "
        "kind: symbols");
}

std::vector<double> legend_sizes(double highest, bool whole) {
    constexpr double steps[]{8, 6, 5, 4, 3, 2.5, 2, 1.5, 1};
    constexpr double whole_steps[]{8, 6, 5, 4, 3, 2, 1};
    constexpr double coarse[]{5, 2, 1};
    std::vector<double> sizes;
    if (!(highest > 0)) {
        return sizes;
    }
    const bool ones = whole && highest < 10;
    sizes.push_back(ones ? round_below(highest, whole_steps) : round_below(highest, steps));
    for (const double share : {2.0, 4.0}) {
        const double limit = sizes.back() / share;
        if (whole && limit < 1) {
            break;
        }
        sizes.push_back(round_below(limit, coarse));
    }
    return sizes;
}

} // namespace cairn::facts
