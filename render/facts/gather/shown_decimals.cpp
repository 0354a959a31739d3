#include "render/facts/gather/shown_decimals.h"

#include "base/number.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace cairn::facts {

namespace {

constexpr int most_shown = 3;

/// The numbers of one column, without its gaps.
std::vector<double> column(const Facts& facts, std::optional<double> Fact::*cell) {
    std::vector<double> values;
    for (const Fact& fact : facts.facts) {
        if (fact.*cell) {
            values.push_back(*(fact.*cell));
        }
    }
    return values;
}

} // namespace

int shown_decimals(std::span<const double> values) {
    const int most = most_decimals(values);
    int shown = std::min(most, most_shown);
    const auto looks_like_zero = [&](double value) {
        return value != 0 && rounded(value, shown) == 0;
    };
    while (shown < most && std::ranges::any_of(values, looks_like_zero)) {
        ++shown;
    }
    return shown;
}

void set_shown_decimals(Facts& facts) {
    std::vector<double> values = column(facts, &Fact::value);
    if (facts.rate && facts.rate->overall) {
        values.push_back(*facts.rate->overall);
    }
    // Rates are rounded already.
    facts.shown_decimals = facts.rate ? most_decimals(values) : shown_decimals(values);
    if (facts.rate) {
        facts.rate->shown_count_decimals = shown_decimals(column(facts, &Fact::count));
        facts.rate->shown_per_decimals = shown_decimals(column(facts, &Fact::denominator));
    }
}

} // namespace cairn::facts
