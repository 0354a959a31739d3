#include "render/facts/gather/label_choice.h"

#include "base/quote.h"
#include "base/report.h"
#include "render/facts/gather/nearest_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <utility>

namespace cairn::facts {

namespace {

using input::LabelRule;
using input::LabelShow;

/// The value that the highest areas have at least.
double least_of_highest(const Facts& facts, int count) {
    std::vector<double> values;
    for (const Fact& fact : facts.facts) {
        if (fact.value) {
            values.push_back(*fact.value);
        }
    }
    std::ranges::sort(values, std::greater<>());
    const auto wanted = static_cast<std::size_t>(count);
    return values.empty() ? std::numeric_limits<double>::infinity()
                          : values[std::min(wanted, values.size()) - 1];
}

LabelChoice choice_by_rule(const input::LabelSpec& spec, const Fact& fact, double least) {
    const bool counts = fact.value && *fact.value != 0;
    switch (spec.rule) {
    case LabelRule::all:
        return {.name = true, .value = true, .needed = true, .beside = !fact.value};
    case LabelRule::values:
        return {.name = false, .value = fact.value.has_value(), .needed = counts, .beside = false};
    case LabelRule::named:
        return usual_label(fact);
    case LabelRule::top:
        return counts && *fact.value >= least ? LabelChoice{true, true, true, false}
                                              : LabelChoice{};
    case LabelRule::none:
        return {};
    }
    return {};
}

/// A text on hatching cannot be read: what is said of an area without a value stands beside it.
LabelChoice choice_for(LabelShow show, const Fact& fact) {
    const bool beside = show == LabelShow::beside || !fact.value;
    switch (show) {
    case LabelShow::none:
        return {};
    case LabelShow::value:
        return {.name = false, .value = true, .needed = true, .beside = beside};
    case LabelShow::name:
        return {.name = true, .value = false, .needed = true, .beside = beside};
    case LabelShow::both:
    case LabelShow::beside:
        return {.name = true, .value = true, .needed = true, .beside = beside};
    }
    return {};
}

} // namespace

LabelChoice usual_label(const Fact& fact) {
    const bool counts = fact.value && *fact.value != 0;
    return {.name = counts, .value = fact.value.has_value(), .needed = counts, .beside = false};
}

std::vector<LabelChoice> label_choices(const input::LabelSpec& spec, const Facts& facts,
                                       const geo::Gazetteer& places) {
    const double least = least_of_highest(facts, std::max(spec.top, 1));
    std::vector<LabelChoice> choices;
    std::map<std::size_t, std::size_t> fact_of; // by place
    for (const Fact& fact : facts.facts) {
        fact_of.emplace(places.find(fact.code).value(), choices.size());
        choices.push_back(choice_by_rule(spec, fact, least));
    }
    std::vector<Problem> problems;
    std::map<std::size_t, std::string> named;
    for (const input::LabelSpec::Exception& exception : spec.exceptions) {
        const auto place = places.find(exception.place);
        if (!place) {
            problems.push_back(
                {exception.where,
                 fmt::format("{} matches no area of the map", in_quotes(exception.place)),
                 nearest_place(places, exception.place, facts)});
            continue;
        }
        const auto [first, is_new] = named.emplace(*place, exception.place);
        if (!is_new) {
            problems.push_back(
                {exception.where,
                 fmt::format("{} has a label already{}", in_quotes(exception.place),
                             first->second == exception.place ? ""
                                                              : ", as " + in_quotes(first->second)),
                 "take one of the two out"});
            continue;
        }
        const std::size_t fact = fact_of.at(*place);
        choices[fact] = choice_for(exception.show, facts.facts[fact]);
    }
    throw_any(std::move(problems));
    return choices;
}

} // namespace cairn::facts
